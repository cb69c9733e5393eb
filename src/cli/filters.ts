/** The filters of a search, from the options of the command line. */
import type { StatementSearch } from "../index.ts";

export interface FilterCall {
  readonly speaker?: string[];
  readonly party?: string[];
  readonly addressee?: string[];
  readonly publisher?: string[];
  readonly type?: string[];
  readonly kind?: string[];
  readonly act?: string[];
  readonly level?: string[];
  readonly issue?: string[];
  readonly article?: string[];
  readonly since?: string;
  readonly until?: string;
  readonly saidSince?: string;
  readonly saidUntil?: string;
  readonly conditional?: boolean;
  readonly negated?: boolean;
  readonly minConfidence?: number;
  readonly duplicates?: boolean;
}

export function filtersOf(call: FilterCall): Omit<StatementSearch, "query" | "sort" | "limit" | "after"> {
  const { speaker, party, addressee, publisher, type, kind, act, level, issue, article } = call;
  const { since: publishedSince, until: publishedUntil, saidSince, saidUntil } = call;
  const { conditional, negated, minConfidence, duplicates } = call;
  const all = {
    speaker, party, addressee, publisher, type, kind, act, level, issue, article,
    publishedSince, publishedUntil, saidSince, saidUntil, conditional, negated, minConfidence, duplicates,
  }; // biome-ignore format: a list
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
