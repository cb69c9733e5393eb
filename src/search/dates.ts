/**
 * Dates of various precision as SQL tests. "2026-03" may be any day of March: what may lie in the range is found. So the end
 * of a date is its text with "~" behind it, which sorts behind every digit and sign of a date.
 */
import { OnrecordError } from "../schema/index.ts";
import type { Operator } from "./query/node.ts";
import type { Test } from "./tests.ts";

const DATE = /^\d{4}(-\d\d(-\d\d(T[\d:.]{2,12}(Z|[+-]\d\d:?\d\d)?)?)?)?$/;

/** @throws OnrecordError bad-option */
export function dateOf(value: string, name: string): string {
  if (DATE.test(value)) return value;
  throw new OnrecordError("bad-option", `${name}: ${JSON.stringify(value)} is not a date`, {
    hint: "a year, month or day: 2026, 2026-03, 2026-03-11",
  });
}

const PUBLISHED = { from: "s.published", to: "s.published" };
const SAID = { from: "s.said_from", to: "coalesce(s.said_to, s.said_from)" };

export function dateTests(field: "said" | "published", operator: Operator, date: string): Test[] {
  const { from, to } = field === "said" ? SAID : PUBLISHED;
  const since = { sql: `${to} || '~' >= ?`, values: [date] };
  const until = { sql: `${from} <= ?`, values: [`${date}~`] };
  if (operator === ">=") return [since];
  if (operator === "<=") return [until];
  if (operator === ">") return [{ sql: `${to} || '~' > ?`, values: [`${date}~`] }];
  if (operator === "<") return [{ sql: `${from} < ?`, values: [date] }];
  return [since, until];
}
