/**
 * The network at run time: a window of tokens -> cue scores; a cue -> role scores and an accept score. Mirrors training/attribution/model.py.
 * States are 16-bit integers that stand for numbers between -1 and 1.
 */
import type { Crf } from "./crf.ts";
import type { Features } from "./features.ts";
import { createInputWriter } from "./inputs.ts";
import { Arena, createKernel } from "./kernel.ts";
import type { Model } from "./model.ts";
import { createLoader, type Lstm, type Matrix } from "./weights.ts";
import type { Window } from "./windows.ts";

export const CUE_STRIDE = 4;
export const ROLE_STRIDE = 8;
const SCRATCH_BASE = 1024; // AssemblyScript keeps the lowest addresses for itself

/** Bucket of a place relative to a cue of `length` that begins at 0: as place_of in model.py. */
export function placeOf(offset: number, length: number): number {
  if (offset >= 0 && offset < length) return offset === 0 ? 0 : 1;
  const d = offset < 0 ? -offset : offset - length + 1;
  const bucket = d <= 6 ? d : d <= 8 ? 7 : d <= 12 ? 8 : d <= 18 ? 9 : d <= 28 ? 10 : d <= 45 ? 11 : d <= 80 ? 12 : 13;
  return (offset < 0 ? 1 : 15) + bucket;
}

export interface RoleScores {
  /** ROLE_STRIDE values a position, of which five count. */
  readonly scores: Float32Array;
  readonly accept: number;
}

/** A window that has been read. Valid until the next one is. */
export interface Encoded {
  readonly cueScores: Float32Array;
  /** Scores for the positions a..b, given a cue at s..e (positions of the window). */
  roles(s: number, e: number, a: number, b: number): RoleScores;
}

export interface Network {
  readonly cueCrf: Crf;
  readonly roleCrf: Crf;
  encode(window: Window, features: Features, pos: Uint8Array, states?: Float32Array): Encoded;
}

export function createNetwork(model: Model, wasm: Uint8Array): Network {
  const { hidden, hidden2, input, stateOne, layers: names } = model.head;
  const kernel = createKernel(wasm);
  const arena = new Arena(kernel.memory, SCRATCH_BASE);
  const loader = createLoader(model, kernel, arena);
  const layers = names.map((name, i) => loader.lstm(name, hidden, i === 0 ? input : 2 * hidden));
  const cueHead = loader.matrix("cue", CUE_STRIDE, 2 * hidden);
  const roles = loader.lstm("roles", hidden2, 2 * hidden);
  const place = loader.floats("roles.place");
  const cuePart = loader.matrix("roles.cue", 8 * hidden2, 2 * hidden, loader.zeros(8 * hidden2));
  const roleHead = loader.matrix("role", ROLE_STRIDE, 2 * hidden2);
  const acceptW = model.floats("accept.w");
  const acceptB = model.floats("accept.b")[0]!;
  const writer = createInputWriter(model);
  const base = arena.mark();

  const f32 = (at: number, count: number) => new Float32Array(kernel.memory.buffer, at, count);
  const i16 = (at: number, count: number) => new Int16Array(kernel.memory.buffer, at, count);

  const multiply = (m: Matrix, x: number, rows: number): number => {
    const out = arena.take(rows * m.rows * 4);
    kernel.matmul(x, m.w, m.scale, m.bias, out, rows, m.rows, m.columns);
    return out;
  };
  /** gx holds `steps` rows of 8h gate inputs, the forward direction's 4h first. */
  const recur = (layer: Lstm, forward: number, backward: number, steps: number): number => {
    const h = layer.hidden;
    const out = arena.take(steps * h * 4);
    const state = arena.take(h * 6);
    kernel.lstm(forward, layer.u[0], layer.us[0], state, out, h * 4, steps, h, 0);
    kernel.lstm(backward, layer.u[1], layer.us[1], state, out + h * 2, h * 4, steps, h, 1);
    return out;
  };
  const half = (m: Matrix, direction: 0 | 1): Matrix => {
    const rows = m.rows / 2;
    const at = direction * rows;
    return { w: m.w + at * m.columns * 2, scale: m.scale + at * 4, bias: m.bias + at * 4, rows, columns: m.columns };
  };
  const run = (layer: Lstm, x: number, steps: number): number =>
    recur(layer, multiply(half(layer.input, 0), x, steps), multiply(half(layer.input, 1), x, steps), steps);

  const rolesAt = (
    h: number,
    token: readonly [number, number],
    s: number,
    e: number,
    a: number,
    b: number,
  ): RoleScores => {
    const mark = arena.mark();
    const steps = b - a;
    const width = 4 * hidden2;
    const mean = arena.take(2 * hidden * 2);
    const states = i16(h, 0);
    const first = new Int16Array(states.buffer, h + s * hidden * 4, 2 * hidden);
    const last = new Int16Array(states.buffer, h + (e - 1) * hidden * 4, 2 * hidden);
    const c = i16(mean, 2 * hidden);
    for (let i = 0; i < c.length; i++) c[i] = (first[i]! + last[i]!) >> 1;
    const cue = multiply(cuePart, mean, 1);
    const gx: [number, number] = [arena.take(steps * width * 4), arena.take(steps * width * 4)];
    for (let t = 0; t < steps; t++) {
      const at = place + placeOf(a + t - s, e - s) * width * 8;
      for (const d of [0, 1] as const) {
        kernel.add3(
          token[d] + (a + t) * width * 4,
          at + d * width * 4,
          cue + d * width * 4,
          gx[d] + t * width * 4,
          width,
        );
      }
    }
    const g = recur(roles, gx[0], gx[1], steps);
    const scores = f32(multiply(roleHead, g, steps), steps * ROLE_STRIDE).slice();
    const result = { scores, accept: acceptScore(i16(g, steps * 2 * hidden2), s - a, i16(mean, 2 * hidden)) };
    arena.release(mark);
    return result;
  };

  /** accept = w . [max over positions of g, g at the cue, c] + b */
  const acceptScore = (g: Int16Array, cueAt: number, c: Int16Array): number => {
    const width = 2 * hidden2;
    let sum = 0;
    for (let i = 0; i < width; i++) {
      let most = g[i]!;
      for (let t = i + width; t < g.length; t += width) if (g[t]! > most) most = g[t]!;
      sum += most * acceptW[i]! + g[cueAt * width + i]! * acceptW[width + i]!;
    }
    for (let i = 0; i < c.length; i++) sum += c[i]! * acceptW[2 * width + i]!;
    return sum / stateOne + acceptB;
  };

  return {
    cueCrf: { labels: 3, transition: model.floats("cue_crf.t"), begin: model.floats("cue_crf.b") },
    roleCrf: { labels: 5, transition: model.floats("role_crf.t"), begin: model.floats("role_crf.b") },
    encode(window, features, pos, states) {
      arena.release(base);
      const n = window.length;
      const x = arena.take(n * input * 2);
      const rows = i16(x, n * input);
      for (const stretch of window.stretches) {
        for (let i = stretch.start - 1; i < stretch.end; i++) {
          const token = i < stretch.start ? -1 : stretch.firstToken + i - stretch.start;
          const after = states ? writer.writeState(states, i, rows, i * input) : i * input;
          writer.write(features, pos, token, rows, after, (i + 1) * input);
        }
      }
      const h = layers.reduce((from, layer) => run(layer, from, n), x);
      const cueScores = f32(multiply(cueHead, h, n), n * CUE_STRIDE).slice();
      let token: [number, number] | undefined;
      return {
        cueScores,
        roles(s, e, a, b) {
          token ??= [multiply(half(roles.input, 0), h, n), multiply(half(roles.input, 1), h, n)];
          return rolesAt(h, token, s, e, a, b);
        },
      };
    },
  };
}
