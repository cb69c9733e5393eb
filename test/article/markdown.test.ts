/** Markdown: a file, its blocks, and the way back to the file's characters. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { originSpan } from "../../src/article/index.ts";
import type { Article } from "../../src/schema/index.ts";
import { bytesOf, read, shown } from "./support.ts";

const md = (text: string) => read(text.replaceAll("¶", "\n"), { format: "markdown" });

/** Every run of the text that is unchanged equals its characters in the file. */
function expectWayBack(article: Article, source: string): void {
  for (const run of article.offsetMap.runs) {
    if (run.length !== run.originLength) continue;
    const here = article.text.slice(run.textStart, run.textStart + run.length);
    const there = source.slice(run.originStart, run.originStart + run.originLength);
    expect(there.replace(/\s/g, " ")).toBe(here.replace(/\s/g, " "));
  }
}

describe("markdown", () => {
  it.each([
    ["emphasis and code", "He was **very** _sure_ of `it`.", ["body: He was very sure of it."]],
    [
      "links and references",
      'Ask [the *union*](https://u.example/a_(b) "x") or [us][1].¶¶[1]: https://u.example',
      ["body: Ask the union or us."],
    ],
    [
      "brackets that are no links stay",
      "“I’ll ring [Lirania’s] President Maren,” he said.",
      ["body: “I’ll ring [Lirania’s] President Maren,” he said."],
    ],
    [
      "headings",
      "Text here.¶¶## Weekend *sailings* ##¶¶More text.",
      ["body: Text here.", "heading: Weekend sailings", "body: More text."],
    ],
    [
      "quotations, lazy lines too",
      "They wrote:¶¶> We will¶> not sign,¶ever.",
      ["body: They wrote:", "quote: We will not sign, ever."],
    ],
    [
      "lists",
      "- one thing¶- two things¶  more of it¶1. three",
      ["body: one thing", "body: two things more of it", "body: three"],
    ],
    ["comments", "One <!-- not\nthis --> two.", ["body: One two."]],
    ["images", "![The quay](q.jpg)¶¶A day ![x](y.png) later.", ["caption: The quay", "body: A day later."]],
    ["escapes and entities", "5 \\* 3 &amp; 4 &ldquo;x&rdquo;", ["body: 5 * 3 & 4 “x”"]],
    ["stars and underscores that are text", "5 * 3 snake_case ** x", ["body: 5 * 3 snake_case ** x"]],
    ["tags", "A <b>bold</b> claim, 3 < 4.", ["body: A bold claim, 3 < 4."]],
    ["hard breaks", "One line\\¶two lines  ¶three.", ["body: One line two lines three."]],
    ["residue", "*Read more: [How to claim](https://x.example)*", ["read-more: Read more: How to claim"]],
    ["rules and fences", "One.¶¶---¶¶```¶a *b*¶```", ["body: One.", "body: a *b*"]],
  ])("%s", async (_, input, expected) => {
    const article = await md(input);
    expect(shown(article)).toEqual(expected);
    expectWayBack(article, input.replaceAll("¶", "\n"));
  });

  it("takes metadata from the front matter and the title from the first heading", async () => {
    const front = await md(
      '---¶title: "A: b"¶author: [Ana Quill, Sol Marsh]¶date: 2026-03-10¶publisher: The Tide¶url: https://t.example/a¶---¶# A: b¶¶Text.',
    );
    expect(front).toMatchObject({
      title: "A: b",
      byline: "Ana Quill, Sol Marsh",
      published: "2026-03-10",
      publisher: "The Tide",
      url: "https://t.example/a",
    });
    expect(shown(front)).toEqual(["body: Text."]);
    expect((await md("# Only a heading¶¶Text.")).title).toBe("Only a heading");
    expect((await md("## Not a title¶¶Text.")).title).toBeUndefined();
  });

  it("leads every word of the example back to the file", async () => {
    const bytes = bytesOf("examples/strike.md");
    const source = new TextDecoder().decode(bytes);
    const article = await read(bytes, { name: "strike.md" });
    expect(article.title).toBe("Ferry crews walk out at Carrow as pay talks collapse");
    for (const found of article.text.matchAll(/\S+/g)) {
      const place = originSpan(article.offsetMap, { start: found.index, end: found.index + found[0].length })!;
      expect(source.slice(place.start.offset, place.end.offset).replace(/[*[\]]|\(.*$/g, "")).toBe(found[0]);
    }
  });

  it("reads any string", async () => {
    const piece = fc.constantFrom(
      "a",
      " ",
      "\n",
      "\n\n",
      "*",
      "**",
      "_",
      "`",
      "[",
      "](",
      ")",
      "![",
      "<",
      "<!--",
      "-->",
      "&",
      "&amp;",
      ">",
      "#",
      "- ",
      "\\",
      "~~",
      "```",
      "---\n",
      "\ud800",
      "\0",
      "word",
      "“",
      "|",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const source = `word ${pieces.join("")}`;
        const article = await read(source, { format: "markdown", language: "en" });
        expectWayBack(article, source);
        for (const block of article.blocks)
          expect(article.text.slice(block.start, block.end).trim()).toHaveLength(block.end - block.start);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
