import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST, windowsOf } from "../../src/attribution/windows.ts";
import { packageResources } from "../../src/resources.ts";
import { createSegmenter, plainBlocks } from "../../src/segment/index.ts";

const segment = createSegmenter(packageResources().lexicon);

describe("windowsOf", () => {
  it("holds every token of every paragraph exactly once, in order", () => {
    const paragraph = fc.nat({ max: 60 }).map((n) => `${"word ".repeat(n)}end.`);
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 30 }), fc.integer({ min: 10, max: 200 }), (lines, size) => {
        const text = lines.join("\n");
        const doc = segment(text, plainBlocks(text));
        const seen: number[] = [];
        for (const window of windowsOf(doc, size, () => true)) {
          for (const s of window.stretches) {
            for (let i = s.start; i < s.end; i++) seen.push(s.firstToken + i - s.start);
          }
          expect(window.stretches.at(-1)!.end).toBe(window.length);
        }
        expect(seen).toEqual(Array.from({ length: doc.tokens.count }, (_, i) => i));
      }),
      { seed: 3, numRuns: 80 },
    );
  });

  it("cuts a paragraph of any length into stretches that the network can hold", () => {
    const text = "“".repeat(5000);
    const doc = segment(text, plainBlocks(text));
    for (const window of windowsOf(doc, 200, () => true)) {
      for (const s of window.stretches) expect(s.end - s.start).toBeLessThanOrEqual(LONGEST);
    }
  });

  it("leaves out paragraphs that are not read", () => {
    const text = "One two.\nThree four.";
    const doc = segment(text, plainBlocks(text));
    const windows = [...windowsOf(doc, 200, (p) => p === 1)];
    expect(windows).toHaveLength(1);
    expect(windows[0]!.stretches.map((s) => s.paragraph)).toEqual([1]);
  });
});
