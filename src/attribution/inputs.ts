/** Features -> input rows of the network, in 16 bits: first the word's vectors or a transformer's state of it, then the vectors of its marks. */
import type { Features } from "./features.ts";
import { type Model, type TableName, UNKNOWN, type WordIds } from "./model.ts";

interface Table {
  readonly rows: Int8Array;
  readonly scale: Float32Array;
  readonly width: number;
}

function tableOf(model: Model, name: TableName): Table {
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

const MARK_TABLES = ["shape", "quote", "pos"] as const;

/** Row 0 of every table: what stands for the separator between paragraphs. */
const SEPARATOR = 0;

export interface InputWriter {
  /** Where the marks' vectors begin: numbers of the word's vectors, or of a transformer's state. */
  readonly marksAt: number;
  /** Writes the vectors of the word of a token (-1: the separator) from index `at` on. */
  word(features: Features, token: number, out: Int16Array, at: number): void;
  /** Writes a transformer's state of position `i` from index `at` on. */
  state(states: Float32Array, i: number, out: Int16Array, at: number): void;
  /** Writes the vectors of a token's shape, place in quotations and part of speech from index `at` on. */
  marks(shape: number, quote: number, pos: number, out: Int16Array, at: number): void;
}

export function createInputWriter(model: Model): InputWriter {
  const { states: size, inputOne: one } = model.head;
  const copy = ({ rows, scale, width }: Table, id: number, out: Int16Array, at: number): number => {
    const factor = scale[id]! * one;
    const from = id * width;
    for (let i = 0; i < width; i++) out[at + i] = Math.round(rows[from + i]! * factor);
    return at + width;
  };
  const wordTables = size > 0 ? [] : wordTablesOf(model);
  const markTables = MARK_TABLES.map((name) => tableOf(model, name));
  return {
    marksAt: size + wordTables.reduce((sum, { table }) => sum + table.width, 0),
    word(features, token, out, at) {
      for (const { table, idOf } of wordTables)
        at = copy(table, token < 0 ? SEPARATOR : idOf(features, token), out, at);
    },
    state(states, i, out, at) {
      for (let k = 0; k < size; k++) {
        const value = Math.round(states[i * size + k]! * one);
        out[at + k] = Math.max(-32767, Math.min(32767, value));
      }
    },
    marks(shape, quote, pos, out, at) {
      at = copy(markTables[0]!, shape, out, at);
      at = copy(markTables[1]!, quote, out, at);
      copy(markTables[2]!, pos, out, at);
    },
  };
}

/** Tables that a word's keys lead to; two tokens with the same first key have the same rows. */
function wordTablesOf(model: Model): { table: Table; idOf: (features: Features, token: number) => number }[] {
  const words = model.words("words");
  const frequent = model.words("frequent");
  const suffixes = model.words("suffixes");
  return [
    { table: tableOf(model, "glove"), idOf: ({ keys }, token) => firstKnown(words, keys[token]!) },
    { table: tableOf(model, "own"), idOf: ({ keys }, token) => firstKnown(frequent, keys[token]!) },
    { table: tableOf(model, "suffix"), idOf: ({ suffix }, token) => suffixes(suffix[token]!) },
  ];
}
