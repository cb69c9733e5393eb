/** The report for a terminal: golden at two widths, by speaker, explained; lines fit; nothing an article says moves the cursor. */
import { describe, expect, it } from "vitest";
import { explainText, toTerminal } from "../../src/export/index.ts";
import { columns } from "../../src/export/terminal/width.ts";
import { expectGolden } from "./golden.ts";
import { reading } from "./make.ts";
import { pier } from "./pier.ts";

const golden = (name: string) => new URL(`golden/${name}.golden.txt`, import.meta.url);
const plain = (text: string) => text.replace(/\u001b\[\d+m/g, "");

describe("the report", () => {
  it.each([
    ["pier-80", { width: 80 }],
    ["pier-40", { width: 40 }],
    ["pier-speakers", { width: 80, by: "speaker" }],
  ] as const)("%s", (name, options) => {
    expectGolden(toTerminal(pier, options), golden(name));
  });

  it("says the same in colour", () => {
    const coloured = toTerminal(pier, { width: 60, colour: true });
    expect(plain(coloured)).toBe(toTerminal(pier, { width: 60 }));
    expect(coloured).toContain("\u001b[1mAna Quill\u001b[22m");
  });

  it.each([[20], [33], [40], [72], [100]])("fits %s columns", (width) => {
    for (const line of toTerminal(pier, { width }).split("\n")) expect(columns(line)).toBeLessThanOrEqual(width);
  });

  it("is never wider than can be read", () => {
    for (const line of toTerminal(pier, { width: 500 }).split("\n")) expect(columns(line)).toBeLessThanOrEqual(100);
  });

  it("of nothing says so", () => {
    expect(toTerminal(reading({ text: "Nothing.", input: "a.txt" }))).toBe("a.txt\nNo statements found.\n");
  });

  it("shows escape sequences and turned text instead of obeying them", () => {
    const text = "\u001b[2Jgone \u202eback\u202c \u0007 \r\nnext \u009b31m";
    const made = reading({ text, statements: [{ content: [text], speaker: "A\u001b[31m" }], article: { title: text } });
    expect(toTerminal(made)).not.toMatch(/[\u001b\u0007\r\u009b\u202e]/);
    expect(toTerminal(made)).toContain("␛[2Jgone");
  });
});

describe("the explanation", () => {
  it("names the value, the rule and why", () => {
    expect(explainText(pier, 2)).toMatch(/\n {6}type {10}evaluation\n {20}statement\/cue-says · said \+ judgement\n$/);
  });

  it("of all statements has each once", () => {
    expect(explainText(pier).match(/^ {1,2}\d+[? ]/gm)).toHaveLength(pier.statements.length);
    expect(explainText(reading({ text: "x" }))).toBe("No statements found.\n");
  });
});

describe("columns", () => {
  it.each([
    ["abc", 3],
    ["Zoë", 3],
    ["Zoe\u0308", 3],
    ["東海林", 6],
    ["😀", 2],
    ["👩‍👩‍👧", 2],
    ["“no” – …", 8],
    ["", 0],
  ])("%s takes %s", (text, width) => {
    expect(columns(text)).toBe(width);
  });
});
