/** The model file (training/attribution/pack.py) -> its tensors and word lists, without copying more than alignment needs. */
import { OnrecordError, sortedLines } from "../schema/index.ts";

interface TensorEntry {
  readonly type: string;
  readonly shape: readonly number[];
  readonly at: number;
}

export type TableName = "glove" | "own" | "suffix" | "shape" | "quote" | "pos";

/** logistic(slope * score + chance * log-odds of the chance + offset); without a chance to go by, `chance` is 0. */
export interface Logistic {
  readonly slope: number;
  readonly chance: number;
  readonly offset: number;
}

/** What turns accept scores and the spans' chances into confidences, fitted by bench/calibrate.ts. */
export interface Calibration {
  /** Of the attribution: right by half in every role. */
  readonly whole: Logistic;
  /** Of a role: its spans are exactly right. */
  readonly source: Logistic;
  readonly cue: Logistic;
  readonly content: Logistic;
}

export interface ModelHead {
  readonly name: string;
  readonly hidden: number;
  readonly hidden2: number;
  /** The tables whose vectors make an input row, and the numbers of a transformer's state that stand before them (0: none). */
  readonly tables: readonly TableName[];
  readonly states: number;
  /** The BiLSTM layers, in order. */
  readonly layers: readonly string[];
  /** Length of an input row, a multiple of 8. */
  readonly input: number;
  /** What 1.0 is as a 16-bit input, and as a 16-bit state. */
  readonly inputOne: number;
  readonly stateOne: number;
  /** Tokens in a window, about. */
  readonly window: number;
  /** Added to the label B when cues are proposed, so that more come out than are kept. */
  readonly cueBias: number;
  /** Least accept score of an attribution that is kept. */
  readonly threshold: number;
  readonly calibration: Calibration;
  readonly tensors: Readonly<Record<string, TensorEntry>>;
}

/** The row of a word's vector, or UNKNOWN. */
export type WordIds = (word: string) => number;

export interface Model {
  readonly head: ModelHead;
  /** One of its word lists. */
  words(name: string): WordIds;
  floats(name: string): Float32Array;
  bytes(name: string): Int8Array;
}

const MAGIC = 0x41524e4f; // "ONRA", little endian
export const UNKNOWN = 1; // 0 is padding, words begin at 2

function bad(why: string): OnrecordError {
  return new OnrecordError("model", `The attribution model cannot be read: ${why}.`, {
    hint: "Install onrecord again.",
  });
}

/** @throws OnrecordError (model) if the bytes are not such a file. */
export function parseModel(file: Uint8Array): Model {
  const data = file.byteOffset % 16 === 0 ? file : file.slice();
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < 8 || view.getUint32(0, true) !== MAGIC) throw bad("it does not begin with ONRA");
  const size = view.getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(data.subarray(8, 8 + size))) as ModelHead;
  const base = data.byteOffset + 8 + size;
  const find = (name: string): TensorEntry => {
    const entry = head.tensors[name];
    if (!entry) throw bad(`it has no ${name}`);
    return entry;
  };
  const length = (entry: TensorEntry): number => entry.shape.reduce((a, b) => a * b, 1);
  const list = (name: string): WordIds => {
    const entry = find(name);
    const text = new TextDecoder().decode(new Uint8Array(data.buffer, base + entry.at, length(entry)));
    const lines = sortedLines(text);
    return (word) => lines.find(word) + UNKNOWN + 1;
  };
  return {
    head,
    words: list,
    floats: (name) => new Float32Array(data.buffer, base + find(name).at, length(find(name))),
    bytes: (name) => new Int8Array(data.buffer, base + find(name).at, length(find(name))),
  };
}
