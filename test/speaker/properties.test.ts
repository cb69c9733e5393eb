/** What holds for every text and every set of attributions: nothing throws, spans stay in the text, ids hang together. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Attribution, Span, SpeakerReading } from "../../src/schema/index.ts";
import { plainBlocks } from "../../src/segment/index.ts";
import { segment, stage } from "./marked.ts";

const RUNS = { seed: 20260311, numRuns: 400 };
const words = fc.constantFrom(
  ..."Ada Quill Marsh Ivo he she they it her his the The mayor of Orlin , . “ ” ' \" : ; - — ( ) said told reporters asked who which Q MS. US report One both and I my We Reuters Kyiv \ud800 \u0000 \u202e 👍 2026 -- …".split(
    " ",
  ),
  "\n",
  "\n\n",
);
const texts = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(" "));

function span(text: string, a: number, b: number): Span {
  const [start, end] = [Math.min(a, b) % (text.length + 1), Math.max(a, b) % (text.length + 1)];
  return start <= end ? { start, end } : { start: end, end: start };
}

const numbers = fc.array(fc.nat(400), { minLength: 6, maxLength: 6 });
const articles = fc
  .tuple(texts, fc.array(fc.tuple(numbers, fc.nat(7), fc.nat(9)), { maxLength: 8 }))
  .map(([text, rows]) => {
    const attributions = rows.map(
      ([n, flags, parent], i): Attribution => ({
        id: `a${i}`,
        source: flags & 1 ? [span(text, n[0]!, n[1]!)] : [],
        cue: flags & 2 ? [span(text, n[2]!, n[3]!)] : [],
        content: flags & 4 ? [span(text, n[4]!, n[5]!)] : [],
        kind: flags & 1 ? "direct" : "indirect",
        ...(parent < 8 && { parent: `a${parent}` }),
        act: "speech",
        confidence: 1,
        decisions: [],
      }),
    );
    return { text, attributions };
  });

function readAll(text: string, attributions: readonly Attribution[]): SpeakerReading {
  return stage(segment(text, plainBlocks(text)), attributions, {
    title: "Quill and Marsh meet",
    publisher: "The Orlin Post",
    byline: "By Ada Quill",
  });
}

describe("any text, any attributions", () => {
  test("every attribution gets its parties; spans lie in the text; speakers are listed", () => {
    fc.assert(
      fc.property(articles, ({ text, attributions }) => {
        const { parties, speakers } = readAll(text, attributions);
        const ids = new Set(speakers.map((speaker) => speaker.id));
        expect(parties.size).toBe(attributions.length);
        for (const one of parties.values()) {
          for (const party of [one.speaker, one.addressee, one.via, one.where]) {
            if (!party) continue;
            expect(party.name).not.toBe("");
            expect(party.confidence).toBeGreaterThanOrEqual(0);
            expect(party.confidence).toBeLessThanOrEqual(1);
            if (party.speaker) expect(ids.has(party.speaker)).toBe(true);
            if (party.span)
              expect(party.span.start >= 0 && party.span.end <= text.length && party.span.start <= party.span.end).toBe(
                true,
              );
          }
          expect(one.level === "unattributed").toBe(!one.speaker);
          expect(one.decisions.some((decision) => decision.field === "level")).toBe(true);
        }
        for (const speaker of speakers)
          for (const mention of speaker.mentions) expect(mention.end).toBeLessThanOrEqual(text.length);
      }),
      RUNS,
    );
  });

  test("the same input gives the same output", () => {
    fc.assert(
      fc.property(articles, ({ text, attributions }) => {
        const [a, b] = [readAll(text, attributions), readAll(text, attributions)];
        expect(JSON.stringify([...a.parties])).toBe(JSON.stringify([...b.parties]));
        expect(a.speakers).toEqual(b.speakers);
      }),
      { ...RUNS, numRuns: 60 },
    );
  });
});

describe("hostile input ends", () => {
  const whole = (text: string, n: number): Attribution[] =>
    Array.from({ length: n }, (_, i) => ({
      id: `a${i}`,
      source: [{ start: 0, end: Math.min(3, text.length) }],
      cue: [],
      content: [{ start: 0, end: text.length }],
      kind: "direct" as const,
      ...(i > 0 && { parent: `a${i - 1}` }),
      act: "speech" as const,
      confidence: 1,
      decisions: [],
    }));

  test.each([
    ["quotation marks", "“".repeat(100_000), 10],
    ["a sentence of names", "Ada Quill and Ivo Marsh, ".repeat(8_000), 10],
    ["pronouns", "he said his brother told him ".repeat(8_000), 10],
    ["a chain of parents", "He said no. ".repeat(50), 20_000],
  ])("%s", (_, text, n) => {
    expect(readAll(text, whole(text, n)).parties.size).toBe(n);
  });
});
