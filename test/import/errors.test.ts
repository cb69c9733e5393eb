/** Bad lines are told by number and the rest is taken; others' layouts are understood as docs/output.md says. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { BRAT_CONF, toAnnotations, toBrat, toCsv, toGold, toJson, toJsonl } from "../../src/export/index.ts";
import {
  importAnnotations,
  importBrat,
  importCsv,
  importJsonl,
  readAnnotated,
  readingOf,
} from "../../src/import/index.ts";
import { annotatedOf } from "../../src/schema/index.ts";
import { reading } from "../export/make.ts";
import { pier } from "../export/pier.ts";

const told = (errors: readonly Error[]) => errors.map(({ message }) => message);

describe("bad lines", () => {
  it("of JSON Lines", () => {
    const bad = [
      "{",
      "7",
      '{"id":"x"}',
      '{"id":"y","text":"abc","attributions":[{"content":[[2,9]]}]}',
      '{"id":"z","attributions":[{"content":[[3,1]]}]}',
      '{"id":"v","attributions":[{"kind":"odd"}]}',
      '{"error":{"code":"empty","message":"a.txt has no text."}}',
    ];
    const { articles, errors } = importJsonl(`${bad.join("\n")}\n\n${toGold(pier)}`, "g.jsonl");
    expect(articles.map(({ id }) => id)).toEqual(["pier"]);
    expect(told(errors)).toEqual([
      expect.stringMatching(/^g\.jsonl, line 1 is not JSON/),
      expect.stringMatching(/^g\.jsonl, line 2: it is no JSON object/),
      expect.stringMatching(/^g\.jsonl, line 3: it is neither an article/),
      expect.stringMatching(/^g\.jsonl, line 4: the span 2-9 lies outside the text/),
      expect.stringMatching(/^g\.jsonl, line 5: attributions\.0\.content\.0/),
      expect.stringMatching(/^g\.jsonl, line 6: attributions\.0\.kind/),
      expect.stringMatching(/^g\.jsonl, line 7: it tells of an input that could not be read \(empty\)/),
    ]);
  });

  it("of CSV", () => {
    const [header, ...rows] = toCsv(pier).trimEnd().split("\r\n");
    const broken = rows[0]!.replace(/(?<=,)\d+-\d+(?=,)/, "7-x");
    const { articles, errors } = importCsv([header, broken, "too,few", ...rows.slice(1)].join("\r\n"), "s.csv");
    expect(articles[0]!.attributions).toHaveLength(pier.statements.length - 1);
    expect(told(errors).sort()).toEqual([
      expect.stringMatching(/^s\.csv, line 2: “7-x” in source_span is no span such as 40-71/),
      expect.stringMatching(/^s\.csv, line 3: Invalid Record Length/),
    ]);
  });

  it("of CSV as a spreadsheet saves it, with semicolons", () => {
    const semicolons = "article;content_span;negated;confidence\r\na;1-2;TRUE;0,5\r\n";
    expect(importCsv(semicolons, "s.csv").articles[0]).toMatchObject({
      id: "a",
      attributions: [{ content: [[1, 2]], negated: true, confidence: 0.5 }],
    });
  });

  it("of another table: it is refused as a whole", () => {
    expect(() => importCsv("a,b\n1,2\n", "t.csv")).toThrow(/t\.csv has no columns article and content_span/);
  });

  it("of brat", () => {
    const ann = [
      "T1\tContent 0 3\tYes",
      "T2\tCue 9 5\tx",
      "T3\tCue 50 60\tx",
      "X",
      "A1\tKind T1 odd",
      "T4\tSource 4 7\tBen",
      "#1\tAnnotatorNotes T1\t{bad",
    ];
    const { articles, errors, messages } = importBrat({ txt: "Yes Ann.", ann: ann.join("\r\n") }, { id: "a" });
    expect(articles[0]!.attributions.map(({ content, source }) => ({ content, source }))).toEqual([
      { content: [[0, 3]], source: [] },
      { content: [], source: [[4, 7]] },
    ]);
    expect(told(errors)).toEqual([
      expect.stringMatching(/^a\.ann, line 2: “9 5” are no offsets/),
      expect.stringMatching(/^a\.ann, line 4: it is no line of brat/),
      expect.stringMatching(/^a\.ann, line 3: 50 60 lies outside the text/),
      expect.stringMatching(/^a\.ann, line 7: the note/),
      expect.stringMatching(/^a\.ann, line 5: kind: /),
    ]);
    expect(messages).toMatchObject([
      { rule: "import/text-differs", text: expect.stringContaining("“Ann” where the annotation says “Ben”") },
    ]);
  });
});

describe("others' brat files", () => {
  const txt = "😀 Ann and Ben said yes and swore no.";
  const types = { Holder: "source", Verb: "cue", Quote: "content" } as const;
  const T = [
    "T1\tHolder 2 5\tAnn",
    "T2\tVerb 14 18\tsaid",
    "T3\tQuote 19 22\tyes",
    "T4\tVerb 27 32\tswore",
    "T5\tQuote 33 35\tno",
    "T6\tPlace 0 1\t😀",
  ];
  const words = (spans: unknown) => (spans as [number, number][]).map(([start, end]) => txt.slice(start, end));
  const read = (lines: readonly string[]) => {
    const { articles, errors, messages } = importBrat({ txt, ann: [...T, ...lines].join("\n") }, { id: "a", types });
    expect(errors).toEqual([]);
    expect(messages.map(({ text }) => text)).toEqual(["a.ann: 1 of type Place, which stands for no role, left out."]);
    return articles[0]!.attributions.map((a) => [words(a.source), words(a.cue), words(a.content), a.parent]);
  };

  it("with relations: a source may belong to two statements", () => {
    expect(
      read([
        "R1\tSays Arg1:T2 Arg2:T3",
        "R2\tBy Arg1:T2 Arg2:T1",
        "R3\tSays Arg1:T4 Arg2:T5",
        "R4\tBy Arg1:T4 Arg2:T1",
      ]),
    ).toEqual([
      [["Ann"], ["said"], ["yes"], null],
      [["Ann"], ["swore"], ["no"], null],
    ]);
  });

  it("with events, one inside another", () => {
    expect(read(["E1\tVerb:T2 Who:T1 What:T3 What2:E2", "E2\tVerb:T4 What:T5"])).toEqual([
      [["Ann"], ["said"], ["yes"], null],
      [[], ["swore"], ["no"], "b1"],
    ]);
  });

  it("with discontinuous annotations", () => {
    const { articles } = importBrat({ txt, ann: "T1\tContent 19 22;33 35\tyes no" }, { id: "a" });
    expect(words(articles[0]!.attributions[0]!.content)).toEqual(["yes", "no"]);
  });
});

describe("others' Web Annotations", () => {
  const text = "😀 Ann said yes. Ben said yes. Cy said no.";
  const texts = new Map([["https://a.example/1", text]]);
  const annotation = (...selector: object[]) => ({
    type: "Annotation",
    id: "n1",
    body: [{ type: "TextualBody", purpose: "identifying", value: "Ann" }],
    target: { source: "https://a.example/1", selector },
  });
  const quote = (exact: string, prefix = "", suffix = "") => ({ type: "TextQuoteSelector", exact, prefix, suffix });
  const position = (start: number, end: number) => ({ type: "TextPositionSelector", start, end });
  const read = (...selector: object[]) => {
    const { articles, errors, messages } = importAnnotations([annotation(...selector)], "w.json", { texts });
    expect(errors).toEqual([]);
    const [a] = articles[0]!.attributions;
    expect(a!.speaker).toBe("Ann");
    return {
      words: a!.content!.map(([start, end]) => text.slice(start, end)),
      at: a!.content![0]?.[0],
      notes: messages.map((m) => m.text),
    };
  };

  it.each([
    ["by position, in characters", [position(2, 5)], "Ann", 3],
    ["by words, where the position is another text's", [position(2, 5), quote("no")], "no", 39],
    ["by words and what stands around them", [quote("yes", "Ben said ", ".")], "yes", 26],
    ["by words alone, where nothing like that stands around them", [quote("no", "elsewhere ", "!")], "no", 39],
  ])("%s", (_, selectors, words, at) => {
    expect(read(...selectors)).toEqual({ words: [words], at, notes: [] });
  });

  it.each([
    ["yes", "w.json, annotation n1: the content “yes” stands in it more than once; it is left out."],
    ["never", "w.json, annotation n1: the content “never” is not in the text; it is left out."],
  ])("not found: %s", (words, note) => {
    expect(read(quote(words))).toEqual({ words: [], at: undefined, notes: [note] });
  });

  it("of a text that is not known", () => {
    const { articles, errors } = importAnnotations([annotation(quote("no"))], "w.json");
    expect(articles).toEqual([]);
    expect(told(errors)).toEqual(["w.json, annotation n1: the text that it points into is not known."]);
  });
});

describe("files", () => {
  const dir = mkdtempSync(join(tmpdir(), "onrecord-import-"));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const put = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  };
  const texts = new Map([["pier", pier.article.text]]);
  const spans = annotatedOf(pier).attributions.map(({ source, cue, content }) => ({ source, cue, content }));

  it.each([
    ["a.jsonl", toGold(pier)],
    ["b.jsonl.gz", gzipSync(toJsonl(pier))],
    ["c.json", toJson(pier)],
    ["d.json", `[${toJson(pier)}]`],
    ["e.csv", `\ufeff${toCsv(pier)}`],
    ["f.jsonld", toAnnotations(pier)],
    ["lines", toJsonl(pier)],
    ["table", toCsv(pier)],
    ["value", toJson(pier)],
  ])("%s is read as what it is", (name, content) => {
    const { articles, errors } = readAnnotated(put(name, content), { texts });
    expect(errors).toEqual([]);
    expect(articles[0]!.attributions).toMatchObject(spans);
  });

  it("a brat folder", () => {
    mkdirSync(join(dir, "brat"));
    const { txt, ann } = toBrat(pier);
    put("brat/a~2fpier.txt", txt);
    put("brat/a~2fpier.ann", ann);
    put("brat/annotation.conf", BRAT_CONF);
    const { articles, errors } = readAnnotated(join(dir, "brat"));
    expect(errors).toEqual([]);
    expect(articles).toMatchObject([{ id: "a/pier", text: txt, attributions: spans }]);
  });

  it("that are not there, or not UTF-8, or hold nothing", () => {
    expect(() => readAnnotated(join(dir, "no.csv"))).toThrow(/no such file/);
    expect(() => readAnnotated(put("latin.csv", Uint8Array.of(0xe9, 0x2c)))).toThrow(/is not UTF-8/);
    mkdirSync(join(dir, "none"));
    expect(() => readAnnotated(join(dir, "none"))).toThrow(/a folder without \.ann files/);
  });
});

describe("a reading of annotations", () => {
  it("says what was not annotated", () => {
    const made = readingOf(
      { id: "a", text: "Ann: yes", attributions: [{ content: [[5, 8]], speaker: { name: "Ann" } }] },
      "import/brat",
      "0.2.0",
    );
    expect(made.statements[0]).toMatchObject({
      id: "a1",
      kind: "indirect",
      type: "assertion",
      typeConfidence: 0,
      level: "named",
      speaker: { name: "Ann" },
    });
    expect(made.statements[0]!.decisions.filter(({ by }) => by === "import/default").map(({ field }) => field)).toEqual(
      ["kind", "act", "level", "type"],
    );
  });

  it("needs the text", () => {
    const bare = reading({ text: "x" });
    const { text: _, ...rest } = annotatedOf(bare);
    expect(() => readingOf(rest, "import/csv", "0.2.0")).toThrow(/came without its text/);
  });
});
