/** `onrecord search`: statements, articles, counts or the places of a quotation, for a person or a program. */
import type { ArticleSearch, CountKey, OpenRecord, Sort, StatementHit, StatementSearch } from "../../index.ts";
import { type Api, loadApi } from "../api.ts";
import { wantsColour, widthOf } from "../colour.ts";
import { UsageError } from "../errors.ts";
import { type FilterCall, filtersOf } from "../filters.ts";
import type { Context } from "../program.ts";

export interface SearchCall extends FilterCall {
  readonly record: string;
  readonly sort?: Sort;
  readonly limit: number;
  readonly after?: string;
  readonly count?: CountKey;
  readonly articles?: boolean;
  readonly quote?: boolean;
  readonly like?: number;
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly csv?: boolean;
  readonly atom?: boolean;
  readonly color: boolean;
}

/** What was found, in each of the forms that it can be asked for. */
interface Found {
  readonly json: unknown;
  readonly rows: readonly object[];
  readonly hits?: readonly StatementHit[];
  text(options: { width: number; colour: boolean }): string;
}

const EXCLUSIVE = [
  ["count", "articles", "quote", "like"],
  ["json", "jsonl", "csv", "atom"],
] as const;

function check(query: string, call: SearchCall): void {
  for (const names of EXCLUSIVE) {
    const given = names.filter((name) => call[name] !== undefined && call[name] !== false);
    if (given.length > 1)
      throw new UsageError(`--${given.join(" and --")} contradict each other`, "Choose one of them.");
  }
  if (call.quote && query.trim() === "") throw new UsageError("--quote needs the words of a quotation");
  if (call.like !== undefined && query.trim() !== "")
    throw new UsageError("--like takes no query beside the statement");
}

export async function search(query: string, call: SearchCall, context: Context): Promise<number> {
  check(query, call);
  const api = await loadApi(context.api);
  const record = await api.openRecord(call.record, { readOnly: true });
  try {
    const found = await find(api, record, query, call);
    process.stdout.write(await written(api, record, found, query, call));
    return 0;
  } finally {
    record.close();
  }
}

function searchOf(query: string, call: SearchCall): StatementSearch {
  const { sort, limit, after } = call;
  return { ...filtersOf(call), query, limit, ...(sort && { sort }), ...(after !== undefined && { after }) };
}

async function find(api: Api, record: OpenRecord, query: string, call: SearchCall): Promise<Found> {
  if (call.count) {
    const counts = await record.count(searchOf(query, call), call.count, { most: call.limit });
    return { json: counts, rows: counts.counts, text: (options) => api.countsText(counts, options) };
  }
  if (call.articles) {
    const articles = await record.searchArticles(articleSearch(searchOf(query, call)));
    return { json: articles, rows: articles.hits, text: (options) => api.articlesText(articles, options) };
  }
  if (call.quote) {
    const all = await record.findQuotation(query, { limit: call.limit });
    const hits = all.map(({ statement }) => statement);
    return { json: all, rows: all, hits, text: (options) => api.candidatesText(all, options) };
  }
  const result =
    call.like === undefined
      ? await record.search(searchOf(query, call))
      : pageOf(await record.moreLike(call.like, { limit: call.limit }));
  return { json: result, rows: result.hits, hits: result.hits, text: (options) => api.statementsText(result, options) };
}

const pageOf = (hits: readonly StatementHit[]) => ({ total: hits.length, exact: true, hits: [...hits], messages: [] });

/** Only what articles have. */
function articleSearch({
  query,
  publisher,
  publishedSince,
  publishedUntil,
  duplicates,
  sort,
  limit,
  after,
}: StatementSearch): ArticleSearch {
  const all = { query, publisher, publishedSince, publishedUntil, duplicates, sort, limit, after };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

async function written(api: Api, record: OpenRecord, found: Found, query: string, call: SearchCall): Promise<string> {
  if (call.json) return `${JSON.stringify(found.json, null, 2)}\n`;
  if (call.jsonl) return api.resultsJsonl(found.rows);
  if (call.csv || call.atom) {
    if (!found.hits) throw new UsageError(`--${call.csv ? "csv" : "atom"} is for statements`, "Use --json or --jsonl.");
    return call.csv ? api.hitsCsv(found.hits) : atom(api, record, found.hits, { query, ...filtersOf(call) });
  }
  const colour = wantsColour(call.color === false ? false : undefined, {
    env: process.env,
    isTty: process.stdout.isTTY === true,
  });
  return found.text({ colour, width: widthOf(process.stdout.columns, process.env) });
}

/** The feed's id says what was searched for: another search is another feed. */
async function atom(
  api: Api,
  record: OpenRecord,
  hits: readonly StatementHit[],
  asked: StatementSearch,
): Promise<string> {
  const entries = [];
  for (const { number } of hits) {
    const { article, statement } = await record.statement(number);
    entries.push({ reading: article.reading, statement });
  }
  const facts = Object.entries(asked).filter(([, value]) => value !== "");
  const title = facts.map(([name, value]) => (name === "query" ? value : `${name} ${value}`)).join(", ");
  const selfUrl = `urn:onrecord:search:${encodeURIComponent(title || "all")}`;
  return api.toAtom(entries, { title: `Statements: ${title || "all"}`, selfUrl, updated: new Date().toISOString() });
}
