/** All rules in the order in which they are tried at a token; the first that reads something wins. */
import type { Rule } from "../meaning.ts";
import {
  DAY_PARTS,
  DECADE_WORDS,
  HOLIDAYS,
  MONTHS,
  NUMBERS,
  SEASONS,
  SHORT_WEEKDAYS,
  UNITS,
  VAGUE,
  WEEKDAYS,
} from "../words.ts";
import { BY_RULES, POINT_RULES } from "./by.ts";
import { DURATION_RULES } from "./durations.ts";

export const RULES: readonly Rule[] = [...BY_RULES, ...POINT_RULES, ...DURATION_RULES];

const OPENERS = [
  "by", "the", "this", "last", "next", "today", "tonight", "yesterday", "tomorrow", "earlier", "later", "every", "each",
  "once", "twice", "times", "new", "previous", "following", "coming", "preceding", "noon", "midnight", "midday", "recent", "[",
  "'", "’", "‘", "current", "year", "month", "week", "quarter", "past",
]; // biome-ignore format: one list
const TABLES = [MONTHS, WEEKDAYS, SHORT_WEEKDAYS, SEASONS, HOLIDAYS, DECADE_WORDS, NUMBERS, UNITS];
const STARTS: ReadonlySet<string> = new Set([
  ...OPENERS,
  ...VAGUE,
  ...TABLES.flatMap((words) => [...words.keys()]),
  "nineteenth",
  "twentieth",
]);
/** A word after "the", "a", "by", "this" without which no expression begins there; saves most of the work. */
const AFTER_ARTICLE: ReadonlySet<string> = new Set([
  ...STARTS, ...DAY_PARTS, "end", "close", "start", "beginning", "turn", "weekend", "couple",
]); // biome-ignore format: one list
const SMALL = new Set(["the", "a", "an", "by", "this", "one"]);

/** Can an expression begin with `word`, before `next`? A cheap filter: says yes to anything with a digit in front. */
export function mayStart(word: string, next: () => string): boolean {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) return true;
  if (SMALL.has(word)) {
    const after = next();
    return AFTER_ARTICLE.has(after) || startsWithDigit(after) || after.includes("-") || after.startsWith("mid");
  }
  return STARTS.has(word) || (word.includes("-") && hyphenStart(word));
}

function startsWithDigit(word: string): boolean {
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57;
}

function hyphenStart(word: string): boolean {
  const tail = word.slice(word.lastIndexOf("-") + 1);
  return UNITS.has(tail) || tail === "end" || tail === "century" || word.startsWith("mid-") || NUMBERS.has(tail);
}
