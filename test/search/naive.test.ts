/** Searching agrees with a naive scan of all statements: random small records, random queries and filters. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OnrecordError, type StatementFilters } from "../../src/schema/index.ts";
import { countStatements, searchStatements } from "../../src/search/index.ts";
import type { Flag } from "../../src/store/facets.ts";
import { foldedWords } from "../../src/store/fold.ts";
import { type SeedArticle, type SeedStatement, seeded } from "./seed.ts";

const WORDS = ["dam", "Dämme", "river", "pay", "paid", "payment", "not", "Straße", "Łuna", "don’t", "wall", "AND"];
const SPEAKERS = ["Ana Quill", "Ben Oker", "Quill Moor", "The Dam Board"];
const DAYS = ["2026", "2026-02", "2026-02-03", "2026-03-01", "2026-03-09T10:00:00Z", "2027-01"];
const FLAGS: Flag[] = ["negated", "hypothetical", "historical", "conditional"];

const day = fc.constantFrom(...DAYS);
const statement: fc.Arbitrary<SeedStatement> = fc.record(
  {
    content: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 }).map((words) => `${words.join(" ")}.`),
    speaker: fc.constantFrom(...SPEAKERS),
    addressee: fc.constantFrom(...SPEAKERS),
    type: fc.constantFrom("assertion", "demand", "no-comment"),
    kind: fc.constantFrom("direct", "mixed"),
    level: fc.constantFrom("named", "via-agency"),
    said: fc.oneof(
      day.map((one) => [one] as const),
      fc.tuple(day, day).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const))),
    ),
    flags: fc.subarray(FLAGS),
    confidence: fc.constantFrom(0.2, 0.6, 0.9),
  },
  { requiredKeys: ["content"] },
);
const record: fc.Arbitrary<SeedArticle[]> = fc
  .array(
    fc.record(
      {
        publisher: fc.constantFrom("The Tide", "Corran Post", "Post"),
        published: day,
        old: fc.boolean(),
        copy: fc.boolean(),
        statements: fc.array(statement, { maxLength: 4 }),
      },
      { requiredKeys: ["statements"] },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) =>
    all.map(({ copy, ...article }, i) => ({ ...article, id: `a${i}`, ...(copy && i > 0 && { copyOf: "a0" }) })),
  );

/** A query as text, and what it means. */
interface Asked {
  readonly text: string;
  fits(row: Row): boolean;
}
interface Row {
  readonly article: SeedArticle;
  readonly statement: SeedStatement;
}

function columnsOf({ statement }: Row): string[][] {
  return [foldedWords(statement.content), foldedWords(`${statement.speaker ?? ""} ${statement.addressee ?? ""}`)];
}

function inARow(words: readonly string[], prefix: boolean): (row: Row) => boolean {
  return (row) =>
    columnsOf(row).some((column) =>
      column.some((_, at) =>
        words.every((word, i) =>
          prefix && i === words.length - 1 ? column[at + i]?.startsWith(word) : column[at + i] === word,
        ),
      ),
    );
}

const aWord = fc.constantFrom(...WORDS, "quill", "board", "nowhere").filter((word) => word !== "AND");
const leaf: fc.Arbitrary<Asked> = fc.oneof(
  aWord.map((word) => ({ text: word, fits: inARow(foldedWords(word), false) })),
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => ({
    text: `"${words.join(" ")}"`,
    fits: inARow(words.flatMap(foldedWords), false),
  })),
  fc.constantFrom("da", "pay", "stra", "lu").map((start) => ({ text: `${start}*`, fits: inARow([start], true) })),
  fc.constantFrom("assertion", "demand").map((type) => ({
    text: `type:${type}`,
    fits: ({ statement }: Row) => (statement.type ?? "assertion") === type,
  })),
  fc.constantFrom("quill", "ben", "nobody").map((name) => ({
    text: `speaker:${name}`,
    fits: ({ statement }: Row) => foldedWords(statement.speaker ?? "").includes(name),
  })),
  fc.constantFrom(...FLAGS).map((flag) => ({
    text: `is:${flag}`,
    fits: ({ statement }: Row) => statement.flags?.includes(flag) ?? false,
  })),
);
const query: fc.Arbitrary<Asked> = fc.letrec<{ all: Asked; leaf: Asked }>((tie) => ({
  leaf,
  all: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    fc.tuple(tie("all"), tie("all"), fc.constantFrom(" ", " AND ")).map(([a, b, by]) => ({
      text: `(${a.text})${by}(${b.text})`,
      fits: (row: Row) => a.fits(row) && b.fits(row),
    })),
    fc.tuple(tie("all"), tie("all")).map(([a, b]) => ({
      text: `(${a.text} OR ${b.text})`,
      fits: (row: Row) => a.fits(row) || b.fits(row),
    })),
    fc.tuple(tie("all"), fc.constantFrom("-", "NOT ")).map(([a, not]) => ({
      text: `${not}(${a.text})`,
      fits: (row: Row) => !a.fits(row),
    })),
  ),
})).all;

const everyFilter = fc.record({
  speaker: fc.constantFrom("Quill", "ana", "board dam", ["Ben", "Moor"]),
  addressee: fc.constantFrom("oker", "Quill"),
  publisher: fc.constantFrom("Post", "tide", ["Corran Post", "The Tide"]),
  type: fc.constantFrom("demand", ["assertion", "no-comment"]),
  kind: fc.constantFrom("direct", "mixed"),
  level: fc.constantFrom("named", "via-agency"),
  saidSince: fc.constantFrom("2026-02", "2026-03-01", "2027"),
  saidUntil: fc.constantFrom("2026", "2026-02-20", "2026-03-01"),
  publishedSince: fc.constantFrom("2026-02", "2026-03-09"),
  publishedUntil: fc.constantFrom("2026-02-10", "2026-12"),
  negated: fc.boolean(),
  conditional: fc.boolean(),
  minConfidence: fc.constantFrom(0.5, 0.9),
  duplicates: fc.boolean(),
});

/** Few at a time: with more of them hardly anything is found. */
const filters: fc.Arbitrary<StatementFilters> = everyFilter.chain((all) =>
  fc
    .subarray(Object.keys(all), { maxLength: 3 })
    .map((keys) => Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)))),
);

const listOf = (value: string | readonly string[]): readonly string[] => (typeof value === "string" ? [value] : value);
const hasWords = (name: string | undefined, words: string): boolean =>
  foldedWords(words).every((word) => foldedWords(name ?? "").includes(word));
/** May a date of any precision lie on or behind this one; on or before it? */
const mayBeSince = (date: string | undefined, since: string): boolean =>
  date !== undefined && (date >= since || since.startsWith(date));
const mayBeUntil = (date: string | undefined, until: string): boolean =>
  date !== undefined && (date <= until || date.startsWith(until));

/** "Post" is the name of one of the publishers to the letter: then only that one is meant. */
function publisherFits(publisher: string | undefined, asked: string, all: readonly SeedArticle[]): boolean {
  const exact = all.some((one) => one.publisher?.toLowerCase() === asked.toLowerCase());
  return exact
    ? publisher?.toLowerCase() === asked.toLowerCase()
    : publisher !== undefined && hasWords(publisher, asked);
}

function passes({ article, statement: s }: Row, f: StatementFilters, all: readonly SeedArticle[]): boolean {
  const some = (value: string | readonly string[] | undefined, test: (one: string) => boolean): boolean =>
    value === undefined || listOf(value).some(test);
  const [from, to] = [s.said?.[0], s.said?.[1] ?? s.said?.[0]];
  return (
    !article.old &&
    (f.duplicates || article.copyOf === undefined) &&
    some(f.speaker, (name) => s.speaker !== undefined && hasWords(s.speaker, name)) &&
    some(f.addressee, (name) => s.addressee !== undefined && hasWords(s.addressee, name)) &&
    some(f.publisher, (name) => publisherFits(article.publisher, name, all)) &&
    some(f.type, (type) => (s.type ?? "assertion") === type) &&
    some(f.kind, (kind) => (s.kind ?? "direct") === kind) &&
    some(f.level, (level) => (s.level ?? "named") === level) &&
    (f.saidSince === undefined || mayBeSince(to, f.saidSince)) &&
    (f.saidUntil === undefined || mayBeUntil(from, f.saidUntil)) &&
    (f.publishedSince === undefined || mayBeSince(article.published, f.publishedSince)) &&
    (f.publishedUntil === undefined || mayBeUntil(article.published, f.publishedUntil)) &&
    (f.negated === undefined || (s.flags?.includes("negated") ?? false) === f.negated) &&
    (f.conditional === undefined || (s.flags?.includes("conditional") ?? false) === f.conditional) &&
    (f.minConfidence === undefined || (s.confidence ?? 0.9) >= f.minConfidence)
  );
}

const rowsOf = (articles: readonly SeedArticle[]): Row[] =>
  articles.flatMap((article) => article.statements.map((statement) => ({ article, statement })));

describe("searchStatements", () => {
  it("finds what a naive scan finds, in every order, page by page; and counts it", () => {
    fc.assert(
      fc.property(record, fc.option(query, { nil: undefined }), filters, (articles, asked, chosen) => {
        const db = seeded(articles);
        const expected = rowsOf(articles).flatMap((row, i) =>
          passes(row, chosen, articles) && (asked?.fits(row) ?? true) ? [i + 1] : [],
        );
        const search = { ...chosen, ...(asked && { query: asked.text }) };
        for (const sort of ["relevance", "newest", "oldest"] as const) {
          const found = searchStatements(db, { ...search, sort });
          expect(found.hits.map(({ number }) => number).sort((a, b) => a - b)).toEqual(expected);
          expect(found).toMatchObject({ total: expected.length, exact: true });
          expect(paged(db, { ...search, sort })).toEqual(found.hits.map(({ number }) => number));
        }
        for (const by of ["type", "speaker", "month"] as const)
          expect(countStatements(db, search, by).total).toBe(expected.length);
        db.close();
      }),
      { seed: 2026, numRuns: 200 },
    );
  });

  it("lets nothing that is typed become an error of the database", () => {
    const db = seeded([{ id: "a", statements: [{ content: "The dam is paid for", speaker: "Ana Quill" }] }]);
    const piece = fc.constantFrom(
      "\"", "“", "(", ")", "*", "-", "AND", "OR", "NOT", "NEAR(", "dam", "pay*", "^dam", "content:", "{who}", "facets : x", "speaker:", "speaker:quill",
      "type:demand", "said>2026", "is:negated", " ", " ", "'", "''", ";", "--", "\0", "\ud800", "%", "_", "speaker_1", "+", "\\", "½", "ﬁ", "İ", "ß", "停火", "😀",
    ); // biome-ignore format: one list
    const typed = fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 12 });
    fc.assert(
      fc.property(typed, fc.boolean(), (pieces, asName) => {
        const text = pieces.join("");
        try {
          const search = asName ? { speaker: text, publisher: text, article: text } : { query: text };
          searchStatements(db, { ...search, duplicates: true });
          countStatements(db, search, "type");
        } catch (error) {
          expect(error).toBeInstanceOf(OnrecordError);
          expect((error as OnrecordError).code).toBe("bad-query");
        }
      }),
      { seed: 2026, numRuns: 1000 },
    );
  });
});

function paged(db: Parameters<typeof searchStatements>[0], search: Parameters<typeof searchStatements>[1]): number[] {
  const numbers: number[] = [];
  for (let after: string | undefined; ; ) {
    const page = searchStatements(db, { ...search, limit: 2, ...(after !== undefined && { after }) });
    numbers.push(...page.hits.map(({ number }) => number));
    after = page.next;
    if (after === undefined) return numbers;
  }
}
