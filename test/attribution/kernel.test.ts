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
});
