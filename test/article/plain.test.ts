/** Plain text: the text as it came, and its paragraphs. `¶` in the cases below is a line break. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { originOf, originSpan, textOffsetOf } from "../../src/article/index.ts";
import { read, shown } from "./support.ts";

const LONG =
  "The minister said that the bridge over the Lowgate would stay closed for a year, and that nobody had asked him.";

describe("plain text", () => {
  it.each([
    ["lines are paragraphs", `One is here.¶${LONG}¶Two.`, ["body: One is here.", `body: ${LONG}`, "body: Two."]],
    ["white space at the edges is left out", `  One is here. ¶¶\t${LONG}`, ["body: One is here.", `body: ${LONG}`]],
    [
      "a short line before a paragraph is a heading",
      `Steel for wings¶¶${LONG}`,
      ["heading: Steel for wings", `body: ${LONG}`],
    ],
    ["a label is no heading", `MS QUILL: No¶¶${LONG}`, ["body: MS QUILL: No", `body: ${LONG}`]],
    ["a sentence is no heading", `It rained.¶¶${LONG}`, ["body: It rained.", `body: ${LONG}`]],
    ["a line of quotation signs", `She wrote:¶> We will not sign.`, ["body: She wrote:", "quote: > We will not sign."]],
    [
      "residue is apart",
      `${LONG}¶after newsletter promotion¶${LONG}`,
      [`body: ${LONG}`, "newsletter: after newsletter promotion", `body: ${LONG}`],
    ],
  ])("%s", async (_, input, expected) => {
    const text = input.replaceAll("¶", "\n");
    const article = await read(text, { format: "text" });
    expect(article.text).toBe(text);
    expect(shown(article)).toEqual(expected);
  });

  it("joins hard-wrapped lines and keeps their line breaks", async () => {
    const first =
      "The harbour trust has turned down an offer of forty million\npounds from a rival, and its chief called the offer a joke\nwithout a punchline at a meeting on Monday.";
    const second =
      "Ada Quill said that the trust would not sell while the sea\nwall was unsafe. “Nobody asked us,” she said, and added that\nthe council had known since last autumn.";
    const article = await read(`${first}\n\n${second}\n`, { format: "text" });
    expect(shown(article)).toEqual([`body: ${first}`, `body: ${second}`]);
  });

  it("tells hard-wrapped paragraphs without blank lines by their short last lines", async () => {
    const text =
      "The harbour trust has turned down an offer of forty million\npounds from a rival.\nAda Quill said that the trust would not sell while the sea\nwall was unsafe and leaking.";
    expect((await read(text, { format: "text" })).blocks).toHaveLength(2);
  });

  it.each([
    ["short lines of dialogue", "No, he said.\nYes, she said.\nNo, he said again.\nWhy not?\nBecause."],
    [
      "a transcript",
      "MS QUILL: We will not sell the trust to anybody this year.\nMR FENN: That is not what you told us in the autumn meeting.\nMS QUILL: It is what I told you, and it is in the minutes.",
    ],
  ])("does not join %s", async (_, text) => {
    expect((await read(text, { format: "text" })).blocks).toHaveLength(text.split("\n").length);
  });

  it("makes CR LF and CR into LF and drops the byte-order mark, with the way back", async () => {
    const input = "\uFEFFOne is here.\r\nTwo is here.\rThree.";
    const article = await read(input, { format: "text" });
    expect(article.text).toBe("One is here.\nTwo is here.\nThree.");
    for (let i = 0; i < article.text.length; i++) {
      const place = originOf(article.offsetMap, i)!;
      const original = input[place.offset];
      expect(original === "\r" ? "\n" : original).toBe(article.text[i]);
      expect(textOffsetOf(article.offsetMap, place)).toBe(i);
    }
  });

  it("leaves verbatim text as it is", async () => {
    const input = "One is here.\r\nTwo is here.";
    const article = await read(input, { format: "text", verbatim: true });
    expect(article.text).toBe(input);
    expect(article.blocks).toHaveLength(2);
  });

  it("reads any string: blocks slice to text without white space at the edges, in order, apart", async () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\n", "\r\n", "\0", "\ud800", "\u202e", "“", '"', "Read more: ", "By A", "> ", "###", " "),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        const input = `x${pieces.join("")}`;
        const article = await read(input, { format: "text", language: "en" });
        let last = 0;
        for (const block of article.blocks) {
          const words = article.text.slice(block.start, block.end);
          expect(block.start).toBeGreaterThanOrEqual(last);
          expect(words.trim()).toBe(words);
          expect(words).not.toBe("");
          expect(article.text.slice(last, block.start).trim()).toBe("");
          last = block.end;
        }
        expect(article.text.slice(last).trim()).toBe("");
        const whole = originSpan(article.offsetMap, { start: 0, end: article.text.length })!;
        expect(whole.end.offset).toBe(input.length);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("gives the same id to the same text, another to another", async () => {
    const [one, same, other] = await Promise.all([read("One is here."), read("One is here."), read("One is hers.")]);
    expect(one!.id).toBe(same!.id);
    expect(one!.id).not.toBe(other!.id);
    expect(one!.id).toMatch(/^[\da-f]{16}$/);
  });
});
