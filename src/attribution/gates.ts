/**
 * A window -> the gate inputs of the first layer: for each position the product of its input row and the layer's input weights.
 *
 * Without a transformer a row depends on the word and on its marks (shape, place in quotations, part of speech), and both come again and
 * again: the product of each part is kept, and a position's is their sum. That saves nearly all of the layer's products.
 */
import type { Features } from "./features.ts";
import { createInputWriter, type InputWriter } from "./inputs.ts";
import type { Arena, Kernel } from "./kernel.ts";
import type { Model } from "./model.ts";
import type { Matrix } from "./weights.ts";
import { tokensOf, type Window } from "./windows.ts";

/** Address of one row of gate inputs a position. `states`: of a transformer, if the network was made for them. */
export type GateInputs = (window: Window, features: Features, pos: Uint8Array, states?: Float32Array) => number;

/** Products that are kept, 3 kB each; when they are full, all are forgotten. */
const KEPT = 6144;

export function createGateInputs(model: Model, kernel: Kernel, arena: Arena, input: Matrix): GateInputs {
  const writer = createInputWriter(model);
  return model.head.states > 0 ? ofStates(writer, kernel, arena, input) : ofWords(writer, kernel, arena, input);
}

function rowsFor(kernel: Kernel, arena: Arena, input: Matrix, count: number): { at: number; rows: Int16Array } {
  const at = arena.take(count * input.columns * 2);
  return { at, rows: new Int16Array(kernel.memory.buffer, at, count * input.columns).fill(0) };
}

function ofStates(writer: InputWriter, kernel: Kernel, arena: Arena, input: Matrix): GateInputs {
  return (window, features, pos, states) => {
    const { length } = window;
    const out = arena.take(length * input.rows * 4);
    const { at, rows } = rowsFor(kernel, arena, input, length);
    tokensOf(window).forEach((token, i) => {
      writer.state(states!, i, rows, i * input.columns);
      const [shape, quote, tag] = marksOf(features, pos, token);
      writer.marks(shape, quote, tag, rows, i * input.columns + writer.marksAt);
    });
    kernel.matmul(at, input.w, input.scale, input.bias, out, length, input.rows, input.columns);
    return out;
  };
}

function marksOf({ shape, quote }: Features, pos: Uint8Array, token: number): [number, number, number] {
  return token < 0 ? [0, 0, 0] : [shape[token]!, quote[token]!, pos[token]!];
}

function ofWords(writer: InputWriter, kernel: Kernel, arena: Arena, input: Matrix): GateInputs {
  const { columns, w, scale, bias, rows: width } = input;
  const kept = arena.take(KEPT * width * 4);
  const noBias = arena.take(width * 4);
  new Float32Array(kernel.memory.buffer, noBias, width).fill(0);
  /** Word, or number of its marks -> where its product is kept. */
  const places = new Map<string | number, number>();

  return (window, features, pos) => {
    const { length } = window;
    if (places.size + 2 * length > KEPT) places.clear();
    const before = places.size;
    const out = arena.take(length * width * 4);
    const { at, rows } = rowsFor(kernel, arena, input, 2 * length);
    const placeOf = (key: string | number, write: (at: number) => void): number => {
      let place = places.get(key);
      if (place === undefined) {
        place = places.size;
        places.set(key, place);
        write((place - before) * columns);
      }
      return kept + place * width * 4;
    };
    const tokens = tokensOf(window);
    const parts = new Uint32Array(2 * length);
    tokens.forEach((token, i) => {
      const [shape, quote, tag] = marksOf(features, pos, token);
      const marks = (shape << 16) | (quote << 8) | tag;
      parts[2 * i] = placeOf(token < 0 ? "" : features.keys[token]![0]!, (to) =>
        writer.word(features, token, rows, to),
      );
      parts[2 * i + 1] = placeOf(marks, (to) => writer.marks(shape, quote, tag, rows, to + writer.marksAt));
    });
    const fresh = places.size - before;
    kernel.matmul(at, w, scale, noBias, kept + before * width * 4, fresh, width, columns);
    for (let i = 0; i < length; i++) kernel.add3(parts[2 * i]!, parts[2 * i + 1]!, bias, out + i * width * 4, width);
    return out;
  };
}
