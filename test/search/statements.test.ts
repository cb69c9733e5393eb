/** Searching statements: fields and filters, names, issues, orders, pages, counts; what a hit has. */
import { describe, expect, it } from "vitest";
import { OnrecordError, type StatementSearch } from "../../src/schema/index.ts";
import {
  countStatements,
  moreLike,
  searchArticles,
  searchStatements,
  speakerSummaries,
} from "../../src/search/index.ts";
import { bay } from "./bay.ts";

const db = bay();
const numbers = (search: StatementSearch): number[] => searchStatements(db, search).hits.map(({ number }) => number);
const notes = (search: StatementSearch): string[] => searchStatements(db, search).messages.map(({ text }) => text);

describe("filters", () => {
  it.each<[StatementSearch, number[]]>([
    [{ query: "luna RIVER" }, [3, 1]],
    [{ query: "luna river", duplicates: true }, [3, 1, 5]],
    [{ query: "may be finished" }, []],
    [{ query: "-dam" }, [4, 2]],
    [{ query: "quill" }, [3, 1, 2]],
    [{ query: "speaker:quill dam", sort: "oldest" }, [1, 3]],
    [{ query: "speaker:quill OR type:offer", sort: "oldest" }, [2, 1, 3]],
    [{ query: "NOT (party:greens)" }, [4, 3]],
    [{ party: "greens", sort: "oldest" }, [7, 2, 1]],
    [{ speaker: "#2", sort: "oldest" }, [7, 2]],
    [{ speaker: "mayor" }, [1]],
    [{ addressee: "Ana Quill" }, [2]],
    [{ publisher: "Corran", sort: "oldest" }, [3, 4]],
    [{ publisher: "the tide", type: ["offer", "refusal"] }, [1, 2]],
    [{ type: "offer,assertion", sort: "oldest" }, [7, 2, 4]],
    [{ level: "background" }, [4]],
    [{ negated: true }, [1]],
    [{ conditional: true }, [2]],
    [{ negated: false, conditional: false, sort: "oldest" }, [7, 3, 4]],
    [{ saidSince: "2026-03-20" }, [2]],
    [{ saidUntil: "2024-06" }, [7]],
    [{ query: "said>2026-03-09 said<=2026-03-10" }, [1, 2]],
    [{ query: "published:2025" }, [7]],
    [{ query: "confidence<0.5" }, [7]],
    [{ minConfidence: 0.5, query: "dam" }, [3, 1]],
    [{ article: "talks" }, [1, 2]],
    [{ article: "1" }, [1, 2]],
    [{ article: "https://tide.example/talks" }, [1, 2]],
    [{ issue: "dam", sort: "oldest" }, [7, 2, 1, 3]],
    [{ query: "issue:dam -issue:wall river", sort: "oldest" }, [1, 3]],
    [{ issue: "lately" }, [1]],
  ])("%j finds %j", (search, expected) => {
    expect(numbers(search)).toEqual(expected);
  });

  it("say whom a name may mean, and which names are near one that nobody has", () => {
    expect(notes({ speaker: "quill" })).toEqual(["2 speakers are called “quill”: Ana Quill (#1), Quill (#3)"]);
    expect(notes({ speaker: "Ana Quil" })).toEqual(["no speaker called “Ana Quil”; near names: Ana Quill, Quill"]);
    expect(searchStatements(db, { speaker: "Zzz" })).toMatchObject({ total: 0, hits: [] });
    expect(notes({ query: "publisher:tyde" })).toEqual(["no publisher called “tyde”; near names: The Tide"]);
    expect(notes({ article: "none" })).toEqual(["no article called “none”"]);
  });

  it.each<[StatementSearch, string, RegExp]>([
    [{ type: "demnd" }, "bad-option", /type: "demnd" cannot.*did you mean demand/s],
    [{ saidSince: "tuesday" }, "bad-option", /saidSince: "tuesday".*a year, month or day/s],
    [{ issue: "fish" }, "bad-option", /no issue called “fish”.*Broken, Dam/s],
    [{ issue: "broken" }, "bad-query", /issue “Broken”.*closes the bracket/s],
    [{ issue: "looped" }, "bad-query", /names an issue itself/],
    [{ minConfidence: 7 }, "bad-option", /a number from 0 to 1/],
    [{ limit: 0 }, "bad-option", /1 to 1000/],
    [{ query: "dam", after: "x" }, "bad-option", /`next` of a result/],
    [{ after: "x" }, "bad-option", /`next` of a result/],
    [{ query: "dam type:demnd" }, "bad-query", /character 5.*did you mean demand/s],
    [{ query: "dam OR said>2026" }, "bad-query", /character 8: expected said beside other words/],
    [{ query: "type>demand" }, "bad-query", /expected type:/],
    [{ query: "-issue:lately" }, "bad-query", /dam said>=2026\n {4}\^ expected said beside/],
    [{ query: "is:red" }, "bad-query", /one of negated, hypothetical/],
  ])("%j is refused", (search, code, message) => {
    const error = refusal(() => searchStatements(db, search));
    expect(error.code).toBe(code);
    expect(`${error.message}\n${error.hint}`).toMatch(message);
  });
});

function refusal(run: () => unknown): OnrecordError {
  try {
    run();
  } catch (error) {
    if (error instanceof OnrecordError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

describe("a hit", () => {
  it("has the words as written, who, when, where, and what matched", () => {
    const [hit] = searchStatements(db, { query: "luna riv*", speaker: "ana", context: true }).hits;
    expect(hit).toMatchObject({
      number: 1,
      id: "s1",
      content: "The dam on the Łuna river will never be finished",
      snippet: { start: 0, end: 48 },
      speaker: { number: 1, name: "Ana Quill", type: "person" },
      type: "refusal",
      saidAt: "2026-03-10",
      flags: ["negated"],
      article: { number: 1, id: "talks", title: "Dam talks begin", publisher: "The Tide", published: "2026-03-11" },
    });
    expect(hit!.matches.map(({ start, end }) => hit!.content.slice(start, end))).toEqual(["Łuna", "river"]);
    const { text, start, content } = hit!.context!;
    expect(text).toBe("“The dam on the Łuna river will never be finished,” said Quill. It rained.");
    expect(text.slice(content[0]!.start - start, content[0]!.end - start)).toBe(hit!.content);
  });
  it("says an interval of dates", () => {
    expect(searchStatements(db, { query: "pay" }).hits[0]!.saidAt).toBe("2026-03-01/2026-03-31");
  });
  it("has no score where order is by date", () => {
    expect(searchStatements(db, { query: "dam", sort: "newest" }).hits[0]).not.toHaveProperty("score");
  });
});

describe("pages by date", () => {
  it("go on where they ended, whatever was added since", () => {
    const record = bay();
    const first = searchStatements(record, { sort: "newest", limit: 2 });
    record.run(
      `INSERT INTO statement (version, n, local, current, content, kind, act, type, level, said_from, flags, confidence)
       VALUES (1, 9, 's9', 1, 'New', 'direct', 'speech', 'assertion', 'named', '2027-01-01', 0, 1)`,
    );
    const second = searchStatements(record, { sort: "newest", limit: 2, after: first.next! });
    expect([...first.hits, ...second.hits].map(({ number }) => number)).toEqual([4, 3, 1, 2]);
  });
});

describe("counts", () => {
  it.each([
    [
      "speaker",
      {},
      [
        ["Ben Oker", 2],
        ["Ana Quill", 1],
        ["Quill", 1],
        ["Cara Moor", 1],
      ],
    ],
    [
      "publisher",
      { duplicates: true },
      [
        ["The Tide", 3],
        ["Corran Post", 2],
        ["Corran Wire", 1],
      ],
    ],
    [
      "type",
      { query: "dam" },
      [
        ["refusal", 2],
        ["assertion", 1],
      ],
    ],
    [
      "addressee",
      {},
      [
        [null, 4],
        ["Ana Quill", 1],
      ],
    ],
    [
      "month",
      {},
      [
        ["2026-03", 4],
        [null, 1],
      ],
    ],
    [
      "year",
      {},
      [
        ["2024", 1],
        ["2026", 4],
      ],
    ],
    ["speaker", { speaker: "nobody" }, []],
  ] as const)("by %s of %j", (by, search, expected) => {
    const { counts, total } = countStatements(db, search, by);
    expect(counts.map(({ value, statements }) => [value, statements])).toEqual(expected);
    expect(total).toBe(expected.reduce((sum, [, n]) => sum + n, 0));
  });
  it("give the first so many, and the sum of all", () => {
    expect(countStatements(db, {}, "speaker", { most: 1 })).toMatchObject({ total: 5, counts: [{ number: 2 }] });
    expect(refusal(() => countStatements(db, {}, "colour" as never)).hint).toContain("speaker");
  });
});

describe("articles", () => {
  it("are found by words of title and text, with the passage", () => {
    const { hits, total } = searchArticles(db, { query: "talks river" });
    expect(total).toBe(1);
    expect(hits[0]).toMatchObject({ number: 1, id: "talks", statements: 2, duplicate: false, language: "en" });
    const { text, matches } = hits[0]!;
    expect(matches.map(({ start, end }) => text.slice(start, end))).toEqual(["Talks", "river"]);
  });
  it.each([
    [{ query: "dam" }, ["talks", "post", "year"]],
    [{ query: "dam", sort: "newest", duplicates: true }, ["copy", "talks", "post", "year"]],
    [{ publisher: "tide", sort: "oldest" }, ["year", "talks"]],
    [{ query: "-river", sort: "newest" }, ["year"]],
    [{ query: "publisher:corran dam published>2026-03-01" }, ["post"]],
    [{ language: "EN" }, ["talks"]],
    [{ publishedSince: "2026" }, ["talks", "post"]],
  ] as const)("%j", (search, expected) => {
    const ids = searchArticles(db, search).hits.map(({ id }) => id);
    expect("sort" in search ? ids : ids.sort()).toEqual("sort" in search ? expected : [...expected].sort());
    const pages: string[] = [];
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = searchArticles(db, { ...search, limit: 1, ...(after !== undefined && { after }) });
      pages.push(...page.hits.map(({ id }) => id));
      after = page.next;
    }
    expect(pages.sort()).toEqual([...expected].sort());
  });
  it("take no fields of statements", () => {
    expect(refusal(() => searchArticles(db, { query: "dam type:demand" })).message).toContain("publisher, published");
  });
});

describe("speakerSummaries", () => {
  it("has all that fit the name", () => {
    const { total, speakers } = speakerSummaries(db, "quill");
    expect(total).toBe(2);
    expect(speakers[0]).toMatchObject({
      name: "Ana Quill",
      aliases: ["Mayor Quill"],
      roles: ["Greens", "mayor of Corran"],
      articles: 1,
      statements: 1,
      first: "2026-03-10",
      last: "2026-03-10",
      types: [{ value: "refusal", statements: 1 }],
      months: [{ value: "2026-03", statements: 1 }],
    });
    expect(speakers[0]!.recent.map(({ number }) => number)).toEqual([1]);
  });
  it("says near names for one that nobody has", () => {
    expect(speakerSummaries(db, "Oaker").messages[0]!.text).toBe("no speaker called “Oaker”; near names: Ben Oker");
  });
});

describe("moreLike", () => {
  it("finds statements that share the rare words, not itself", () => {
    expect(moreLike(db, 1).map(({ number }) => number)).toEqual([3, 2, 7]);
    expect(moreLike(db, "fish for the vote")[0]!.number).toBe(4);
    expect(moreLike(db, "…")).toEqual([]);
    expect(refusal(() => moreLike(db, 99)).code).toBe("no-such-id");
  });
});
