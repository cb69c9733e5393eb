/** Features -> input rows of the network: one 16-bit row a token, the concatenation of six small vectors. */
import type { Features } from "./features.ts";
import { type Model, UNKNOWN, type WordIds } from "./model.ts";

interface Table {
  readonly rows: Int8Array;
  readonly scale: Float32Array;
  readonly width: number;
}

function tableOf(model: Model, name: string): Table {
  const rows = model.bytes(`in.${name}`);
  const scale = model.floats(`in.${name}.s`);
  return { rows, scale, width: rows.length / scale.length };
}

function firstKnown(ids: WordIds, keys: readonly string[]): number {
  for (const key of keys) {
    const id = ids(key);
    if (id !== UNKNOWN) return id;
  }
  return UNKNOWN;
}

export interface InputWriter {
  /** Writes the row of token `token` (-1: the separator) into `out` from index `at` on. */
  write(features: Features, pos: Uint8Array, token: number, out: Int16Array, at: number): void;
}

export function createInputWriter(model: Model): InputWriter {
  const tables = ["glove", "own", "suffix", "shape", "quote", "pos"].map((name) => tableOf(model, name));
  const one = model.head.inputOne;
  const copy = (table: Table, id: number, out: Int16Array, at: number): number => {
    const { rows, width } = table;
    const factor = table.scale[id]! * one;
    const from = id * width;
    for (let i = 0; i < width; i++) out[at + i] = Math.round(rows[from + i]! * factor);
    return at + width;
  };
  return {
    write(features, pos, token, out, at) {
      const keys = token < 0 ? [] : features.keys[token]!;
      const ids =
        token < 0
          ? [0, 0, 0, 0, 0, 0]
          : [
              firstKnown(model.words, keys),
              firstKnown(model.frequent, keys),
              model.suffixes(features.suffix[token]!),
              features.shape[token]!,
              features.quote[token]!,
              pos[token]!,
            ];
      let next = at;
      for (let k = 0; k < tables.length; k++) next = copy(tables[k]!, ids[k]!, out, next);
      const end = at + model.head.input;
      while (next < end) out[next++] = 0;
    },
  };
}
