/** What a search found, for people and programs: golden at two widths, no line too long, nothing that moves the cursor; CSV; schemas. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  articlesText, candidatesText, countsText, hitsCsv, JSON_SCHEMAS, resultsJsonl, statementsText, summariesText, variantsText,
} from "../../src/export/index.ts"; // biome-ignore format: one list
import { columns } from "../../src/export/terminal/width.ts";
import type { StatementHit } from "../../src/schema/index.ts";
import {
  countStatements, findQuotation, searchArticles, searchStatements, speakerSummaries, variantsOf,
} from "../../src/search/index.ts"; // biome-ignore format: one list
import { bay } from "../search/bay.ts";
import { seeded } from "../search/seed.ts";
import { expectGolden } from "./golden.ts";

const db = bay();
const found = searchStatements(db, { query: "dam OR pay", duplicates: true, context: true });
const articles = searchArticles(db, { query: "dam" });
const counts = countStatements(db, { speaker: "quill" }, "speaker");
const candidates = findQuotation(db, "the dam on the luna will not be finished");
const variants = variantsOf(db, 1);
const summaries = speakerSummaries(db, "quill");

const reports = {
  statements: (options: object) => statementsText(found, options),
  articles: (options: object) => articlesText(articles, options),
  counts: (options: object) => countsText(counts, options),
  candidates: (options: object) => candidatesText(candidates, options),
  variants: (options: object) => variantsText(variants, options),
  speakers: (options: object) => summariesText(summaries, options),
};
const plain = (text: string) => text.replace(/\u001b\[\d+m/g, "");

describe.each(Object.entries(reports))("%s", (name, report) => {
  it.each([80, 44])("at %s columns", (width) => {
    expectGolden(report({ width }), new URL(`golden/search-${name}-${width}.golden.txt`, import.meta.url));
  });
  it("fits, and says the same in colour", () => {
    for (const width of [30, 44, 80, 300]) {
      for (const line of report({ width }).split("\n")) expect(columns(line)).toBeLessThanOrEqual(Math.min(width, 100));
      expect(plain(report({ width, colour: true }))).toBe(report({ width }));
    }
    expect(report({ colour: true })).toContain("\u001b[");
  });
});

describe("the reports", () => {
  it("mark the matches in colour", () => {
    expect(statementsText(found, { colour: true })).toContain("The \u001b[1mdam\u001b[22m on the Łuna river");
  });

  it("say it where nothing was found, and near names", () => {
    expect(statementsText(searchStatements(db, { speaker: "quil" }))).toBe(
      "Nothing found.\nnote: no speaker called “quil”; near names: Ana Quill, Quill\n",
    );
    expect(candidatesText([])).toBe("No statement has these words.\n");
    expect(summariesText(speakerSummaries(db, "zzz"))).toBe("No such speaker.\nnote: no speaker called “zzz”\n");
    expect(variantsText(variantsOf(db, 2))).toContain("No other article has it.");
  });

  it("show escape sequences instead of obeying them", () => {
    const evil = "\u001b[2Jdam \u202eback \u0007 \r\n\u009b31m";
    const record = seeded([
      { id: evil, title: evil, publisher: evil, statements: [{ content: evil, speaker: evil }] },
      { id: "b", statements: [{ content: `${evil} dam back again it is`, speaker: evil }] },
    ]);
    const texts = [
      statementsText(searchStatements(record, { query: "dam", context: true })),
      articlesText(searchArticles(record, { query: "dam" })),
      countsText(countStatements(record, {}, "publisher")),
      candidatesText(findQuotation(record, "dam back")),
      variantsText(variantsOf(record, 1)),
      summariesText(speakerSummaries(record, "dam")),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/[\u001b\u0007\r\u009b\u202e]/);
      expect(text).toMatch(/dam/);
    }
  });
});

describe("for programs", () => {
  it("a hit is a row, safe for spreadsheets", () => {
    const [header, first, ...rest] = hitsCsv(found.hits).split("\r\n");
    expect(header).toMatch(/^number,speaker,.*,score$/);
    expect(first!.split(",")).toHaveLength(header!.split(",").length);
    expect(rest).toHaveLength(found.hits.length);
    const formula = { ...found.hits[0]!, content: "=1+1" } as StatementHit;
    expect(hitsCsv([formula])).toContain("'=1+1");
  });
  it("or a line", () => {
    const lines = resultsJsonl(found.hits).trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(found.hits);
  });
  it.each([
    ["statement-results", found],
    ["article-results", articles],
    ["counts", counts],
    ["quotation-candidate", candidates[0]],
    ["variants", variants],
    ["speaker-summaries", summaries],
    ["hit", found.hits[0]],
  ] as const)("and holds to the schema: %s", (name, value) => {
    const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(JSON_SCHEMAS[name]())));
    expect(schema.safeParse(JSON.parse(JSON.stringify(value))).error).toBeUndefined();
  });
});
