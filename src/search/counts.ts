/** Counts statements by what they have in common: words and filters in, how many of each value out. */
import {
  ACTS,
  COUNT_KEYS,
  type CountKey,
  type Counts,
  KINDS,
  LEVELS,
  OnrecordError,
  STATEMENT_TYPES,
  type StatementSearch,
} from "../schema/index.ts";
import type { Database } from "../store/database.ts";
import { facet } from "../store/facets.ts";
import { allTests, hasIndexed, type Plan, planSearch, toCount } from "./plan.ts";
import { facetSet } from "./query/expression.ts";
import { testSql, testValues } from "./tests.ts";

/** When it was said, as far as one month (or year) tells; else when it was published. */
const period = (length: number): string =>
  `CASE WHEN s.said_from IS NULL THEN substr(s.published, 1, ${length})
        WHEN substr(coalesce(s.said_to, s.said_from), 1, ${length}) = substr(s.said_from, 1, ${length})
        THEN substr(s.said_from, 1, ${length}) END`;

export const MONTH = period(7);

const KEYS: Readonly<Record<CountKey, string>> = {
  speaker: "s.speaker",
  addressee: "s.addressee",
  publisher: "s.publisher",
  type: "s.type",
  kind: "s.kind",
  act: "s.act",
  level: "s.level",
  month: MONTH,
  year: period(4),
};

export interface CountOptions {
  /** So many values, those with the most statements; all if not said. */
  readonly most?: number;
}

/** @throws OnrecordError bad-query, bad-option */
export function countStatements(
  db: Database,
  search: StatementSearch,
  by: CountKey,
  options: CountOptions = {},
): Counts {
  if (!Object.hasOwn(KEYS, by))
    throw new OnrecordError("bad-option", `by: ${JSON.stringify(by)} cannot be counted`, {
      hint: `one of ${COUNT_KEYS.join(", ")}`,
    });
  const plan = planSearch(db, search);
  const rows = plan.nothing ? [] : grouped(db, plan, by);
  const total = rows.reduce((sum, { n }) => sum + n, 0);
  const counts = named(db, by, inOrder(by, rows).slice(0, options.most ?? rows.length));
  return { by, total, counts, messages: [...plan.messages] };
}

interface Group {
  readonly value: string | number | null;
  readonly n: number;
}

/** Keys of which each value is a word of the index. */
const VALUES: Partial<Record<CountKey, readonly string[]>> = {
  type: STATEMENT_TYPES,
  kind: KINDS,
  act: ACTS,
  level: LEVELS,
};

function grouped(db: Database, plan: Plan, by: CountKey): Group[] {
  const values = VALUES[by];
  const inIndex = values && toCount(plan).tests.length === 0;
  return inIndex ? values.flatMap((value) => indexCount(db, plan, by as "type", value)) : rowCounts(db, plan, by);
}

function indexCount(db: Database, plan: Plan, by: "type" | "kind" | "act" | "level", value: string): Group[] {
  const { match } = toCount(plan, facetSet([facet(by, value)]));
  const { n } = db.get<{ n: number }>("SELECT count(*) AS n FROM statement_fts WHERE statement_fts MATCH ?", match)!;
  return n > 0 ? [{ value, n }] : [];
}

/** Keys that a narrower index has. */
const PARTIES: ReadonlySet<CountKey> = new Set(["speaker", "addressee", "publisher"] as const);

const SEPARATOR = "\u001f";

/** All values in one text, counted here: SQLite would sort the rows to group them, which takes longer. */
function rowCounts(db: Database, plan: Plan, by: CountKey): Group[] {
  const asked = hasIndexed(plan) ? toCount(plan) : undefined;
  const tests = asked?.tests ?? allTests(plan);
  const index = PARTIES.has(by) && asked?.tests.length === 0 ? "statement_parties" : "statement_facets";
  const from = asked
    ? `statement_fts CROSS JOIN statement s INDEXED BY ${index} ON s.id = statement_fts.rowid WHERE statement_fts MATCH ?`
    : `statement s INDEXED BY ${index} WHERE true`;
  const { found } = db.get<{ found: string | null }>(
    `SELECT group_concat(coalesce(${KEYS[by]}, ''), char(31)) AS found FROM ${from}${testSql(tests)}`,
    ...(asked ? [asked.match] : []),
    ...testValues(tests),
  )!;
  if (found === null) return [];
  const counts = new Map<string, number>();
  for (const value of found.split(SEPARATOR)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, n]) => ({ value: value === "" ? null : value, n }));
}

function inOrder(by: CountKey, rows: readonly Group[]): Group[] {
  const text = ({ value }: Group): string => String(value ?? "~");
  const alphabetic = (a: Group, b: Group): number => (text(a) < text(b) ? -1 : 1);
  if (by === "month" || by === "year") return [...rows].sort(alphabetic);
  return [...rows].sort((a, b) => b.n - a.n || alphabetic(a, b));
}

function named(db: Database, by: CountKey, rows: readonly Group[]): Counts["counts"] {
  if (by !== "speaker" && by !== "addressee" && by !== "publisher")
    return rows.map(({ value, n }) => ({ value: value === null ? null : String(value), statements: n }));
  const table = by === "publisher" ? "publisher" : "speaker";
  const names = new Map(
    db
      .all<{ id: number; name: string }>(
        `SELECT id, name FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(rows.map(({ value }) => value)),
      )
      .map(({ id, name }) => [id, name]),
  );
  return rows.map(({ value, n }) =>
    value === null
      ? { value, statements: n }
      : { value: names.get(Number(value)) ?? null, number: Number(value), statements: n },
  );
}
