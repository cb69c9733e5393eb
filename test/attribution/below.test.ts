/** Words that are set off by nothing but a paragraph break below the sentence that introduces them. */
import { describe, expect, test } from "vitest";
import { readArticle } from "../../src/index.ts";

const AFTER = "\n\nThe bridge, a steel truss, opened in 1951 and was painted twice.";
const BEFORE = "The river rose all night, and the road to the lower town stayed shut.\n\n";

async function read(text: string): Promise<string[]> {
  const { statements } = await readArticle(BEFORE + text + AFTER);
  return statements.map(({ speaker, kind, form, content }) => {
    const words = content.map(({ start, end }) => (BEFORE + text + AFTER).slice(start, end)).join(" … ");
    return `${speaker?.name} · ${kind}${form ? ` ${form}` : ""} · ${words}`;
  });
}

describe("words below their introduction", () => {
  test.each([
    [
      "The water board posted at 9:12 p.m. on Wednesday:\n\nThe gate is NOT broken. Please stop sharing this.",
      ["water board · direct post · The gate is NOT broken. Please stop sharing this."],
    ],
    [
      "Ada Quill was blunt:\n\n“The gate was sound. It will hold.”",
      ["Ada Quill · direct · “The gate was sound. It will hold.”"],
    ],
    [
      "In her second letter to members, Ada Quill wrote:\n\nNobody loses a home over this. The board has my word.",
      ["Ada Quill · direct block · Nobody loses a home over this. The board has my word."],
    ],
  ])("%s", async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  test.each([
    "The plan has three parts:\n\nA new gate will be built below the mill by the end of May.",
    "What to know:\n\nThe storm reaches the coast on Friday.",
    "By numbers:\n\n“Gate Two”",
  ])("nobody's words: %s", async (text) => {
    expect(await read(text)).toEqual([]);
  });
});
