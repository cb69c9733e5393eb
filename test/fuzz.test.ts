/** A small part of bench/fuzz.ts: damaged inputs of every kind are read or refused with a message, and nothing else is thrown. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readFuzzed } from "../bench/fuzz-child.ts";
import { KINDS } from "../bench/fuzz-inputs.ts";

const SEEDS = Array.from({ length: 12 }, (_, i) => 1_000_001 + i);
const folder = mkdtempSync(join(tmpdir(), "onrecord-fuzz-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("damaged inputs", () => {
  it.each(Object.keys(KINDS))("%s", async (kind) => {
    let items = 0;
    for (const seed of SEEDS) {
      const { read, refused } = await readFuzzed(kind, seed, folder);
      items += read + refused;
    }
    expect(items).toBeGreaterThanOrEqual(SEEDS.length / 2);
  });
});
