/** Puts the model's weights into the kernel's memory: 8-bit rows widened to 16 bits, scales and biases as floats. */
import type { Arena, Kernel } from "./kernel.ts";
import type { Model } from "./model.ts";

export interface Matrix {
  readonly w: number;
  readonly scale: number;
  readonly bias: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Lstm {
  readonly input: Matrix;
  readonly hidden: number;
  /** Recurrent weights and their scales, forward then backward. */
  readonly u: readonly [number, number];
  readonly us: readonly [number, number];
}

export interface Loader {
  floats(name: string): number;
  zeros(count: number): number;
  matrix(name: string, rows: number, columns: number, bias?: number): Matrix;
  lstm(name: string, hidden: number, columns: number): Lstm;
}

export function createLoader(model: Model, kernel: Kernel, arena: Arena): Loader {
  const floats = (name: string): number => {
    const data = model.floats(name);
    const at = arena.take(data.byteLength);
    new Float32Array(kernel.memory.buffer, at, data.length).set(data);
    return at;
  };
  const zeros = (count: number): number => {
    const at = arena.take(count * 4);
    new Float32Array(kernel.memory.buffer, at, count).fill(0);
    return at;
  };
  const widened = (name: string): number => {
    const data = model.bytes(name);
    const at = arena.take(data.length * 2);
    new Int16Array(kernel.memory.buffer, at, data.length).set(data);
    return at;
  };
  /** Recurrent weights in the order that the kernel's recurrence reads them (wasm/kernel.ts). */
  const recurrent = (name: string, hidden: number): number => {
    const data = model.bytes(name);
    const at = arena.take(data.length * 2);
    const out = new Int16Array(kernel.memory.buffer, at, data.length);
    let to = 0;
    for (let block = 0; block < data.length; block += 16 * hidden)
      for (let column = 0; column < hidden; column += 2)
        for (let row = 0; row < 16; row++) {
          out[to++] = data[block + row * hidden + column]!;
          out[to++] = data[block + row * hidden + column + 1]!;
        }
    return at;
  };
  const matrix = (name: string, rows: number, columns: number, bias?: number): Matrix => ({
    w: widened(`${name}.w`),
    scale: floats(`${name}.ws`),
    bias: bias ?? floats(`${name}.b`),
    rows,
    columns,
  });
  return {
    floats,
    zeros,
    matrix,
    lstm: (name, hidden, columns) => ({
      input: matrix(name, 8 * hidden, columns),
      hidden,
      u: [recurrent(`${name}.u0`, hidden), recurrent(`${name}.u1`, hidden)],
      us: [floats(`${name}.us0`), floats(`${name}.us1`)],
    }),
  };
}
