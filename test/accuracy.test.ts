/** Floors just under the figures of docs/accuracy.md. The annotated articles may not be passed on: without them this is skipped. */
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type GoldSet, isHere, type Measured, measure, NEWSROOM, POLNEAR, SEED } from "../bench/gold.ts";
import type { EngineName } from "../src/index.ts";

function floors(set: GoldSet, checks: (measured: Measured) => void, engine: EngineName = "default"): void {
  const here = isHere(set) && (engine === "default" || INSTALLED);
  if (!isHere(set)) console.warn(`skipped: ${set.name} (shared/${set.path} beside the checkout) is not there`);
  else if (!here) console.warn(`skipped: ${set.name} with the accurate engine, which is not installed`);
  test.skipIf(!here)(`${set.name}, ${engine} engine`, async () => checks(await measure(set, engine)), 300_000);
}

const INSTALLED = existsSync(new URL("../engines/accurate/node_modules", import.meta.url));

const f = ({ table }: Measured, key: string): number => table.get(key)?.f ?? 0;
const recall = ({ table }: Measured, key: string): number => table.get(key)?.r ?? 0;

describe("accuracy does not fall", () => {
  floors(POLNEAR, (m) => {
    expect(f(m, "SPANS/source/exact")).toBeGreaterThan(79.8);
    expect(f(m, "SPANS/cue/exact")).toBeGreaterThan(72.7);
    expect(f(m, "SPANS/content/exact")).toBeGreaterThan(67.5);
    expect(f(m, "LINKED/WHOLE/half")).toBeGreaterThan(72);
    expect(recall(m, "KINDS/direct/whole half")).toBeGreaterThan(88);
    expect(recall(m, "KINDS/mixed/whole half")).toBeGreaterThan(80.5);
    expect(recall(m, "KINDS/indirect/whole half")).toBeGreaterThan(62.5);
  });

  floors(NEWSROOM, (m) => {
    expect(m.found).toBeGreaterThanOrEqual(376);
    expect(m.rightSpeaker).toBeGreaterThanOrEqual(317);
    expect(m.trapsTaken).toBeLessThanOrEqual(3);
    expect(m.residue.found).toBe(m.residue.gold);
  });

  floors(SEED, (m) => {
    expect(m.found).toBeGreaterThanOrEqual(26);
    expect(m.rightInAll).toBeGreaterThanOrEqual(24);
    expect(m.rightSpeaker).toBeGreaterThanOrEqual(27);
    expect(m.trapsTaken).toBe(0);
    expect(m.residue.found).toBe(m.residue.gold);
  });

  floors(
    NEWSROOM,
    (m) => {
      expect(f(m, "LINKED/WHOLE/half")).toBeGreaterThan(80);
      expect(m.rightSpeaker).toBeGreaterThanOrEqual(298);
    },
    "accurate",
  );

  floors(SEED, (m) => expect(f(m, "LINKED/WHOLE/half")).toBeGreaterThan(76), "accurate");
});
