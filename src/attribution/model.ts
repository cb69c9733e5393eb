/** The model file (training/attribution/pack.py) -> its tensors and word lists, without copying more than alignment needs. */
import { OnrecordError } from "../schema/index.ts";

interface TensorEntry {
  readonly type: string;
  readonly shape: readonly number[];
  readonly at: number;
}

export interface ModelHead {
  readonly name: string;
  readonly hidden: number;
  readonly hidden2: number;
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
  /** Accept score -> confidence: logistic(slope * score + offset). */
  readonly calibration: { readonly slope: number; readonly offset: number };
  readonly tensors: Readonly<Record<string, TensorEntry>>;
}

export interface Model {
  readonly head: ModelHead;
  readonly words: ReadonlyMap<string, number>;
  readonly frequent: ReadonlyMap<string, number>;
  readonly suffixes: ReadonlyMap<string, number>;
  floats(name: string): Float32Array;
  bytes(name: string): Int8Array;
}

const MAGIC = 0x41524e4f; // "ONRA", little endian
const FIRST_ID = 2; // 0 is padding, 1 an unknown word

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
  const list = (name: string): Map<string, number> => {
    const entry = find(name);
    const text = new TextDecoder().decode(new Uint8Array(data.buffer, base + entry.at, length(entry)));
    return new Map(text.split("\n").map((word, i) => [word, i + FIRST_ID]));
  };
  return {
    head,
    words: list("words"),
    frequent: list("frequent"),
    suffixes: list("suffixes"),
    floats: (name) => new Float32Array(data.buffer, base + find(name).at, length(find(name))),
    bytes: (name) => new Int8Array(data.buffer, base + find(name).at, length(find(name))),
  };
}
