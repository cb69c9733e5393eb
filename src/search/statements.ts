/** Finds statements: words and filters in, a page of hits out. */
import type { Message, Sort, StatementHit, StatementResult, StatementSearch } from "../schema/index.ts";
import type { Database } from "../store/database.ts";
import { withContext } from "./context.ts";
import { hitsOf } from "./hits.ts";
import { isOffset, limitOf, offsetOf, type Place, placeOf, placeText } from "./paging.ts";
import { type Asked, allTests, hasIndexed, type Plan, planSearch, toCount, toRank } from "./plan.ts";
import { type Test, testSql, testValues } from "./tests.ts";

/** Totals are counted up to here. */
const COUNTED = 10_000;
/** More than these are not ranked: weighing them all takes longer than anybody waits, and words so common tell little. */
const RANKED = 30_000;
/** Without words: fewer rows than these are looked up and sorted; else rows are tested in order of date. */
const FEW = 5_000;
/** With words: of so many rows the newest are found sooner by asking the index for each row in order of date. */
const MANY = 100_000;

const DATE = "coalesce(s.said_from, s.published, '')";
export const INDEXED = "statement_fts CROSS JOIN statement s INDEXED BY statement_facets ON s.id = statement_fts.rowid";

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
  const limit = limitOf(search.limit);
  if (plan.nothing) return { total: 0, exact: true, hits: [], messages: [...plan.messages] };
  // One more than the page, to know whether there is another.
  const window: Window = { limit: limit + 1, after: search.after };
  const { found, messages } = byWords(db, plan, search, window) ?? {
    found: dated(db, plan, search.sort === "oldest" ? "oldest" : "newest", window),
    messages: plan.terms.length > 0 && (search.sort ?? "relevance") === "relevance" ? [TOO_MANY] : [],
  };
  const shown = found.slice(0, limit);
  const hits = scored(
    hitsOf(
      db,
      shown.map(({ id }) => id),
      plan.terms,
    ),
    shown,
  );
  return {
    ...totalOf(db, plan),
    hits: search.context ? withContext(db, hits) : hits,
    ...(found.length > limit && { next: nextOf(shown, search.after) }),
    messages: [...plan.messages, ...messages],
  };
}

const TOO_MANY: Message = {
  rule: "search/too-many-to-rank",
  text: "very many statements have these words: the newest come first; another word or a filter makes a ranking possible",
};

function nextOf(shown: readonly Found[], after: string | undefined): string {
  const last = shown.at(-1)!;
  return last.date === undefined ? String(offsetOf(after) + shown.length) : placeText(last as Place);
}

function scored(hits: readonly StatementHit[], found: readonly Found[]): StatementHit[] {
  const scores = new Map(found.map(({ id, score }) => [id, score]));
  return hits.map((hit) => {
    const score = scores.get(hit.number);
    return score === undefined ? hit : { ...hit, score };
  });
}

/** Ranked, if that is asked for and can be done. A page goes on in the order of the page before. */
function byWords(db: Database, plan: Plan, { sort = "relevance", after }: StatementSearch, window: Window) {
  if (sort !== "relevance" || plan.terms.length === 0) return undefined;
  const byRank = [toRank, toCount].map((to) => to(plan)).find(({ match }) => atMost(db, match, RANKED) < RANKED);
  if (after === undefined ? byRank === undefined : !isOffset(after)) return undefined;
  return { found: ranked(db, byRank ?? toRank(plan), window), messages: [] };
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
  const { from, tests, match } = datedSource(db, plan);
  const all = [...tests, ...(place ? [behind(place, sort)] : [])];
  return db.all<Found>(
    `SELECT s.id, ${DATE} AS date FROM ${from}${testSql(all)} ORDER BY date ${order}, s.id ${order} LIMIT ?`,
    ...match,
    ...testValues(all),
    limit,
  );
}

const BY_DATE = "statement s INDEXED BY statement_date WHERE true";

/** Where the rows are read: from the index and then sorted, or in order of date and then tested. */
function datedSource(db: Database, plan: Plan): { from: string; tests: readonly Test[]; match: readonly string[] } {
  const inOrder = { from: BY_DATE, tests: allTests(plan), match: [] };
  if (!hasIndexed(plan)) return inOrder;
  const { match, tests } = toCount(plan);
  const sorted = { from: `${INDEXED} WHERE statement_fts MATCH ?`, tests, match: [match] };
  if (plan.words.rows === undefined) return atMost(db, match, FEW) < FEW ? sorted : inOrder;
  // A rare date or the beginning of a word would make every row a long question.
  if (tests.length > 0 || plan.terms.some(({ prefix }) => prefix) || atMost(db, match, MANY) < MANY) return sorted;
  const asked = {
    sql: "EXISTS (SELECT 1 FROM statement_fts WHERE statement_fts MATCH ? AND rowid = s.id)",
    values: [match],
  };
  return { from: BY_DATE, tests: [CURRENT, asked], match: [] };
}

const CURRENT: Test = { sql: "s.current = 1", values: [] };

function behind({ date, id }: Place, sort: Sort): Test {
  const sign = sort === "oldest" ? ">" : "<";
  return { sql: `${DATE} ${sign}= ? AND (${DATE} ${sign} ? OR s.id ${sign} ?)`, values: [date, date, id] };
}

/** How many rows the index has, counted no further than `most`. */
function atMost(db: Database, match: string, most: number): number {
  const sql = "SELECT count(*) AS n FROM (SELECT 1 FROM statement_fts WHERE statement_fts MATCH ? LIMIT ?)";
  return db.get<{ n: number }>(sql, match, most)!.n;
}

function totalOf(db: Database, plan: Plan): { total: number; exact: boolean } {
  const n = counted(db, plan, COUNTED + 1);
  return { total: Math.min(n, COUNTED), exact: n <= COUNTED };
}

function counted(db: Database, plan: Plan, most: number): number {
  const asked = hasIndexed(plan) ? toCount(plan) : undefined;
  if (asked?.tests.length === 0) return atMost(db, asked.match, most);
  const tests = asked?.tests ?? allTests(plan);
  const from = asked ? `${INDEXED} WHERE statement_fts MATCH ?` : BY_DATE;
  const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM ${from}${testSql(tests)} LIMIT ?)`;
  return db.get<{ n: number }>(sql, ...(asked ? [asked.match] : []), ...testValues(tests), most)!.n;
}
