/**
 * The network at run time: a window of tokens -> cue scores; a cue -> role scores and an accept score. Mirrors training/attribution/model.py.
 * States are 16-bit integers that stand for numbers between -1 and 1.
 */
import type { Crf } from "./crf.ts";
import type { Features } from "./features.ts";
import { createGateInputs } from "./gates.ts";
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
  /** Scores for the positions a..b, given a cue at s..e (positions of the window). Cues come in order: a and b never decrease. */
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
  const gateInputs = createGateInputs(model, kernel, arena, layers[0]!.input);
  const base = arena.mark();

  const f32 = (at: number, count: number) => new Float32Array(kernel.memory.buffer, at, count);
  const i16 = (at: number, count: number) => new Int16Array(kernel.memory.buffer, at, count);

  const multiplyInto = (out: number, m: Matrix, x: number, rows: number): void =>
    kernel.matmul(x, m.w, m.scale, m.bias, out, rows, m.rows, m.columns);
  const multiply = (m: Matrix, x: number, rows: number): number => {
    const out = arena.take(rows * m.rows * 4);
    multiplyInto(out, m, x, rows);
    return out;
  };
  /** gx: `steps` rows of 8h gate inputs, the forward direction's 4h first. */
  const recur = ({ hidden: h, u, us }: Lstm, gx: number, steps: number): number => {
    const out = arena.take(steps * h * 4);
    const work = arena.take(h * 22);
    kernel.lstm(gx, h * 32, u[0], us[0], work, out, h * 4, steps, h, 0);
    kernel.lstm(gx + h * 16, h * 32, u[1], us[1], work, out + h * 2, h * 4, steps, h, 1);
    return out;
  };

  const rolesAt = (h: number, token: number, s: number, e: number, a: number, b: number): RoleScores => {
    const mark = arena.mark();
    const steps = b - a;
    const width = 8 * hidden2;
    const mean = arena.take(2 * hidden * 2);
    const first = i16(h + s * hidden * 4, 2 * hidden);
    const last = i16(h + (e - 1) * hidden * 4, 2 * hidden);
    const c = i16(mean, 2 * hidden);
    for (let i = 0; i < c.length; i++) c[i] = (first[i]! + last[i]!) >> 1;
    const cue = multiply(cuePart, mean, 1);
    const gx = arena.take(steps * width * 4);
    for (let t = a; t < b; t++) {
      const at = place + placeOf(t - s, e - s) * width * 4;
      kernel.add3(token + t * width * 4, at, cue, gx + (t - a) * width * 4, width);
    }
    const g = recur(roles, gx, steps);
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
      const first = recur(layers[0]!, gateInputs(window, features, pos, states), n);
      const h = layers.slice(1).reduce((x, layer) => recur(layer, multiply(layer.input, x, n), n), first);
      const cueScores = f32(multiply(cueHead, h, n), n * CUE_STRIDE).slice();
      const token = arena.take(n * roles.input.rows * 4);
      let ready = 0;
      return {
        cueScores,
        roles(s, e, a, b) {
          const from = Math.max(a, ready);
          if (from < b) multiplyInto(token + from * roles.input.rows * 4, roles.input, h + from * hidden * 4, b - from);
          ready = Math.max(ready, b);
          return rolesAt(h, token, s, e, a, b);
        },
      };
    },
  };
}
