import { expect, test } from "vitest";
import { packageResources } from "../../src/resources.ts";
import { createSegmenter, plainBlocks } from "../../src/segment/index.ts";

const segment = createSegmenter(packageResources().lexicon);

test("a paragraph holds its sentences, a sentence its tokens", () => {
  const text = "“It works.” She left.\n\nNothing else.";
  const doc = segment(text, plainBlocks(text));
  expect(doc.paragraphs.map((p) => [p.firstSentence, p.endSentence])).toEqual([
    [0, 2],
    [2, 3],
  ]);
  expect(doc.sentences.map((s) => text.slice(s.start, s.end))).toEqual(["“It works.”", "She left.", "Nothing else."]);
  expect(doc.tokens.count).toBe(11);
});
