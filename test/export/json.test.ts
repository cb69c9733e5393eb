/** JSON and JSON Lines hold to the published schemas, which are what the types are made from. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { failureRecord } from "../../src/cli/errors.ts";
import { FORMATS, JSON_SCHEMAS, toJson, toJsonl } from "../../src/export/index.ts";
import { readArticle } from "../../src/index.ts";
import { reading } from "./make.ts";
import { pier } from "./pier.ts";

const FOLDER = new URL("../../schema/", import.meta.url);
const published = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8"));
const validator = (name: string) => z.fromJSONSchema(published(name));

const whole = await readArticle(
  "Ana Quill, the mayor of Corran, told reporters on Monday: “We will sign if the wall is paid for.”\n\n" +
    "ANN: Will you go?\nBEN: There is a 25% chance.",
  { published: "2026-03-11", publisher: "The Tide" },
);

describe("the published schemas", () => {
  it("are those that the program prints (npx tsx scripts/schema.ts writes them)", () => {
    const files = readdirSync(FOLDER).sort();
    expect(files).toEqual(
      Object.keys(JSON_SCHEMAS)
        .map((name) => `${name}.json`)
        .sort(),
    );
    for (const [name, schema] of Object.entries(JSON_SCHEMAS)) {
      expect(published(name)).toEqual(JSON.parse(JSON.stringify(schema())));
    }
  });

  it.each([
    ["a report made by hand", pier],
    ["a text that was read", whole],
    ["a text without statements", reading({ text: "Nothing." })],
  ])("take %s", (_, r) => {
    expect(validator("reading").safeParse(JSON.parse(toJson(r))).error).toBeUndefined();
    for (const line of toJsonl(r).split("\n").slice(0, -1)) {
      expect(validator("line").safeParse(JSON.parse(line)).error).toBeUndefined();
    }
    for (const s of r.statements)
      expect(validator("statement").safeParse(JSON.parse(JSON.stringify(s))).success).toBe(true);
  });

  it("take a failed input as a line", () => {
    const line = failureRecord({ code: "empty", message: "a.txt has no text.", hint: "Check it.", input: "a.txt" });
    expect(validator("error").safeParse(JSON.parse(line)).success).toBe(true);
    expect(validator("error").safeParse({ error: { code: "empty" } }).success).toBe(false);
  });

  it.each([
    ["a span without an end", (r: ReturnType<typeof copy>) => delete r.statements[0]!.content[0]!.end],
    ["a type that is none of the 14", (r: ReturnType<typeof copy>) => (r.statements[0]!.type = "joke")],
    ["a confidence of 2", (r: ReturnType<typeof copy>) => (r.statements[0]!.confidence = 2)],
    ["a field that is not known", (r: ReturnType<typeof copy>) => (r.statements[0]!.mood = "glad")],
  ])("refuse %s", (_, spoil) => {
    const spoiled = copy();
    spoil(spoiled);
    expect(validator("reading").safeParse(spoiled).success).toBe(false);
  });
});

function copy() {
  return JSON.parse(toJson(pier)) as {
    statements: { content: { end?: number }[]; type: string; confidence: number; mood?: string }[];
  };
}

describe("JSON", () => {
  it("gives the reading back unchanged", () => {
    expect(JSON.parse(toJson(pier))).toEqual(pier);
  });

  it("of many articles is one array", () => {
    const { begin, article, between, end } = FORMATS.json;
    const options = { many: true };
    const text =
      begin(options) + article(pier, 0, options) + between(options) + article(whole, 1, options) + end(options);
    expect(JSON.parse(text)).toEqual([pier, whole]);
  });
});

describe("JSON Lines", () => {
  const lines = toJsonl(pier)
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

  it("has one line a statement, complete without the article", () => {
    expect(lines).toHaveLength(pier.statements.length);
    expect(lines.map((line) => line.n)).toEqual(pier.statements.map((_, i) => i + 1));
    expect(lines[2]).toMatchObject({
      article: { id: "pier", publisher: "The Tide", published: "2026-03-11T17:40:00Z" },
      content: [
        { text: "“We will sign if the wall is paid for,”" },
        { text: "“Until then, no one signs. A door, not yet a road.”" },
      ],
      conditions: [
        { kind: "if", text: "if the wall is paid for" },
        { kind: "until", text: "Until then" },
      ],
      addressee: { name: "reporters", span: { text: "reporters" } },
    });
  });

  it("has the exact words of every span", () => {
    const { text } = pier.article;
    for (const line of lines) {
      for (const span of [...line.source, ...line.cue, ...line.content, ...line.conditions]) {
        expect(text.slice(span.start, span.end)).toBe(span.text);
      }
    }
  });
});
