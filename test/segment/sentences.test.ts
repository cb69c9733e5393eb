/** Case file: each line is its own expectation; see the head of sentences.cases.txt. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { packageResources } from "../../src/resources.ts";
import { createSegmenter, plainBlocks } from "../../src/segment/index.ts";

const segment = createSegmenter(packageResources().lexicon);

function rewrite(line: string): string {
  const text = line.replaceAll(" ‖", "");
  const { sentences } = segment(text, plainBlocks(text));
  return sentences.map(({ start, end }) => text.slice(start, end)).join(" ‖ ");
}

let section = "";
const cases: [string, string][] = [];
for (const line of readFileSync(new URL("sentences.cases.txt", import.meta.url), "utf8").split("\n")) {
  if (line.startsWith("== ")) section = line.slice(3);
  else if (line !== "" && !line.startsWith("-- ")) cases.push([section, line]);
}

describe.each([...new Set(cases.map(([name]) => name))])("%s", (name) => {
  test.each(cases.filter(([other]) => other === name).map(([, line]) => line))("%s", (line) => {
    expect(rewrite(line)).toBe(line);
  });
});
