/** Finds statements: words and filters in, a page of hits out. */
import type { Sort, StatementHit, StatementResult, StatementSearch } from "../schema/index.ts";
import type { Database } from "../store/database.ts";
import { withContext } from "./context.ts";
import { hitsOf } from "./hits.ts";
import { limitOf, offsetOf, type Place, placeOf, placeText } from "./paging.ts";
import { type Asked, allTests, hasIndexed, type Plan, planSearch, toCount, toRank } from "./plan.ts";
import { type Test, testSql, testValues } from "./tests.ts";

/** Totals are counted up to here. */
const COUNTED = 10_000;
/** A filter that fewer rows have than this is looked up and sorted; else rows are tested one by one in order of date. */
const FEW = 5_000;

const DATE = "coalesce(s.said_from, s.published, '')";
const INDEXED = "statement_fts CROSS JOIN statement s INDEXED BY statement_facets ON s.id = statement_fts.rowid";

interface Found {
  readonly id: number;
  readonly score?: number;
  readonly date?: string;
}

interface Window {
  readonly limit: number;
  readonly after?: string | undefined;
}

/** @throws OnrecordError bad-query, bad-option */
export function searchStatements(db: Database, search: StatementSearch): StatementResult {
  const plan = planSearch(db, search);
  const window: Window = { limit: limitOf(search.limit), after: search.after };
  const sort = search.sort ?? (plan.terms.length > 0 ? "relevance" : "newest");
  if (plan.nothing) return { total: 0, exact: true, hits: [], messages: [...plan.messages] };
  const byWords = sort === "relevance" && plan.terms.length > 0;
  // One more than the page, to know whether there is another.
  const more = { ...window, limit: window.limit + 1 };
  const found = byWords ? ranked(db, toRank(plan), more) : dated(db, plan, sort, more);
  const shown = found.slice(0, window.limit);
  const hits = scored(
    hitsOf(
      db,
      shown.map(({ id }) => id),
      plan.terms,
    ),
    shown,
  );
  const last = shown.at(-1);
  const next = byWords ? String(offsetOf(search.after) + shown.length) : last && placeText(last as Place);
  return {
    ...totalOf(db, plan),
    hits: search.context ? withContext(db, hits) : hits,
    ...(found.length > shown.length && next !== undefined && { next }),
    messages: [...plan.messages],
  };
}

function scored(hits: readonly StatementHit[], found: readonly Found[]): StatementHit[] {
  const scores = new Map(found.map(({ id, score }) => [id, score]));
  return hits.map((hit) => {
    const score = scores.get(hit.number);
    return score === undefined ? hit : { ...hit, score };
  });
}

/** The index gives rows in order of rank and the tests let pass what they may, until the page is full. */
export function ranked(db: Database, { match, tests }: Asked, { limit, after }: Window): Found[] {
  const rows = db.all<{ id: number; rank: number }>(
    `SELECT s.id, statement_fts.rank AS rank FROM statement_fts CROSS JOIN statement s ON s.id = statement_fts.rowid
     WHERE statement_fts MATCH ? AND rank MATCH 'bm25(1.0, 0.5, 0.0)'${testSql(tests)}
     ORDER BY statement_fts.rank LIMIT ? OFFSET ?`,
    match,
    ...testValues(tests),
    limit,
    offsetOf(after),
  );
  return rows.map(({ id, rank }) => ({ id, score: Math.round(-rank * 1e6) / 1e6 }));
}

function dated(db: Database, plan: Plan, sort: Sort, { limit, after }: Window): Found[] {
  const order = sort === "oldest" ? "ASC" : "DESC";
  const place = placeOf(after);
  const from: Test[] = place ? [behind(place, sort)] : [];
  const asked = hasIndexed(plan) ? toCount(plan) : undefined;
  if (asked && (plan.words.rows !== undefined || isFew(db, asked.match))) {
    const tests = [...asked.tests, ...from];
    return db.all<Found>(
      `SELECT s.id, ${DATE} AS date FROM ${INDEXED} WHERE statement_fts MATCH ?${testSql(tests)}
       ORDER BY date ${order}, s.id ${order} LIMIT ?`,
      asked.match,
      ...testValues(tests),
      limit,
    );
  }
  const tests = [...allTests(plan), ...from];
  return db.all<Found>(
    `SELECT s.id, ${DATE} AS date FROM statement s INDEXED BY statement_date WHERE true${testSql(tests)}
     ORDER BY date ${order}, s.id ${order} LIMIT ?`,
    ...testValues(tests),
    limit,
  );
}

function behind({ date, id }: Place, sort: Sort): Test {
  const sign = sort === "oldest" ? ">" : "<";
  return { sql: `${DATE} ${sign}= ? AND (${DATE} ${sign} ? OR s.id ${sign} ?)`, values: [date, date, id] };
}

function isFew(db: Database, match: string): boolean {
  const sql = "SELECT count(*) AS n FROM (SELECT 1 FROM statement_fts WHERE statement_fts MATCH ? LIMIT ?)";
  return db.get<{ n: number }>(sql, match, FEW)!.n < FEW;
}

function totalOf(db: Database, plan: Plan): { total: number; exact: boolean } {
  const asked = hasIndexed(plan) ? toCount(plan) : undefined;
  const tests = asked?.tests ?? allTests(plan);
  const from = asked ? `${INDEXED} WHERE statement_fts MATCH ?` : "statement s INDEXED BY statement_facets WHERE true";
  const { n } = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM ${from}${testSql(tests)} LIMIT ?)`,
    ...(asked ? [asked.match] : []),
    ...testValues(tests),
    COUNTED + 1,
  )!;
  return { total: Math.min(n, COUNTED), exact: n <= COUNTED };
}
