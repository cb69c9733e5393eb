/** Words of a text with their places; matches, snippets, alignments and differences of words. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align } from "../../src/search/align.ts";
import { wordDifference } from "../../src/search/diff.ts";
import { matchesIn, snippetOf } from "../../src/search/highlight.ts";
import { distance } from "../../src/search/near.ts";
import { textWords } from "../../src/search/words.ts";
import { foldedWords } from "../../src/store/fold.ts";

const shown = (text: string): string[] =>
  textWords(text).map(({ start, end, key }) => `${text.slice(start, end)}=${key}`);

describe("textWords", () => {
  it.each([
    ["The dam, again", ["The=the", "dam=dam", "again=again"]],
    ["Wałęsa’s Straße", ["Wałęsa=walesa", "s=s", "Straße=strasse"]],
    ["cafe\u0301 noir", ["cafe\u0301=cafe", "noir=noir"]],
    ["ﬁne Æther", ["ﬁne=fine", "Æther=aether"]],
    ["İzmir 👍 ok", ["İzmir=izmir", "ok=ok"]],
    ["ΟΔΟΣ", ["ΟΔΟΣ=οδος"]],
    ["", []],
  ])("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it("has the words of the index, in order, none over another", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (text) => {
        const words = textWords(text);
        expect(words.map(({ key }) => key)).toEqual(foldedWords(text));
        for (const { start, end } of words) expect(start < end && end <= text.length).toBe(true);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

describe("matchesIn", () => {
  const text = "We’ll pay for the dam: the DAM wall, dam wall.";
  it.each([
    [[{ words: ["dam"], prefix: false }], ["dam", "DAM", "dam"]],
    [[{ words: ["dam", "wall"], prefix: false }], ["DAM wall", "dam wall"]],
    [[{ words: ["the", "da"], prefix: true }], ["the dam", "the DAM"]],
    [
      [
        { words: ["pa"], prefix: true },
        { words: ["ll", "pay"], prefix: false },
      ],
      ["ll pay"],
    ],
    [[], []],
  ])("%j", (terms, expected) => {
    const nodes = terms.map((term) => ({ kind: "words" as const, ...term }));
    expect(matchesIn(textWords(text), nodes).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe("snippetOf", () => {
  const long = Array.from({ length: 300 }, (_, i) => (i === 200 || i === 210 || i === 20 ? "dam" : `w${i}`)).join(" ");
  it("is the window with the most matches", () => {
    const words = textWords(long);
    const { start, end } = snippetOf(long, words, matchesIn(words, [{ kind: "words", words: ["dam"], prefix: false }]));
    expect(long.slice(start, end)).toMatch(/^w192 .*dam .*dam .*w231$/);
  });
  it("is all of a short text", () => {
    expect(snippetOf("a b", textWords("a b"), [])).toEqual({ start: 0, end: 3 });
  });
  it("begins at the beginning where nothing matches", () => {
    expect(snippetOf(long, textWords(long), []).start).toBe(0);
  });
});

describe("align", () => {
  const pairs = (quoted: string, text: string): string =>
    align(quoted.split(" "), text.split(" "))
      .map(([q, t]) => `${q}-${t}`)
      .join(" ");
  it.each([
    ["a b c", "x a b c y", "0-1 1-2 2-3"],
    ["a b c", "x a b q c y", "0-1 1-2 2-4"],
    ["a b z c", "a b c", "0-0 1-1 3-2"],
    ["a b z c d", "a b q c d", "0-0 1-1 3-3 4-4"],
    ["a b c d e f", `a b c ${"x ".repeat(50)}d e f`, "0-0 1-1 2-2 3-53 4-54 5-55"],
    ["a z", "x y", ""],
    ["a b c e", `e ${"x ".repeat(60)}a b c`, "0-61 1-62 2-63"],
  ])("%s in %s", (quoted, text, expected) => {
    expect(pairs(quoted, text.trim())).toBe(expected);
  });
  it("finds the passage in a text that is cut", () => {
    const words = Array.from({ length: 60_000 }, (_, i) => (i % 7 === 0 ? "the" : `w${i % 1000}`));
    const quoted = ["we", "the", "people", "of", "corran", "say"];
    words.splice(50_000, quoted.length, ...quoted);
    expect(align(quoted, words).map(([, t]) => t)).toEqual([50_000, 50_001, 50_002, 50_003, 50_004, 50_005]);
  });
});

describe("wordDifference", () => {
  it.each([
    ["The dam will stand", "The dam will never stand", "The dam will+never= stand"],
    ["We will pay, Ana said", "we will not pay", "We will+not= pay-Ana said"],
    ["same", "Same!", "same"],
    ["", "new words", "+new words"],
  ])("%s to %s", (before, after, expected) => {
    const signs = { kept: "= ", removed: "-", added: "+" };
    const text = wordDifference(before, after).map(({ kind, words }) => signs[kind] + words);
    expect(text.join("").replace(/^= /, "")).toBe(expected);
  });

  it("has all words of both", () => {
    const words = fc.array(fc.constantFrom("a", "b", "c", "dé"), { maxLength: 12 }).map((all) => all.join(" "));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = wordDifference(before, after);
        const of = (...kinds: string[]) => changes.filter(({ kind }) => kinds.includes(kind)).map((one) => one.words);
        expect(of("kept", "removed").join(" ")).toBe(before);
        expect(of("kept", "added").join(" ")).toBe(after);
      }),
      { seed: 3 },
    );
  });
});

describe("distance", () => {
  it.each([
    ["quill", "quill", 0],
    ["quil", "quill", 1],
    ["qiull", "quill", 2],
    ["quill", "board", 3],
    ["a", "abcd", 3],
  ])("%s, %s: %i (3 is more than two)", (a, b, expected) => {
    expect(distance(a, b, 2)).toBe(expected);
  });
});
