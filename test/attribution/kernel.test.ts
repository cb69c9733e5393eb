/** The committed kernel is what wasm/kernel.ts compiles to, and its arithmetic is that of plain JavaScript. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import pkg from "../../package.json" with { type: "json" };
import { createKernel } from "../../src/attribution/kernel.ts";
import { packageResources } from "../../src/resources.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const bytes = packageResources().model("kernel.wasm");

describe("kernel", () => {
  it("is compiled from wasm/kernel.ts", () => {
    const folder = mkdtempSync(join(tmpdir(), "onrecord-kernel-"));
    try {
      const args = pkg.scripts["build:wasm"]
        .replace("models/kernel.wasm", join(folder, "kernel.wasm"))
        .split(" ")
        .slice(1);
      const asc = join(ROOT, "node_modules/assemblyscript/bin/asc.js");
      const { status, stderr } = spawnSync(process.execPath, [asc, ...args], { cwd: ROOT, encoding: "utf8" });
      expect(stderr).toBe("");
      expect(status).toBe(0);
      expect(Buffer.compare(readFileSync(join(folder, "kernel.wasm")), Buffer.from(bytes))).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([1, 2, 5])("multiplies %i rows as plain JavaScript does", (rows) => {
    const kernel = createKernel(bytes);
    kernel.memory.grow(4);
    const [n, k] = [8, 16];
    const [x, w, scale, bias, out] = [1024, 4096, 8192, 12288, 16384];
    const number = (i: number) => ((i * 7919) % 401) - 200;
    const xs = new Int16Array(kernel.memory.buffer, x, rows * k).map((_, i) => number(i));
    const ws = new Int16Array(kernel.memory.buffer, w, n * k).map((_, i) => number(i + 13));
    new Int16Array(kernel.memory.buffer, x, xs.length).set(xs);
    new Int16Array(kernel.memory.buffer, w, ws.length).set(ws);
    new Float32Array(kernel.memory.buffer, scale, n).fill(0.5);
    new Float32Array(kernel.memory.buffer, bias, n).fill(3);
    kernel.matmul(x, w, scale, bias, out, rows, n, k);
    const got = [...new Float32Array(kernel.memory.buffer, out, rows * n)];
    const want = got.map((_, at) => {
      const [t, j] = [Math.floor(at / n), at % n];
      let sum = 0;
      for (let i = 0; i < k; i++) sum += xs[t * k + i]! * ws[j * k + i]!;
      return sum * 0.5 + 3;
    });
    expect(got).toEqual(want);
  });

  it.each([0, 1])("runs an LSTM as plain JavaScript does (backward: %i)", (backward) => {
    const kernel = createKernel(bytes);
    kernel.memory.grow(4);
    const [h, steps] = [8, 5];
    const [gx, u, scale, work, out] = [1024, 8192, 12288, 16384, 20480];
    const number = (i: number) => ((i * 7919) % 401) / 200 - 1;
    const inputs = Array.from({ length: steps * 4 * h }, (_, i) => 2 * number(i));
    const weights = Array.from({ length: 4 * h * h }, (_, i) => Math.round(127 * number(i + 13)));
    new Float32Array(kernel.memory.buffer, gx, inputs.length).set(inputs);
    new Int16Array(kernel.memory.buffer, u, weights.length).set(inPairs(weights, h));
    new Float32Array(kernel.memory.buffer, scale, 4 * h).fill(1 / 127 / ONE);
    kernel.lstm(gx, 4 * h * 4, u, scale, work, out, 2 * h, steps, h, backward);
    const got = [...new Int16Array(kernel.memory.buffer, out, steps * h)].map((state) => state / ONE);
    const want = plainLstm(inputs, weights, h, steps, backward === 1);
    for (let i = 0; i < got.length; i++) expect(Math.abs(got[i]! - want[i]!)).toBeLessThan(1e-3);
  });
});

const ONE = 16384;

/** Rows of h weights -> the order of the kernel's recurrence. */
function inPairs(weights: readonly number[], h: number): number[] {
  const out: number[] = [];
  for (let block = 0; block < weights.length; block += 16 * h)
    for (let c = 0; c < h; c += 2)
      for (let r = 0; r < 16; r++) out.push(weights[block + r * h + c]!, weights[block + r * h + c + 1]!);
  return out;
}

/** Row of a unit's gate (0 i, 1 f, 2 g, 3 o): groups of four units, four rows a gate. */
const rowOf = (gate: number, unit: number): number => 16 * (unit >> 2) + 4 * gate + (unit & 3);

function plainLstm(inputs: readonly number[], weights: readonly number[], h: number, steps: number, backward: boolean) {
  const out: number[] = new Array(steps * h);
  let state: number[] = new Array(h).fill(0);
  const cell: number[] = new Array(h).fill(0);
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  for (let step = 0; step < steps; step++) {
    const t = backward ? steps - 1 - step : step;
    const gate = (row: number) =>
      state.reduce((sum, x, i) => sum + (weights[row * h + i]! / 127) * x, inputs[t * 4 * h + row]!);
    state = state.map((_, k) => {
      const [i, f, g, o] = [0, 1, 2, 3].map((n) => gate(rowOf(n, k))) as [number, number, number, number];
      cell[k] = sigmoid(f) * cell[k]! + sigmoid(i) * Math.tanh(g);
      return sigmoid(o) * Math.tanh(cell[k]!);
    });
    state.forEach((y, k) => {
      out[t * h + k] = y;
    });
  }
  return out;
}
