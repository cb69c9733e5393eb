/** Features -> input rows of the network: one 16-bit row a token, the concatenation of six small vectors. */
import type { Features } from "./features.ts";
import { type Model, type TableName, UNKNOWN, type WordIds } from "./model.ts";

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

type IdOf = (features: Features, pos: Uint8Array, token: number) => number;

/** The row of a token in each kind of table. */
const ID_OF: Readonly<Record<TableName, (model: Model) => IdOf>> = {
  glove: (model) => {
    const words = model.words("words");
    return (features, _, token) => firstKnown(words, features.keys[token]!);
  },
  own: (model) => {
    const words = model.words("frequent");
    return (features, _, token) => firstKnown(words, features.keys[token]!);
  },
  suffix: (model) => {
    const suffixes = model.words("suffixes");
    return (features, _, token) => suffixes(features.suffix[token]!);
  },
  shape: () => (features, _, token) => features.shape[token]!,
  quote: () => (features, _, token) => features.quote[token]!,
  pos: () => (_, pos, token) => pos[token]!,
};

export interface InputWriter {
  /** Writes the vectors of token `token` (-1: the separator) into `out` from index `at` on, and zeros up to `end`. */
  write(features: Features, pos: Uint8Array, token: number, out: Int16Array, at: number, end: number): void;
  /** Writes a transformer's state of position `i` into `out` from index `at` on; returns where it ends. */
  writeState(states: Float32Array, i: number, out: Int16Array, at: number): number;
}

export function createInputWriter(model: Model): InputWriter {
  const { tables: names, states: size, inputOne: one } = model.head;
  const columns = names.map((name) => ({ table: tableOf(model, name), idOf: ID_OF[name](model) }));
  const copy = (table: Table, id: number, out: Int16Array, at: number): number => {
    const { rows, width } = table;
    const factor = table.scale[id]! * one;
    const from = id * width;
    for (let i = 0; i < width; i++) out[at + i] = Math.round(rows[from + i]! * factor);
    return at + width;
  };
  return {
    write(features, pos, token, out, at, end) {
      let next = at;
      for (const { table, idOf } of columns) next = copy(table, token < 0 ? 0 : idOf(features, pos, token), out, next);
      while (next < end) out[next++] = 0;
    },
    writeState(states, i, out, at) {
      for (let k = 0; k < size; k++) {
        const value = Math.round(states[i * size + k]! * one);
        out[at + k] = Math.max(-32767, Math.min(32767, value));
      }
      return at + size;
    },
  };
}
