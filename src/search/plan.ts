/** A search of statements as a person states it in; what the database is asked out. */
import { type Message, OnrecordError, type StatementFilters } from "../schema/index.ts";
import type { Database } from "../store/database.ts";
import { type Filter, filterOf, flagFilter } from "./filters.ts";
import { issueQuery } from "./issues.ts";
import { badQuery } from "./query/bad-query.ts";
import {
  EVERYTHING, facetSet, intersection, isEverything, isNothing, NOTHING, negation, phrase, type RowSet, union,
} from "./query/expression.ts"; // biome-ignore format: one list
import {
  allOf, conjuncts, FIELDS, type FieldName, type FieldNode, type Operator, positiveWords, type QueryNode, type WordsNode,
} from "./query/node.ts"; // biome-ignore format: one list
import { parseQuery } from "./query/parse.ts";
import type { Test } from "./tests.ts";

export interface Plan {
  /** What the query says of words, and of fields inside OR or NOT. */
  readonly words: RowSet;
  readonly filters: readonly Filter[];
  /** Words that a hit is shown to have. */
  readonly terms: readonly WordsNode[];
  readonly messages: readonly Message[];
  /** Nothing can be found: a name that nobody has. */
  readonly nothing: boolean;
}

const COLUMNS = "content who";

/** Options that hold one or more values of a field, as the query has them too. */
const VALUES = ["speaker", "party", "addressee", "publisher", "type", "kind", "act", "level", "article"] as const;
const FLAG_OPTIONS = ["conditional", "negated", "hypothetical", "historical"] as const;
const BOUNDS: readonly (readonly [keyof StatementFilters, FieldName, Operator])[] = [
  ["saidSince", "said", ">="],
  ["saidUntil", "said", "<="],
  ["publishedSince", "published", ">="],
  ["publishedUntil", "published", "<="],
  ["minConfidence", "confidence", ">="],
];

/** @throws OnrecordError bad-query, bad-option */
export function planSearch(db: Database, search: StatementFilters & { readonly query?: string }): Plan {
  const planner = plannerOf(db, COLUMNS, FIELDS);
  const issues = valuesOf(search.issue).map((name) => issueQuery(db, name));
  return planOf(planner, [...issues, parseQuery(search.query ?? "")], optionFilters(planner, search));
}

export interface Planner {
  readonly db: Database;
  /** In which words are looked for. */
  readonly columns: string;
  readonly fields: readonly FieldName[];
  readonly messages: Message[];
}

export function plannerOf(db: Database, columns: string, fields: readonly FieldName[]): Planner {
  return { db, columns, fields, messages: [] };
}

/** All of the queries and all of the filters. */
export function planOf(
  planner: Planner,
  queries: readonly (QueryNode | undefined)[],
  options: readonly Filter[],
): Plan {
  const parts = queries.flatMap((query) => conjuncts(query && expanded(planner, query)));
  const fields = parts.filter((part) => part.kind === "field");
  const others = parts.filter((part) => part.kind !== "field");
  const filters = [...fields.map((node) => fieldFilter(planner, node)), ...options];
  const words = intersection(others.map((node) => setOf(planner, node)));
  return {
    words,
    filters,
    terms: others.flatMap((node) => positiveWords(node)),
    messages: planner.messages,
    nothing: isNothing(words) || filters.some(({ nothing }) => nothing),
  };
}

export const valuesOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;

/** Issues inside the query as what they stand for. */
function expanded(planner: Planner, node: QueryNode): QueryNode {
  if (node.kind === "words") return node;
  if (node.kind === "field") return node.field === "issue" ? issueQuery(planner.db, node.value) : node;
  if (node.kind === "not") return { kind: "not", part: expanded(planner, node.part) };
  const parts = node.parts.map((part) => expanded(planner, part));
  return node.kind === "and" ? allOf(parts) : { kind: "or", parts };
}

function fieldFilter({ db, fields, messages }: Planner, { field, operator, value, query, at }: FieldNode): Filter {
  const refuse = (expected: string): OnrecordError => badQuery(query, at.start, expected);
  if (!fields.includes(field)) throw refuse(`another field than ${field}: ${fields.join(", ")}`);
  return filterOf(field, { db, operator, values: [value], refuse, note: (message) => void messages.push(message) });
}

function setOf(planner: Planner, node: QueryNode): RowSet {
  if (node.kind === "words") return phrase(planner.columns, node.words, node.prefix);
  if (node.kind === "not") return negation(setOf(planner, node.part));
  if (node.kind === "field") return fieldSet(planner, node);
  const sets = node.parts.map((part) => setOf(planner, part));
  return node.kind === "and" ? intersection(sets) : union(sets);
}

function fieldSet(planner: Planner, node: FieldNode): RowSet {
  const { set, nothing } = fieldFilter(planner, node);
  if (nothing) return NOTHING;
  if (!set) throw badQuery(node.query, node.at.start, alone(node.field));
  return set;
}

const alone = (field: FieldName): string =>
  /^(said|published|confidence|article)$/.test(field)
    ? `${field} beside other words, not inside OR or NOT`
    : `a name that fits fewer of them: inside OR or NOT ${field}: takes 64`;

/** A filter that an option asks for. @throws OnrecordError bad-option */
export function optionFilter(
  { db, messages }: Planner,
  name: string,
  field: FieldName,
  values: readonly string[],
  operator: Operator = ":",
): Filter {
  const refuse = (expected: string): OnrecordError =>
    new OnrecordError("bad-option", `${name}: ${JSON.stringify(values.join(","))} cannot be looked for`, {
      hint: `expected ${expected}`,
    });
  return filterOf(field, { db, operator, values, refuse, note: (message) => void messages.push(message) });
}

function optionFilters(planner: Planner, search: StatementFilters): Filter[] {
  const filters: Filter[] = [];
  for (const name of VALUES) {
    const values = valuesOf(search[name]);
    if (values.length > 0) filters.push(optionFilter(planner, name, name, values));
  }
  for (const [name, field, operator] of BOUNDS) {
    if (search[name] !== undefined) filters.push(optionFilter(planner, name, field, [String(search[name])], operator));
  }
  for (const flag of FLAG_OPTIONS) {
    const wanted = search[flag];
    if (wanted !== undefined) filters.push(flagFilter(flag, wanted));
  }
  if (!search.duplicates) filters.push(flagFilter("duplicate", false));
  return filters;
}

/** A full-text expression with tests of the rows that it finds. The index has current statements only. */
export interface Asked {
  readonly match: string;
  readonly tests: readonly Test[];
}

const ALL_ROWS = facetSet(["kind_direct", "kind_indirect", "kind_mixed"]);

/** For ranking: long lists of facets would have to be read once to weigh them, so tests of the rows take their place. */
export function toRank(plan: Plan): Asked {
  return asked(plan, ({ set, common }) => set !== undefined && !common);
}

/** For counting and sorting: whatever the index can tell, it tells. `extra`: a set more that is asked for. */
export function toCount(plan: Plan, extra: RowSet = EVERYTHING): Asked {
  return asked(plan, ({ set }) => set !== undefined, extra);
}

function asked({ words, filters }: Plan, byIndex: (filter: Filter) => boolean, extra = EVERYTHING): Asked {
  const set = intersection([words, extra, ...filters.filter(byIndex).map((filter) => filter.set!)]);
  const { rows } = set.but ? intersection([ALL_ROWS, set]) : set;
  return { match: rows!, tests: filters.filter((one) => !byIndex(one)).flatMap(({ tests }) => tests) };
}

const CURRENT: Test = { sql: "s.current = 1", values: [] };

/** All that the plan asks, as tests of rows; only for a plan without words. */
export const allTests = ({ filters }: Plan): readonly Test[] => [CURRENT, ...filters.flatMap(({ tests }) => tests)];

/** Does the plan ask for something that the index can look up, not only for what it leaves out? */
export const hasIndexed = ({ words, filters }: Plan): boolean =>
  !isEverything(words) || filters.some(({ set }) => set !== undefined && !set.but);
