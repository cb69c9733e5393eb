/** Figures of small files, equal to the last digit to those that the referee (score.py) printed for them. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bootstrap, evaluate, layersText, parseGold, reportJson, reportText } from "../../src/eval/index.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const gold = parseGold(fixture("gold.jsonl"), "gold.jsonl");
const pred = parseGold(fixture("pred.jsonl"), "pred.jsonl");

test("the plain report", () => {
  expect(reportText(evaluate(gold, pred))).toBe(fixture("plain.golden.txt"));
});

test("under Citron's conventions", () => {
  expect(reportText(evaluate(gold, pred, { citron: true }))).toBe(fixture("citron.golden.txt"));
});

test("as JSON", () => {
  expect(reportJson(evaluate(gold, pred))).toBe(fixture("plain.golden.json"));
});

test("by a field, with bootstrap intervals from the same random numbers", () => {
  const report = reportText(evaluate(gold, pred), { by: "publisher", boot: 40 });
  expect(report).toBe(fixture("by-boot.golden.txt"));
});

test("bootstrap of nothing is nothing", () => {
  expect(bootstrap([], 10)).toEqual([]);
});

test("the layers", () => {
  expect(layersText(evaluate(gold, pred))).toBe(fixture("layers.golden.txt"));
});

test("gold against itself is 100 everywhere but for Citron, which wants every role", () => {
  const figures = JSON.parse(reportJson(evaluate(gold, gold))) as Record<string, { p: number; r: number }>;
  for (const [key, { p, r }] of Object.entries(figures)) {
    if (!key.startsWith("CITRON")) expect([key, p, r]).toEqual([key, 100, 100]);
  }
});
