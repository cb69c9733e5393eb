/** For any text and spans: no exception, spans inside the text, same input same output. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packageResources } from "../../src/resources.ts";
import type { Attribution } from "../../src/schema/index.ts";
import { createStatementStage } from "../../src/statement/index.ts";
import { createTimeStage } from "../../src/time/index.ts";
import { docOf } from "../time/helpers.ts";

const { lexicon } = packageResources();
const timeStage = createTimeStage(lexicon);
const stage = createStatementStage(lexicon);

const WORDS = [
  "on", "Friday", "last", "week", "the", "a", "may", "May", "if", "unless", "said", "he", "would", "not", "25", "%", "chance", "one",
  "in", "three", "2018", "9", "/", "11", "by", "end", "of", "year", "?", "“", "”", ",", ".", "\n", "\u0000", "\ud800", "\u202e",
  "earlier", "ago", "two", "12:01", "a.m.", "March", "99", "31", "until", "-", "[", "]", "'", "95", "weekend", "next",
]; // biome-ignore format: one list

const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(" ")),
);
const spansIn = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 3 })
    .map((pairs) => pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })));
const cases = texts.chain((text) =>
  fc.record({
    text: fc.constant(text),
    parts: fc.array(fc.record({ source: spansIn(text), cue: spansIn(text), content: spansIn(text) }), { maxLength: 4 }),
    anchor: fc.constantFrom("2026-03-11", "2024-02-29T23:59:59Z", "0001-01-01", "nonsense", ""),
  }),
);

function toAttributions(parts: readonly Pick<Attribution, "source" | "cue" | "content">[]): Attribution[] {
  return parts.map((part, i) => ({
    id: `a${i}`,
    ...part,
    kind: "mixed",
    act: "speech",
    ...(i > 0 && { parent: `a${(i + 1) % parts.length}` }),
    confidence: 1,
    decisions: [],
  }));
}

describe("any input", () => {
  it("is read without exception, with spans inside the text", () => {
    fc.assert(
      fc.property(cases, ({ text, parts, anchor }) => {
        const doc = docOf(text);
        const attributions = toAttributions(parts);
        const times = timeStage(doc, attributions, { anchor });
        const statements = stage(doc, attributions, { speakers: [], parties: new Map() }, times, { anchor });
        expect(statements.length).toBe(attributions.length);
        for (const span of [...times.expressions, ...statements.flatMap(({ conditions }) => conditions)]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
        for (const { value } of times.expressions) expect(value ?? "").not.toContain("NaN");
      }),
      { seed: 20260311, numRuns: 400 },
    );
  });
  it("gives the same result twice", () => {
    fc.assert(
      fc.property(cases, ({ text, parts, anchor }) => {
        const run = () => {
          const doc = docOf(text);
          const attributions = toAttributions(parts);
          const times = timeStage(doc, attributions, { anchor });
          return stage(doc, attributions, { speakers: [], parties: new Map() }, times, { anchor });
        };
        expect(run()).toEqual(run());
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
