/** Calendar dates: "March 5, 2026", "5 March", "Sept. 22", "in February", "2026-03-12", "12/03/2026", "9/11". */
import { isDate } from "../calendar.ts";
import type { Found, Meaning, Reader, Rule } from "../meaning.ts";
import { isCapital } from "../reader.ts";
import { DATE_PREPOSITIONS, MONTHS, SHORT_WEEKDAYS, SHY_MONTHS, WEEKDAYS } from "../words.ts";
import { dayOfMonth, yearOf } from "./numbers.ts";

type DateMeaning = Extract<Meaning, { kind: "date" }>;

function known(date: DateMeaning): string[] {
  return (["year", "month", "day"] as const).filter((part) => date[part] !== undefined);
}

function found(end: number, date: DateMeaning, extra: readonly string[] = []): Found {
  return { end, meaning: date, known: [...extra, ...known(date)] };
}

/** A month's name at i: written with a capital ("may" is a verb). */
export function monthAt(reader: Reader, i: number): number | undefined {
  const month = MONTHS.get(reader.word(i));
  return month !== undefined && isCapital(reader.raw(i)) ? month : undefined;
}

/** Year that may follow a month or day: "2026", ", 2026". */
function yearAfter(reader: Reader, i: number): { year: number; end: number } | undefined {
  const at = reader.word(i) === "," ? i + 1 : i;
  const year = yearOf(reader.word(at));
  return year === undefined ? undefined : { year, end: at + 1 };
}

/** "March 5", "March 5, 2026", "Oct. 14". */
function monthDay(reader: Reader, i: number): Found | undefined {
  const month = monthAt(reader, i);
  const day = month && dayOfMonth(reader.word(i + 1));
  if (!month || !day || reader.word(i + 2) === "%") return undefined;
  const year = yearAfter(reader, i + 2);
  return year
    ? found(year.end, { kind: "date", year: year.year, month, day })
    : found(i + 2, { kind: "date", month, day });
}

/** "5 March", "the 5th of March 2026". */
function dayMonth(reader: Reader, i: number): Found | undefined {
  const day = dayOfMonth(reader.word(i));
  if (!day) return undefined;
  const at = reader.word(i + 1) === "of" ? i + 2 : i + 1;
  const month = monthAt(reader, at);
  if (!month) return undefined;
  const year = yearAfter(reader, at + 1);
  return year
    ? found(year.end, { kind: "date", year: year.year, month, day })
    : found(at + 1, { kind: "date", month, day });
}

/** "Tuesday, March 5, 2026", "Sun 15 March": the weekday is part of the date. */
function weekdayDate(reader: Reader, i: number): Found | undefined {
  const word = reader.word(i);
  if (!WEEKDAYS.has(word) && !SHORT_WEEKDAYS.has(word)) return undefined;
  const at = reader.word(i + 1) === "," ? i + 2 : i + 1;
  const date = monthDay(reader, at) ?? dayMonth(reader, reader.word(at) === "the" ? at + 1 : at);
  return date && { ...date, known: ["weekday", ...date.known] };
}

/** "7-9 March", "7–9 March", "March 7-9", "Oct. 14 and 22" stays one day: its second part is read on its own. */
function dayRange(reader: Reader, i: number): Found | undefined {
  const lead = monthAt(reader, i);
  const range = rangeAt(reader, lead ? i + 1 : i);
  if (!range) return undefined;
  const month = lead ?? monthAt(reader, range.end);
  if (!month) return undefined;
  const after = lead ? range.end : range.end + 1;
  const year = yearAfter(reader, after);
  const date = (day: number): DateMeaning => ({ kind: "date", month, day, ...(year && { year: year.year }) });
  const meaning: Meaning = { kind: "days", from: date(range.from), to: date(range.to) };
  return { end: year?.end ?? after, meaning, known: known(date(1)) };
}

function rangeAt(reader: Reader, i: number): { from: number; to: number; end: number } | undefined {
  const one = /^(\d{1,2})-(\d{1,2})$/.exec(reader.word(i));
  const dash = reader.word(i + 1) === "–" || reader.word(i + 1) === "-";
  const from = dayOfMonth(one ? one[1]! : reader.word(i));
  const to = one ? dayOfMonth(one[2]!) : dash ? dayOfMonth(reader.word(i + 2)) : undefined;
  return from && to && from < to ? { from, to, end: one ? i + 1 : i + 3 } : undefined;
}

/** "February 2026", "in February", "mid-April". May, March and names like April need a preposition or a year. */
function month(reader: Reader, i: number): Found | undefined {
  const word = reader.word(i).replace(/^mid-/, "");
  const value = MONTHS.get(word);
  if (value === undefined || !isCapital(reader.raw(i).slice(-word.length))) return undefined;
  const year = yearAfter(reader, reader.word(i + 1) === "of" ? i + 2 : i + 1);
  if (year && (year.end === i + 2 || word.length > 4))
    return found(year.end, { kind: "date", year: year.year, month: value });
  const short = word.length <= 5 && word.endsWith(".");
  const shy = SHY_MONTHS.has(word) || short || (word.length <= 4 && word !== "july");
  if (shy && word === reader.word(i) && !fitsMonth(reader, i)) return undefined;
  return found(i + 1, { kind: "date", month: value });
}

const SHY_PREPOSITIONS = new Set(["in", "since", "until", "till", "by", "last", "next", "this", "early", "late", "during", "throughout"]); // biome-ignore format: one list

/** "in May" but not "may", "in March" but not "on March Street", "to May" (Theresa). */
function fitsMonth(reader: Reader, i: number): boolean {
  if (!SHY_PREPOSITIONS.has(reader.word(i - 1))) return false;
  const next = reader.raw(i + 1);
  return !isCapital(next) || MONTHS.has(next.toLowerCase());
}

/** "2026-03-12", "12/03/2026"; where day and month cannot be told apart the date stays unresolved. */
function numeric(reader: Reader, i: number): Found | undefined {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(reader.word(i));
  if (iso) {
    const [year, month, day] = [Number(iso[1]), Number(iso[2]), Number(iso[3])];
    return isDate(year, month, day) ? found(i + 1, { kind: "date", year, month, day }) : undefined;
  }
  if (reader.word(i + 1) !== "/" || reader.word(i + 3) !== "/" || !reader.joined(i + 1)) return undefined;
  const [a, b, year] = [dayOfMonth(reader.word(i)), dayOfMonth(reader.word(i + 2)), yearOf(reader.word(i + 4))];
  if (!a || !b || !year || (a > 12 && b > 12)) return undefined;
  if (a <= 12 && b <= 12 && a !== b) return { end: i + 5, meaning: { kind: "vague" }, known: ["year", "month", "day"] };
  return found(i + 5, { kind: "date", year, month: a > 12 ? b : a, day: a > 12 ? a : b });
}

/** "9/11" is the name of one day. */
function nineEleven(reader: Reader, i: number): Found | undefined {
  if (reader.word(i) !== "9" || reader.word(i + 1) !== "/" || reader.word(i + 2) !== "11") return undefined;
  if (reader.word(i + 3) === "/" || !reader.joined(i + 1) || !reader.joined(i + 2)) return undefined;
  return found(i + 3, { kind: "date", year: 2001, month: 9, day: 11 });
}

export const DATE_RULES: readonly Rule[] = [
  { name: "weekday-date", why: "a weekday with its date is one expression", read: weekdayDate },
  { name: "day-range", why: "an interval inside one month", read: dayRange },
  { name: "month-day", why: "a day of a named month", read: monthDay },
  { name: "day-month", why: "a day of a named month", read: dayMonth },
  { name: "nine-eleven", why: "a date that became a name", read: nineEleven },
  { name: "numeric", why: "a date in digits", read: numeric },
  { name: "month", why: "a named month", read: month },
];

export { DATE_PREPOSITIONS };
