/** What holds for every text that the attribution stage is given. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAttributor } from "../../src/attribution/index.ts";
import { packageResources } from "../../src/resources.ts";
import { createSegmenter, plainBlocks } from "../../src/segment/index.ts";

const { lexicon, model } = packageResources();
const segment = createSegmenter(lexicon, model("pos.bin"));
const attribute = createAttributor({ lexicon, model: model("attribution.bin"), kernel: model("kernel.wasm") });

function read(text: string) {
  return attribute(segment(text, plainBlocks(text)));
}

const WORDS =
  'Ada Quill said that “ ” " ‘ ’ : , . — he told reporters the plan was dead MS. REYES Q \ud800 \u0000 \u202e 👍 2026'.split(
    " ",
  );
const words = fc.constantFrom(...WORDS, "\n", "\n\n");
const texts = fc.oneof(
  fc.array(words, { maxLength: 120 }).map((parts) => parts.join(" ")),
  fc.string({ unit: "binary", maxLength: 300 }),
);

describe("attribute", () => {
  it("gives sorted, disjoint spans that lie in the text and begin and end with a token, for any text", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const found = await read(text);
        const ids = new Set(found.map((a) => a.id));
        expect(ids.size).toBe(found.length);
        for (const a of found) {
          const spans = [...a.source, ...a.cue, ...a.content].sort((x, y) => x.start - y.start);
          spans.forEach((span, i) => {
            expect(span.start).toBeGreaterThanOrEqual(i === 0 ? 0 : spans[i - 1]!.end);
            expect(span.end).toBeLessThanOrEqual(text.length);
            expect(text.slice(span.start, span.end)).toMatch(/^\S(.*\S)?$/s);
          });
          if (a.parent) expect(ids.has(a.parent)).toBe(true);
        }
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  it("gives the same for the same text", async () => {
    const text = "“We lost,” Ada Quill said. Sol Marsh wants a vote by Friday.";
    expect(await read(text)).toEqual(await read(text));
  });

  it.each(["“", '"', "‘’", "— ", "'", "(“", ": "])("finds nothing in %s a hundred thousand times", async (unit) => {
    expect(await read(unit.repeat(1e5 / unit.length))).toEqual([]);
  });
});
