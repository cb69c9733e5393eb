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
      u: [widened(`${name}.u0`), widened(`${name}.u1`)],
      us: [floats(`${name}.us0`), floats(`${name}.us1`)],
    }),
  };
}
