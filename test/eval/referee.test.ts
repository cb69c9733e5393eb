/** The referee itself, where it and Python are there, on a gold file against a perturbed copy: every byte of its reports. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { evaluate, type GoldAttribution, readGold, reportJson, reportText } from "../../src/eval/index.ts";
import { pythonRandom } from "../../src/eval/numbers.ts";

const shared = (path: string) => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
const referee = shared("tools/score.py");
const there = existsSync(referee) && spawnSync("python3", ["--version"]).status === 0;
if (!there) console.warn("skipped: the referee (../shared/tools/score.py) or python3 is not there");

const folder = mkdtempSync(join(tmpdir(), "onrecord-eval-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A prediction made of gold: some attributions gone, some twice, spans moved, names exchanged. */
function perturbed(goldPath: string): string {
  const random = pythonRandom(5);
  const lines: string[] = [];
  let name: unknown = null;
  for (const record of readGold(goldPath).values()) {
    const length = record.text!.length;
    const moved = (spans: GoldAttribution["cue"]) =>
      (spans ?? []).map(([s, e]) => {
        const by = () => (random() < 0.3 ? Math.floor(random() * 19) - 9 : 0);
        const start = Math.min(Math.max(0, s + by()), length);
        return [start, Math.max(start, Math.min(length, e + by()))];
      });
    const attributions = (record.attributions ?? []).flatMap((a) => {
      const times = random() < 0.15 ? 0 : random() < 0.1 ? 2 : 1;
      const speaker = random() < 0.1 ? name : a.speaker;
      name = a.speaker;
      return Array.from({ length: times }, () => ({
        source: moved(a.source),
        cue: moved(a.cue),
        content: moved(a.content),
        speaker,
      }));
    });
    lines.push(JSON.stringify({ id: record.id, attributions }));
  }
  const path = join(folder, "pred.jsonl.gz");
  writeFileSync(path, gzipSync(`${lines.join("\n")}\n`));
  return path;
}

describe.skipIf(!there)("equal to the referee, byte for byte", () => {
  const python = (...args: string[]) => execFileSync("python3", [referee, ...args], { encoding: "utf8" });
  test.each([
    shared("gold/seed.jsonl"),
    shared("gold/newsroom-dev.jsonl"),
    shared("corpora/gum/dev.jsonl"),
    fileURLToPath(new URL("fixtures/gold.jsonl", import.meta.url)),
  ])("%s", (gold) => {
    const pred = perturbed(gold);
    const score = (citron = false) => evaluate(readGold(gold), readGold(pred), { citron });
    expect(reportText(score())).toBe(python(gold, pred));
    expect(reportText(score(true))).toBe(python(gold, pred, "--citron"));
    expect(reportJson(score())).toBe(python(gold, pred, "--json"));
    const more = reportText(score(), { by: "publisher", boot: 20 });
    expect(more).toBe(python(gold, pred, "--by", "publisher", "--boot", "20"));
  });

  test("the committed goldens are still the referee's own", () => {
    const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
    const golden = readFileSync(fixture("plain.golden.txt"), "utf8");
    expect(python(fixture("gold.jsonl"), fixture("pred.jsonl"))).toBe(golden);
  });
});
