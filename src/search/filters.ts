/** One filter of statements (a field and its values) in; what finds its rows out: words of the facets column, and a test of the row. */
import { ACTS, KINDS, LEVELS, type Message, type OnrecordError, STATEMENT_TYPES } from "../schema/index.ts";
import type { Database } from "../store/database.ts";
import { type FacetKind, FLAGS, type Flag, facet } from "../store/facets.ts";
import { versionsNamed } from "./articles-named.ts";
import { dateOf, dateTests } from "./dates.ts";
import { type Named, namesNear, nobodyCalled, publishersNamed, publishersNear, speakersNamed } from "./names.ts";
import { nearest } from "./near.ts";
import { facetSet, negation, type RowSet } from "./query/expression.ts";
import type { FieldName, Operator } from "./query/node.ts";
import { oneOf, type Test } from "./tests.ts";

export interface Filter {
  /** The rows, as the facets column tells them; absent where it does not. */
  readonly set?: RowSet;
  /** So many rows have it that ranking is faster by a test of each row: weighing reads the whole list. */
  readonly common?: boolean;
  /** The same as tests of the row. */
  readonly tests: readonly Test[];
  /** Nobody is called so: no row fits. */
  readonly nothing?: boolean;
}

export interface FilterInput {
  readonly db: Database;
  readonly operator: Operator;
  readonly values: readonly string[];
  /** What a bad value is answered with. */
  refuse(expected: string): OnrecordError;
  note(message: Message): void;
}

const CHOICES = { type: STATEMENT_TYPES, kind: KINDS, act: ACTS, level: LEVELS } as const;
const IS: readonly Flag[] = ["negated", "hypothetical", "historical", "conditional", "probability"];

/** @throws what `refuse` gives, for a value that cannot be meant */
export function filterOf(field: FieldName, input: FilterInput): Filter {
  if (input.operator !== ":" && !/^(said|published|confidence)$/.test(field)) throw input.refuse(`${field}:`);
  switch (field) {
    case "speaker":
    case "addressee":
      return speakerFilter(field, field, input);
    case "party":
      return speakerFilter("speaker", field, input);
    case "publisher":
      return publisherFilter(input);
    case "said":
    case "published":
      return { tests: input.values.flatMap((value) => dateTests(field, input.operator, dateFor(value, field, input))) };
    case "confidence":
      return confidenceFilter(input);
    case "article":
      return articleFilter(input);
    case "is":
      return flagFilter(choice(input.values[0]!, IS, input), true);
    default:
      return choiceFilter(field as keyof typeof CHOICES, input);
  }
}

function dateFor(value: string, field: string, { refuse }: FilterInput): string {
  try {
    return dateOf(value, field);
  } catch {
    throw refuse("a year, month or day (2026, 2026-03, 2026-03-11)");
  }
}

/** Statements that have the flag, or that have it not. */
export function flagFilter(flag: Flag, wanted: boolean): Filter {
  const tests = [{ sql: `s.flags & ${FLAGS[flag]} ${wanted ? "<>" : "="} 0`, values: [] }];
  const set = facetSet([facet("flag", flag)]);
  return { set: wanted ? set : negation(set), common: true, tests };
}

function choice<T extends string>(value: string, choices: readonly T[], { refuse }: FilterInput): T {
  const plain = value.toLowerCase();
  const found = choices.find((one) => one === plain);
  if (found) return found;
  const [near] = nearest(plain, choices, 1);
  throw refuse(`one of ${choices.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`);
}

function choiceFilter(field: keyof typeof CHOICES, input: FilterInput): Filter {
  const values = input.values.flatMap((value) => value.split(",")).map((value) => choice(value, CHOICES[field], input));
  return {
    set: facetSet(values.map((value) => facet(field, value))),
    common: true,
    tests: [oneOf(`s.${field}`, values)],
  };
}

/** More than these are looked up in the rows. */
const MOST_FACETS = 64;
const NAMED = 3;

function partyFilter(kind: FacetKind, column: string, all: readonly Named[]): Filter {
  const ids = [...new Set(all.map(({ id }) => id))];
  const tests = [oneOf(column, ids)];
  if (ids.length === 0) return { tests, nothing: true };
  return ids.length > MOST_FACETS ? { tests } : { set: facetSet(ids.map((id) => facet(kind, id))), tests };
}

function speakerFilter(
  column: "speaker" | "addressee",
  field: "speaker" | "addressee" | "party",
  input: FilterInput,
): Filter {
  const { db, note } = input;
  const all = input.values.flatMap((name) => {
    const found = speakersNamed(db, name, field === "party" ? "party" : "speaker");
    if (found.length === 0) note(nobodyCalled("speaker", name, namesNear(db, name)));
    if (found.length > 1) note({ rule: "search/several-speakers", text: several(name, found) });
    return found;
  });
  return partyFilter(column, `s.${column}`, all);
}

function publisherFilter({ db, values, note }: FilterInput): Filter {
  const all = values.flatMap((name) => {
    const found = publishersNamed(db, name);
    if (found.length === 0) note(nobodyCalled("publisher", name, publishersNear(db, name)));
    return found;
  });
  return partyFilter("publisher", "s.publisher", all);
}

function several(name: string, found: readonly Named[]): string {
  const names = found.slice(0, NAMED).map((one) => `${one.name} (#${one.id})`);
  const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : "";
  return `${found.length} speakers are called “${name}”: ${names.join(", ")}${more}`;
}

function confidenceFilter({ operator, values, refuse }: FilterInput): Filter {
  const tests = values.map((text) => {
    const value = Number(text);
    if (!(value >= 0 && value <= 1)) throw refuse("a number from 0 to 1");
    return { sql: `s.confidence ${operator === ":" ? ">=" : operator} ?`, values: [value] };
  });
  return { tests };
}

function articleFilter({ db, values, note }: FilterInput): Filter {
  const versions = values.flatMap((name) => {
    const found = versionsNamed(db, name);
    if (found.length === 0) note({ rule: "search/no-article", text: `no article called “${name}”` });
    return found;
  });
  return { tests: [oneOf("s.version", versions)], nothing: versions.length === 0 };
}
