/** What other people said, inside what somebody says. */
import { describe, expect, test } from "vitest";
import { readArticle } from "../../src/index.ts";

async function read(text: string): Promise<string[]> {
  const { statements } = await readArticle(text);
  return statements.map(({ parent, speaker, content }) => {
    const words = content.map(({ start, end }) => text.slice(start, end)).join(" … ");
    return `${parent ? "> " : ""}${speaker?.name}: ${words}`;
  });
}

describe("nested attributions", () => {
  test.each([
    [
      "The Orlin Post reported on Monday that two officials said the bridge was unsafe.",
      ["Orlin Post: that two officials said the bridge was unsafe", "> two officials: the bridge was unsafe"],
    ],
    [
      "“The ministry told us that the gate was sound,” Ada Quill said.",
      ["Ada Quill: “The ministry told us that the gate was sound,”", "> ministry: that the gate was sound"],
    ],
    [
      "Ivo Marsh said the union had demanded that the yard reopen by Friday.",
      ["Ivo Marsh: the union had demanded that the yard reopen by Friday", "> union: that the yard reopen by Friday"],
    ],
  ])("%s", async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  test.each([
    ["“I think we will win,” Ada Quill said.", ["Ada Quill: “I think we will win,”"]],
    ["Ada Quill said she hoped the yard would reopen.", ["Ada Quill: she hoped the yard would reopen"]],
    [
      "“The bridge is safe and the road is open,” Ivo Marsh said.",
      ["Ivo Marsh: “The bridge is safe and the road is open,”"],
    ],
  ])("no nested one: %s", async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  test("the child's spans lie in the parent's content", async () => {
    const text = "“The ministry told us that the gate was sound,” Ada Quill said.";
    const { statements } = await readArticle(text);
    const [parent, child] = statements;
    expect(child!.parent).toBe(parent!.id);
    const [whole] = parent!.content;
    for (const span of [...child!.source, ...child!.cue, ...child!.content]) {
      expect(span.start).toBeGreaterThanOrEqual(whole!.start);
      expect(span.end).toBeLessThanOrEqual(whole!.end);
    }
  });
});
