/** References: each value in its field, exactly, whatever characters it has. */
import { describe, expect, it } from "vitest";
import { citationOf, FORMATS } from "../../src/export/index.ts";
import { forReadings } from "./arbitrary.ts";
import { reading } from "./make.ts";
import { pier } from "./pier.ts";

const offer = pier.statements[2]!;
const wild = reading({
  text: "“50% of {x}\\y_z~^ & $5 #1”\nsaid Ana.",
  statements: [{ content: ["“50% of {x}\\y_z~^ & $5 #1”\nsaid"], speaker: "Ana", kind: "direct" }],
  article: {
    id: "a/b c",
    title: "Costs & {braces}",
    byline: "By Ana Moe, Ben Li and Cy Orr",
    published: "2026-03",
    url: "https://a.example/x_y%20z?q=1#f",
  },
});
const entry = (format: "csl-json" | "ris" | "bibtex", options = {}) =>
  citationOf(wild, wild.statements[0]!, format, options);

/** RIS tags in order. */
const ris = (text: string) =>
  text.split("\r\n").flatMap((line) => {
    const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line) ?? [];
    return tag === undefined ? [] : [[tag, value!] as const];
  });

describe("CSL-JSON", () => {
  it("has the article and the exact words", () => {
    expect(JSON.parse(citationOf(pier, offer, "csl-json", { accessed: "2026-04-01" }))).toEqual({
      id: "pier_s3",
      type: "article-newspaper",
      title: "Pier talks end without a deal as mayor warns of ‘one last winter’",
      author: [{ literal: "Nell Abiodun" }],
      "container-title": "The Tide",
      issued: { "date-parts": [[2026, 3, 11]] },
      accessed: { "date-parts": [[2026, 4, 1]] },
      URL: "https://tide.example/pier?a=1&b=2",
      language: "en",
      abstract: "“We will sign if the wall is paid for,” […] “Until then, no one signs. A door, not yet a road.”",
      note: "Ana Quill, mayor of Corran, said 2026-03-11 (direct, offer)",
    });
  });

  it("states a date as precisely as the article does, and every author", () => {
    expect(JSON.parse(entry("csl-json"))).toMatchObject({
      id: "a-b-c_s1",
      issued: { "date-parts": [[2026, 3]] },
      author: [{ literal: "Ana Moe" }, { literal: "Ben Li" }, { literal: "Cy Orr" }],
    });
  });

  it("of many articles is one array, also where one has no statements", () => {
    const { begin, article, between, end } = FORMATS["csl-json"];
    const options = { many: true };
    expect(article(reading({ text: "Nothing." }), 0, options)).toBe("");
    const text =
      begin(options) + article(pier, 0, options) + between(options) + article(wild, 1, options) + end(options);
    expect(JSON.parse(text)).toHaveLength(pier.statements.length + 1);
  });
});

describe("RIS", () => {
  it("has a value a line, lines end with CRLF", () => {
    const text = entry("ris", { accessed: "2026-04-01" });
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(ris(text)).toEqual([
      ["TY", "NEWS"],
      ["ID", "a-b-c_s1"],
      ["TI", "Costs & {braces}"],
      ["AU", "Ana Moe"],
      ["AU", "Ben Li"],
      ["AU", "Cy Orr"],
      ["PY", "2026"],
      ["DA", "2026/03//"],
      ["Y2", "2026/04/01/"],
      ["UR", "https://a.example/x_y%20z?q=1#f"],
      ["AB", "“50% of {x}\\y_z~^ & $5 #1” said"],
      ["N1", "Ana (direct, assertion)"],
      ["ER", ""],
    ]);
  });

  it("begins and ends every record, whatever a text says", () =>
    forReadings((r) => {
      for (const s of r.statements) {
        const tags = ris(citationOf(r, s, "ris")).map(([tag]) => tag);
        expect([tags[0], tags.at(-1), tags.filter((tag) => tag === "TY" || tag === "ER").length]).toEqual([
          "TY",
          "ER",
          2,
        ]);
      }
    }, 60));
});

describe("BibTeX", () => {
  it("escapes what TeX would run, and leaves an address as it is", () => {
    const text = entry("bibtex", { accessed: "2026-04-01" });
    expect(text).toMatch(/^@article\{a-b-c_s1,\n/);
    expect(text).toContain(
      "abstract = {“50\\% of \\textbraceleft{}x\\textbraceright{}\\textbackslash{}y\\_z\\textasciitilde{}\\textasciicircum{} \\& \\$5 \\#1” said}",
    );
    expect(text).toContain("author = {{Ana Moe} and {Ben Li} and {Cy Orr}}");
    expect(text).toContain("title = {{Costs \\& \\textbraceleft{}braces\\textbraceright{}}}");
    expect(text).toContain("url = {https://a.example/x_y%20z?q=1#f}");
    expect(text).toContain("urldate = {2026-04-01}");
    expect(text).not.toContain("journal");
  });

  it("has balanced braces, whatever a text says", () =>
    forReadings((r) => {
      for (const s of r.statements) {
        const text = citationOf(r, s, "bibtex");
        let depth = 0;
        for (const c of text.trimEnd().slice(0, -1)) {
          depth += c === "{" ? 1 : c === "}" ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(text.startsWith("@") ? 0 : 1);
        }
        expect(depth).toBe(1);
      }
    }, 60));
});
