/** Finding a quotation's source and an utterance's variants: exact, trimmed, misquoted, and what must not be found. */
import { describe, expect, it } from "vitest";
import { findQuotation, variantsOf } from "../../src/search/index.ts";
import { bay } from "./bay.ts";
import { seeded } from "./seed.ts";

const db = bay();
const found = (words: string, options = {}) =>
  findQuotation(db, words, options).map(({ statement }) => statement.number);

describe("findQuotation", () => {
  it.each([
    ["the dam on the Luna river will never be finished", [1, 3]],
    ["the dam on the Luna River will never ever be finished", [3, 1]],
    ["We will pay … the wall is built", [2]],
    ["we shall pay when a wall is built", [2]],
    ["fish vote", [4]],
    ["nothing of the sort was ever uttered by anybody", []],
    ["…", []],
    ["", []],
  ])("%s", (words, expected) => {
    expect(found(words)).toEqual(expected);
  });

  it("tells which words both have, as written", () => {
    const [first] = findQuotation(db, "The dam on the luna won't be finished");
    const { statement, spans, share } = first!;
    expect(spans.map(({ start, end }) => statement.content.slice(start, end))).toEqual([
      "the dam on the Luna",
      "be finished",
    ]);
    expect(share).toBeCloseTo(7 / 9, 3);
  });

  it("keeps to the speakers asked for, and gives copies only when asked", () => {
    const words = "the dam on the luna river will never be finished";
    expect(found(words, { speakers: [3] })).toEqual([3]);
    expect(found(words, { duplicates: true })).toEqual([1, 5, 3]);
    expect(found(words, { limit: 1 })).toEqual([1]);
    expect(found(words, { share: 1 })).toEqual([1, 3]);
  });
});

describe("variantsOf", () => {
  it("has the same utterance in other articles, the first published first, and the difference", () => {
    const { statement, earliest, variants } = variantsOf(db, 1);
    expect(statement.number).toBe(1);
    expect(earliest).toBe(3);
    expect(variants.map((one) => one.statement.number)).toEqual([3, 5]);
    expect(variants[0]).toMatchObject({
      similarity: 1,
      difference: [
        { kind: "kept", words: "The dam on the Łuna river will never" },
        { kind: "added", words: "ever" },
        { kind: "kept", words: "be finished" },
      ],
    });
    expect(variantsOf(db, 2).variants).toEqual([]);
  });

  it("takes a trimmed one, and an unnamed speaker's; not another's, nor one of the same article", () => {
    const long = "We will not give up one metre of this shore whatever they pay us for it";
    const record = seeded([
      {
        id: "a",
        published: "2026-03-02",
        statements: [
          { content: long, speaker: "Ana Quill" },
          { content: long, speaker: "Ana Quill" },
        ],
      },
      {
        id: "b",
        published: "2026-03-01T23:00:00-03:00",
        statements: [{ content: "not give up one metre of this shore", speaker: "A. Quill" }],
      },
      { id: "c", published: "2026-03-02T01:00:00Z", statements: [{ content: `${long}, she said`, speaker: "Quill" }] },
      { id: "d", statements: [{ content: long }] },
      { id: "e", published: "2026-03-01", statements: [{ content: long, speaker: "Ben Oker" }] },
      { id: "f", published: "2026-03-01", statements: [{ content: "We will give up this shore", speaker: "Quill" }] },
      { id: "g", published: "2026-03-01", old: true, statements: [{ content: long, speaker: "Quill" }] },
    ]);
    const { variants, earliest } = variantsOf(record, 1);
    expect(variants.map((one) => one.statement.article.id)).toEqual(["c", "d"]);
    expect(earliest).toBe(4);
    expect(variantsOf(record, 5).variants.map((one) => one.statement.article.id)).toEqual(["e", "c", "b", "a", "a"]);
  });
});
