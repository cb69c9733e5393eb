/** The parts of scoring, case by case. Expected values come from Python. */
import { describe, expect, test } from "vitest";
import { byCodePoint, isAlnum } from "../../src/eval/characters.ts";
import { evaluate, parseGold } from "../../src/eval/index.ts";
import { sameName } from "../../src/eval/names.ts";
import { pythonRandom, roundTwo, twoDecimals } from "../../src/eval/numbers.ts";
import { headOf, kindOf, runsOf, scoredText, tokensOf, wordOf } from "../../src/eval/text.ts";
import { OnrecordError } from "../../src/schema/index.ts";

const words = (text: string) => scoredText(text).starts.map((_, t) => wordOf(scoredText(text), t));

describe("tokens", () => {
  test.each([
    ["I can’t say it’s Quill's", "I ca n’t say it ’s Quill 's"],
    ["CAN'T I'LL they’ve", "CA N'T I 'LL they ’ve"],
    ["1,000.5 tonnes, 3.", "1,000.5 tonnes , 3 ."],
    ["4x 1.5m a_b", "4x 1 . 5m a _ b"],
    ["naïve Zoë Straße 東京", "naïve Zoë Straße 東京"],
    ["e\u0301 is two", "e \u0301 is two"],
    ["😀!", "😀 !"],
    ["a\u00a0b\ufeffc\x1cd", "a b \ufeff c d"],
    ["", ""],
  ])("%j", (text, expected) => expect(words(text).join(" ")).toBe(expected));
});

describe("spans", () => {
  const doc = scoredText("Ana 😀 Quill\nsaid");
  test("edge white space never matters", () => expect([...tokensOf(doc, [[3, 7]])]).toEqual([1]));
  test("the middle of a surrogate pair is its start", () => expect([...tokensOf(doc, [[0, 5]])]).toEqual([0]));
  test("a point inside a word stands for it", () => expect([...tokensOf(doc, [[1, 1]])]).toEqual([0]));
  test("a paragraph's end cuts a run", () => expect(runsOf(doc, [0, 1, 2, 3])).toEqual([[0, 2], [3, 3]])); // biome-ignore format: one line
  test.each([[[-1, 2]], [[3, 2]], [[0, 99]], [[0.5, 2]], [["0", 2]]])("%j is refused", (span) =>
    expect(() => tokensOf(doc, [span as unknown as [number, number]])).toThrow(OnrecordError),
  );
});

describe("kinds", () => {
  const kind = (text: string) => kindOf(scoredText(text), scoredText(text).starts.keys());
  test.each([
    ["“All of it is quoted”", "direct"],
    ['he called it "a door"', "mixed"],
    ["nothing is", "indirect"],
    ["“never closed is quoted to the end", "direct"],
    ["‘It’s fine’", "direct"],
    ["the councillors’ plan isn’t ‘theirs", "indirect"],
    ["…", "indirect"],
  ])("%s: %s", (text, expected) => expect(kind(text)).toBe(expected));
});

describe("heads", () => {
  const head = (text: string) => headOf(scoredText(text), scoredText(text).starts.keys());
  test.each([
    ["Ana Quill, the mayor,", "quill"],
    ["officials familiar with the plan", "officials"],
    ["the mayor of Corran", "mayor"],
    ["Quill’s", "quill"],
    ["of", "of"],
    ["“”", ""],
    ["officials WHO left", "officials"],
  ])("%s: %s", (text, expected) => expect(head(text)).toBe(expected));
});

describe("speakers' names", () => {
  test.each([
    ["Prime Minister Ana Quill", "Quill", true],
    ["the Tide", "Tide’s", true],
    ["Ana Quill", "Ivo Quill", false],
    ["Quill", ["Marsh", "Ana Quill"], true],
    ["Ana Quill", { name: "A. Q.", link: "Ana_Quill" }, true],
    ["Quill", null, false],
    ["", "", false],
    ["Ana Quill", "Quill Ana", false],
  ])("%j, %j: %s", (p, g, expected) => expect(sameName(p, g)).toBe(expected));
});

describe("numbers as Python prints them", () => {
  test.each([
    [3.125, "3.12"],
    [9.375, "9.38"],
    [15.625, "15.62"],
    [0.005, "0.01"],
    [100, "100.00"],
    [66.66666666666667, "66.67"],
    [2.675, "2.67"],
  ])("%d is %s", (x, expected) => expect(twoDecimals(x)).toBe(expected));
  test("rounding", () => expect(roundTwo(3.125)).toBe(3.12));
  test("random.Random(1)", () => {
    const random = pythonRandom(1);
    expect([random(), random(), random()]).toEqual([0.13436424411240122, 0.8474337369372327, 0.763774618976614]);
    for (let i = 3; i < 1000; i++) random();
    expect(random()).toBe(0.4116430517162146);
  });
  test("order by code point", () => expect(["\uffee", "😀", "a"].sort(byCodePoint)).toEqual(["a", "\uffee", "😀"]));
  test("letters and digits", () => {
    expect(["a", "é", "½", "Ⅷ", "٣", "東", "𝒳"].every(isAlnum)).toBe(true);
    expect(["_", "-", "\u0301", "“", " ", "😀"].some(isAlnum)).toBe(false);
  });
});

describe("bad files", () => {
  const of = (...records: unknown[]) => parseGold(records.map((r) => JSON.stringify(r)).join("\n"), "x.jsonl");
  const article = { id: "a", text: "Quill left.", attributions: [] };
  test.each([
    ["no JSON", () => parseGold("{}\n{", "x.jsonl"), /x\.jsonl, line 1, has no "id"/],
    ["half a line", () => parseGold('{"id":"a"}\n{', "x.jsonl"), /x\.jsonl, line 2, is not JSON/],
    ["an id twice", () => of(article, article), /article a occurs twice/],
    [
      "an unknown article",
      () => evaluate(of(article), of({ id: "b" })),
      /1 predicted articles are not in gold, e\.g\. b/,
    ],
    ["another text", () => evaluate(of(article), of({ ...article, text: "No." })), /text of a differs/],
    ["no text", () => evaluate(of({ id: "a" }), of()), /has no text/],
    ["a span outside", () => evaluate(of({ ...article, attributions: [{ cue: [[0, 99]] }] }), of()), /outside a text/],
  ])("%s", (_, run, message) => {
    expect(run).toThrow(OnrecordError);
    expect(run).toThrow(message);
  });
});
