/** CSV: RFC 4180 quoting, cells that a spreadsheet would run as formulas, one row a statement. */
import { describe, expect, it } from "vitest";
import { csvHeader, csvRows, toCsv } from "../../src/export/index.ts";
import { reading } from "./make.ts";
import { pier } from "./pier.ts";

/** RFC 4180, read back by hand: fields in double quotes may hold anything, a doubled quote is one. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const field = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
  while (at < csv.length) {
    field.lastIndex = at;
    const found = field.exec(csv)!;
    rows.at(-1)!.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    at = field.lastIndex;
    if (csv[at] === ",") at++;
    else if (csv.startsWith("\r\n", at)) {
      at += 2;
      rows.push([]);
    } else throw new Error(`neither a comma nor a line end at ${at}: ${csv.slice(at, at + 20)}`);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

function records(csv: string): Record<string, string>[] {
  const [header, ...rows] = parse(csv);
  return rows.map((row) => {
    expect(row).toHaveLength(header!.length);
    return Object.fromEntries(header!.map((name, i) => [name, row[i]!]));
  });
}

const cell = (text: string) => records(toCsv(reading({ text, statements: [{ content: [text], speaker: text }] })))[0]!;

describe("a cell", () => {
  it.each([
    ["plain words"],
    ["a, b"],
    ['she said "no"'],
    ['"'],
    ["two\nlines"],
    ["two\r\nlines"],
    ["ends with a comma,"],
    ["Zoë 東海林 😀"],
    ["10 - 2 = 8"],
  ])("%j stays as it is", (text) => {
    expect(cell(text)).toMatchObject({ content: text, speaker: text });
  });

  it.each([
    ['=HYPERLINK("http://evil.example","Click")'],
    ["=1+1"],
    ["+49 30 1234"],
    ["-2+3"],
    ["@SUM(A1:A9)"],
    ["\t=1+1"],
    ["\r=1+1"],
  ])("%j is no formula: an apostrophe stands before it", (text) => {
    expect(cell(text)).toMatchObject({ content: `'${text}`, speaker: `'${text}` });
  });

  it("of metadata is treated alike", () => {
    const csv = toCsv(
      reading({ text: "x", statements: [{ content: ["x"] }], article: { title: "=1", publisher: 'A "B"' } }),
    );
    expect(records(csv)[0]).toMatchObject({ title: "'=1", publisher: 'A "B"' });
  });
});

describe("the table", () => {
  const rows = records(toCsv(pier));

  it("has one row a statement, in order of the text", () => {
    expect(rows.map((row) => row.n)).toEqual(pier.statements.map((_, i) => String(i + 1)));
    expect(rows.map((row) => row.statement)).toEqual(pier.statements.map((s) => s.id));
  });

  it("has the exact words and their offsets", () => {
    for (const [i, row] of rows.entries()) {
      const spans = row.content_span!.split(" ").map((span) => span.split("-").map(Number));
      expect(spans).toEqual(pier.statements[i]!.content.map(({ start, end }) => [start, end]));
      for (const [start, end] of spans) expect(row.content).toContain(pier.article.text.slice(start, end));
    }
  });

  it("writes yes and no as true and false, and leaves empty what is not known", () => {
    expect(rows[5]).toMatchObject({ negated: "true", historical: "false", answered: "", addressee: "", said_at: "" });
    expect(rows[6]).toMatchObject({ answered: "false" });
    expect(rows[2]).toMatchObject({ addressee: "reporters", condition_kind: "if until", said_at_implied: "true" });
    expect(rows[8]).toMatchObject({ probability: "0.25" });
  });

  it("is the header and the rows, which can be written apart", () => {
    expect(csvHeader() + csvRows(pier)).toBe(toCsv(pier));
    expect(csvHeader()).toMatch(/^article,title,.*,content_confidence,condition_span\r\n$/);
    expect(csvRows(reading({ text: "Nothing." }))).toBe("");
  });
});
