/** Words that very many statements have: listed newest first, page by page, as few are; and filters that many pass. */
import { beforeAll, describe, expect, it } from "vitest";
import { countStatements, searchStatements } from "../../src/search/index.ts";
import type { Database } from "../../src/store/database.ts";
import { FLAGS } from "../../src/store/facets.ts";
import { emptyRecord } from "./seed.ts";

const COUNT = 100_500;
let db: Database;

const DAYS = Array.from({ length: 1000 }, (_, i) => new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10));
const day = (i: number): string => DAYS[i % DAYS.length]!;
/** One in three is a copy's, one in a hundred a threat, half have "wall". */
const isCopy = (i: number): boolean => i % 3 === 0;
const isThreat = (i: number): boolean => i % 10 === 1;
const hasWall = (i: number): boolean => i % 2 === 0;

beforeAll(() => {
  db = emptyRecord();
  db.transaction(() => {
    db.run("INSERT INTO article (identity, added_at) VALUES ('a', '')");
    db.run(
      `INSERT INTO version (article, n, current, name, article_key, words, text_sha, body, sha, added_at)
       VALUES (1, 1, 1, 'a', 'a', 1, x'', x'', x'', '')`,
    );
    for (let i = 1; i <= COUNT; i++) {
      const [content, type] = [hasWall(i) ? "dam wall" : "dam", isThreat(i) ? "threat" : "assertion"];
      db.run(
        `INSERT INTO statement (version, n, local, current, content, kind, act, type, level, said_from, flags, confidence)
         VALUES (1, ?, ?, 1, ?, 'direct', 'speech', ?, 'named', ?, ?, 1)`,
        i, `s${i}`, content, type, day(i), isCopy(i) ? FLAGS.duplicate : 0,
      ); // biome-ignore format: values in the order of the columns
      const facets = `kind_direct type_${type}${isCopy(i) ? " flag_duplicate" : ""}`;
      db.run("INSERT INTO statement_fts (rowid, content, who, facets) VALUES (?, ?, '', ?)", i, content, facets);
    }
  });
}, 120_000);

const all = Array.from({ length: COUNT }, (_, i) => i + 1);
const newest = (fits: (i: number) => boolean): number[] =>
  all.filter(fits).sort((a, b) => (day(a) === day(b) ? b - a : day(a) < day(b) ? 1 : -1));

describe("very many", () => {
  it.each<[object, (i: number) => boolean]>([
    [{ query: "dam", duplicates: true }, () => true],
    [{ query: "dam" }, (i) => !isCopy(i)],
    [{ query: "dam wall" }, (i) => !isCopy(i) && hasWall(i)],
    [{ query: "da*" }, (i) => !isCopy(i)],
    [{ query: "dam", saidUntil: "2020-01-02", duplicates: true }, (i) => day(i) <= "2020-01-02"],
    [{ type: "threat" }, (i) => isThreat(i) && !isCopy(i)],
    [{ query: "-wall type:threat" }, (i) => isThreat(i) && !isCopy(i) && !hasWall(i)],
    [{}, (i) => !isCopy(i)],
  ])("of %j are listed newest first, and oldest", (search, fits) => {
    const expected = newest(fits);
    for (const sort of ["newest", "oldest"] as const) {
      const order = sort === "newest" ? expected : expected.toReversed();
      const first = searchStatements(db, { ...search, sort, limit: 150 });
      const second = searchStatements(db, { ...search, sort, limit: 50, after: first.next! });
      expect([...first.hits, ...second.hits].map(({ number }) => number)).toEqual(order.slice(0, 200));
      expect(first).toMatchObject({ total: Math.min(expected.length, 10_000), exact: expected.length <= 10_000 });
    }
    expect(countStatements(db, search, "type").total).toBe(expected.length);
    expect(countStatements(db, search, "year").total).toBe(expected.length);
  });

  it("are not ranked, and the result says so; a filter makes it possible", () => {
    const common = searchStatements(db, { query: "dam" });
    expect(common.hits.map(({ number }) => number)).toEqual(newest((i) => !isCopy(i)).slice(0, 20));
    expect(common.messages.map(({ rule }) => rule)).toEqual(["search/too-many-to-rank"]);
    const next = searchStatements(db, { query: "dam", after: common.next! });
    expect(next.hits.map(({ number }) => number)).toEqual(newest((i) => !isCopy(i)).slice(20, 40));
    const few = searchStatements(db, { query: "dam", type: "threat" });
    expect(few.messages).toEqual([]);
    expect(few.hits.every(({ score, type }) => score !== undefined && type === "threat")).toBe(true);
  });
});
