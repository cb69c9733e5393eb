/** Finds articles: words of their title and text, and filters, in; a page of hits out. */
import type { ArticleHit, ArticleResult, ArticleSearch } from "../schema/index.ts";
import type { Database, Value } from "../store/database.ts";
import { facet } from "../store/facets.ts";
import type { Filter } from "./filters.ts";
import { matchesIn, snippetOf } from "./highlight.ts";
import { type ArticleColumns, articleRef } from "./hits.ts";
import { limitOf, offsetOf, type Place, placeOf, placeText } from "./paging.ts";
import { optionFilter, type Plan, plannerOf, planOf, valuesOf } from "./plan.ts";
import { facetSet, intersection } from "./query/expression.ts";
import type { WordsNode } from "./query/node.ts";
import { parseQuery } from "./query/parse.ts";
import { bodyOf } from "./stored.ts";
import { oneOf, type Test, testSql, testValues } from "./tests.ts";
import { textWords } from "./words.ts";

const COUNTED = 10_000;
const DATE = "coalesce(s.published, '')";
/** Filters name a row `s`: here it is a version. */
const MATCHED = "article_fts CROSS JOIN version s ON s.id = article_fts.rowid";

interface Found {
  readonly id: number;
  readonly score?: number;
  readonly date?: string;
}

/** @throws OnrecordError bad-query, bad-option */
export function searchArticles(db: Database, search: ArticleSearch): ArticleResult {
  const plan = planArticles(db, search);
  const limit = limitOf(search.limit);
  if (plan.nothing) return { total: 0, exact: true, hits: [], messages: [...plan.messages] };
  const byWords = plan.terms.length > 0 && !plan.words.but && (search.sort ?? "relevance") === "relevance";
  const found = byWords ? ranked(db, plan, limit + 1, search.after) : dated(db, plan, search, limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next = byWords ? String(offsetOf(search.after) + shown.length) : last && placeText(last as Place);
  return {
    ...totalOf(db, plan),
    hits: shown.flatMap((one) => hitOf(db, one, plan.terms)),
    ...(found.length > limit && next !== undefined && { next }),
    messages: [...plan.messages],
  };
}

function planArticles(db: Database, search: ArticleSearch): Plan {
  const planner = plannerOf(db, "title body", ["publisher", "published"]);
  const filters: Filter[] = [{ tests: [{ sql: "s.current = 1", values: [] }] }];
  const publishers = valuesOf(search.publisher);
  if (publishers.length > 0) filters.push(optionFilter(planner, "publisher", "publisher", publishers));
  for (const [name, operator] of [
    ["publishedSince", ">="],
    ["publishedUntil", "<="],
  ] as const) {
    const date = search[name];
    if (date !== undefined) filters.push(optionFilter(planner, name, "published", [date], operator));
  }
  const languages = valuesOf(search.language).map((language) => language.toLowerCase());
  if (languages.length > 0)
    filters.push({
      set: facetSet(languages.map((one) => facet("language", one))),
      tests: [oneOf("s.language", languages)],
    });
  if (!search.duplicates) filters.push({ tests: [ORIGINAL] });
  return planOf(planner, [parseQuery(search.query ?? "")], filters);
}

const ORIGINAL: Test = { sql: "(SELECT duplicate_of FROM article a WHERE a.id = s.article) IS NULL", values: [] };

/** Where the rows come from, and what they must be. */
function source({ words, filters }: Plan): { readonly from: string; readonly values: Value[] } {
  const tests = filters.flatMap((filter) => filter.tests);
  const { rows, but } = words;
  if (rows === undefined)
    return { from: `version s INDEXED BY version_date WHERE true${testSql(tests)}`, values: testValues(tests) };
  if (!but)
    return { from: `${MATCHED} WHERE article_fts MATCH ?${testSql(tests)}`, values: [rows, ...testValues(tests)] };
  const without = "s.id NOT IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)";
  return {
    from: `version s INDEXED BY version_date WHERE ${without}${testSql(tests)}`,
    values: [rows, ...testValues(tests)],
  };
}

function ranked(db: Database, plan: Plan, limit: number, after: string | undefined): Found[] {
  const indexed = plan.filters.filter(({ set }) => set !== undefined);
  const tests = plan.filters.filter(({ set }) => set === undefined).flatMap((filter) => filter.tests);
  const { rows } = intersection([plan.words, ...indexed.map(({ set }) => set!)]);
  const found = db.all<{ id: number; rank: number }>(
    `SELECT s.id, article_fts.rank AS rank FROM ${MATCHED}
     WHERE article_fts MATCH ? AND rank MATCH 'bm25(2.0, 1.0, 0.0)'${testSql(tests)}
     ORDER BY article_fts.rank LIMIT ? OFFSET ?`,
    rows!,
    ...testValues(tests),
    limit,
    offsetOf(after),
  );
  return found.map(({ id, rank }) => ({ id, score: Math.round(-rank * 1e6) / 1e6 }));
}

function dated(db: Database, plan: Plan, { sort, after }: ArticleSearch, limit: number): Found[] {
  const { from, values } = source(plan);
  const [order, sign] = sort === "oldest" ? ["ASC", ">"] : ["DESC", "<"];
  const place = placeOf(after);
  const behind = place ? ` AND ${DATE} ${sign}= ? AND (${DATE} ${sign} ? OR s.id ${sign} ?)` : "";
  return db.all<Found>(
    `SELECT s.id, ${DATE} AS date FROM ${from}${behind} ORDER BY date ${order}, s.id ${order} LIMIT ?`,
    ...values,
    ...(place ? [place.date, place.date, place.id] : []),
    limit,
  );
}

function totalOf(db: Database, plan: Plan): { total: number; exact: boolean } {
  const { from, values } = source(plan);
  const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM ${from} LIMIT ?)`;
  const { n } = db.get<{ n: number }>(sql, ...values, COUNTED + 1)!;
  return { total: Math.min(n, COUNTED), exact: n <= COUNTED };
}

interface ArticleRow extends ArticleColumns {
  readonly language: string | null;
  readonly duplicate: number;
  readonly statements: number;
}

/** The words of longer texts are looked for in their beginning. */
const LONGEST = 300_000;

function hitOf(db: Database, { id, score }: Found, terms: readonly WordsNode[]): ArticleHit[] {
  const row = db.get<ArticleRow>(
    `SELECT v.article, v.article_key, v.title, o.name AS publisher, v.url, v.published, v.language,
       a.duplicate_of IS NOT NULL AS duplicate,
       (SELECT count(*) FROM statement s WHERE s.version = v.id) AS statements
     FROM version v JOIN article a ON a.id = v.article LEFT JOIN publisher o ON o.id = v.publisher WHERE v.id = ?`,
    id,
  );
  if (!row) return [];
  const text = bodyOf(db, id).text.slice(0, LONGEST);
  const words = textWords(text);
  const found = matchesIn(words, terms);
  const { start, end } = snippetOf(text, words, found);
  const matches = found
    .filter((match) => match.start >= start && match.end <= end)
    .map((match) => ({ start: match.start - start, end: match.end - start }));
  return [
    {
      ...articleRef(row),
      ...(row.language !== null && { language: row.language }),
      statements: row.statements,
      duplicate: row.duplicate === 1,
      text: text.slice(start, end),
      start,
      matches,
      ...(score !== undefined && { score }),
    },
  ];
}
