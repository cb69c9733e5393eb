/** Case file: each line is its own expectation; see the head of quotes.cases.txt. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { packageResources } from "../../src/resources.ts";
import type { Block, Doc } from "../../src/schema/index.ts";
import { createSegmenter } from "../../src/segment/index.ts";

const segment = createSegmenter(packageResources().lexicon);
const KINDS: Record<string, Block["kind"]> = { "| ": "quote", "# ": "heading", "% ": "newsletter" };

function read(line: string): Doc {
  const bare = line.replace(/ !! .*$/, "").replace(/<?⟦|⟧[~>]?/g, "");
  const blocks: Block[] = [];
  let text = "";
  for (const part of bare.split("¶")) {
    const kind = KINDS[part.slice(0, 2)];
    const words = kind ? part.slice(2) : part;
    blocks.push({ start: text.length, end: text.length + words.length, kind: kind ?? "body", by: "test" });
    text += `${words}\n`;
  }
  return segment(text, blocks);
}

function write(doc: Doc): string {
  const signs = Object.fromEntries(Object.entries(KINDS).map(([sign, kind]) => [kind, sign]));
  const paragraphs = doc.paragraphs.map((paragraph) => {
    let out = "";
    for (let at = paragraph.start; at <= paragraph.end; at++) {
      for (const quote of doc.quotes.filter(({ end }) => end === at).toReversed())
        if (quote.start >= paragraph.start) out += `⟧${quote.continues ? ">" : quote.closed ? "" : "~"}`;
      for (const quote of doc.quotes) if (quote.start === at && at < paragraph.end) out += quote.continued ? "<⟦" : "⟦";
      if (at < paragraph.end) out += doc.text[at];
    }
    return (signs[paragraph.kind] ?? "") + out;
  });
  const messages = doc.messages.map(({ rule }) => ` !! ${rule.replace("quotes/", "")}`);
  return paragraphs.join("¶") + messages.join("");
}

let section = "";
const cases: [string, string][] = [];
for (const line of readFileSync(new URL("quotes.cases.txt", import.meta.url), "utf8").split("\n")) {
  if (line.startsWith("== ")) section = line.slice(3);
  else if (line !== "" && !line.startsWith("-- ")) cases.push([section, line]);
}

test("there are enough cases", () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
  expect(new Set(cases.map(([, line]) => line)).size).toBe(cases.length);
});

describe.each([...new Set(cases.map(([name]) => name))])("%s", (name) => {
  test.each(cases.filter(([other]) => other === name).map(([, line]) => line))("%s", (line) => {
    expect(write(read(line))).toBe(line);
  });
});
