/** Case file: text => its tokens. The rules are frozen, because weights are trained on these tokens. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packageResources } from "../../src/resources.ts";
import { createSegmenter, plainBlocks } from "../../src/segment/index.ts";

const segment = createSegmenter(packageResources().lexicon);

const cases = readFileSync(new URL("tokens.cases.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("-- "))
  .map((line) => line.split(" => ") as [string, string]);

test.each(cases)("%s", (text, expected) => {
  const { tokens } = segment(text, plainBlocks(text));
  const found = Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]));
  expect(found.join("|")).toBe(expected);
});

test("tokens never cross the bounds of a block, and text outside blocks has none", () => {
  const text = "harbourpier quay";
  const doc = segment(text, [
    { start: 0, end: 7, kind: "body", by: "test" },
    { start: 7, end: 11, kind: "body", by: "test" },
  ]);
  expect([...doc.tokens.end]).toEqual([7, 11]);
  expect(doc.paragraphs.map(({ firstToken, endToken }) => [firstToken, endToken])).toEqual([
    [0, 1],
    [1, 2],
  ]);
});
