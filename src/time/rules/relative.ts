/** Relative expressions: "yesterday", "last month", "two years ago", "the past 30 days", "earlier in the week". */
import type { Unit } from "../calendar.ts";
import type { Found, Meaning, Reader, Rule } from "../meaning.ts";
import { DAY_PARTS, UNITS, type UnitWord, VAGUE } from "../words.ts";
import { numberAt } from "./numbers.ts";

const DAYS: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["tonight", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
]);

function isCalendar(word: UnitWord): word is UnitWord & { unit: Unit } {
  return word.unit !== "hour" && word.unit !== "minute" && word.unit !== "second";
}

function unitFound(end: number, unit: Unit, by: number): Found {
  return { end, meaning: { kind: "unit", unit, by }, known: ["relation", unit] };
}

/** "today", "yesterday morning", "the day before yesterday", "last night", "this morning". */
function nearDay(reader: Reader, i: number): Found | undefined {
  const word = reader.word(i);
  const by = DAYS.get(word);
  if (by !== undefined) return unitFound(DAY_PARTS.has(reader.word(i + 1)) ? i + 2 : i + 1, "day", by);
  if (word === "last" && reader.word(i + 1) === "night") return unitFound(i + 2, "day", -1);
  if (word === "this" && DAY_PARTS.has(reader.word(i + 1))) return unitFound(i + 2, "day", 0);
  if (word === "the" && reader.word(i + 1) === "day") {
    if (reader.word(i + 2) === "before" && reader.word(i + 3) === "yesterday") return unitFound(i + 4, "day", -2);
    if (reader.word(i + 2) === "after" && reader.word(i + 3) === "tomorrow") return unitFound(i + 4, "day", 2);
  }
  return undefined;
}

const SHIFTS: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
  ["current", 0],
]);

/** "last month", "this year", "next week", "the current quarter". Not "the last day". */
function shifted(reader: Reader, i: number): Found | undefined {
  const article = reader.word(i) === "the" && reader.word(i + 1) === "current";
  const at = article ? i + 1 : i;
  const by = SHIFTS.get(reader.word(at));
  const unit = by === undefined ? undefined : UNITS.get(reader.word(at + 1));
  if (by === undefined || !unit || !isCalendar(unit) || reader.word(at + 1).endsWith("s")) return undefined;
  if (unit.unit === "day" || (reader.word(at - 1) === "the" && !article)) return undefined;
  const past = reader.word(at) === "this" && reader.word(at + 1) === "past";
  return past ? undefined : unitFound(at + 2, unit.unit, by * unit.times);
}

/** "this past week", "the past week": the calendar unit before for one, a window for many. */
function pastUnit(reader: Reader, i: number): Found | undefined {
  if (reader.word(i) !== "this" || reader.word(i + 1) !== "past") return undefined;
  const unit = UNITS.get(reader.word(i + 2));
  return unit && isCalendar(unit) ? unitFound(i + 3, unit.unit, -1) : undefined;
}

/** "the past 30 days", "the last two years", "the next few weeks", "the coming months". */
function window(reader: Reader, i: number): Found | undefined {
  if (reader.word(i) !== "the" && reader.word(i) !== "recent") return undefined;
  const at = reader.word(i) === "the" ? i + 1 : i;
  const sign = { past: -1, last: -1, previous: -1, next: 1, coming: 1, recent: -1 }[reader.word(at)];
  if (sign === undefined) return undefined;
  const number = numberAt(reader, at + 1);
  const vague = VAGUE.has(reader.word(at + 1)) ? at + 2 : at + 1;
  const unit = UNITS.get(reader.word(number?.end ?? vague));
  if (!unit || !isCalendar(unit)) return undefined;
  const end = (number?.end ?? vague) + 1;
  const one = !reader.word(end - 1).endsWith("s");
  if (!number && !one)
    return { end, meaning: { kind: "vague", ...(sign < 0 && { before: true }) }, known: ["relation", unit.unit] };
  if (!number && reader.word(at) !== "past" && reader.word(at) !== "coming") return undefined;
  return {
    end,
    meaning: { kind: "window", unit: unit.unit, by: sign * (number?.value ?? 1) * unit.times },
    known: ["relation", unit.unit],
  };
}

const AGO = new Set(["ago", "back"]);

/** "a fortnight ago", "two summers back", "a few days ago", "more than a year ago". */
function ago(reader: Reader, i: number): Found | undefined {
  const amount = amountAt(reader, i);
  if (!amount || !isCalendar(amount.unit)) return undefined;
  const word = reader.word(amount.end);
  const last = AGO.has(word) ? amount.end : -1;
  if (last < 0 || (word === "back" && reader.word(last + 1) === "to")) return undefined;
  const { unit, times } = amount.unit;
  if (amount.value === undefined)
    return { end: last + 1, meaning: { kind: "vague", before: true }, known: ["relation", unit] };
  const by = -amount.value * times;
  const meaning: Meaning = unit === "week" ? { kind: "unit", unit: "day", by: 7 * by } : { kind: "unit", unit, by };
  if (unit === "decade")
    return { end: last + 1, meaning: { kind: "unit", unit: "year", by: 10 * by }, known: ["relation", unit] };
  return { end: last + 1, meaning, known: ["relation", unit] };
}

interface Amount {
  readonly value?: number;
  readonly unit: UnitWord;
  readonly end: number;
}

/** "two weeks", "a few days", "[Ten] years", "a couple of months". */
export function amountAt(reader: Reader, i: number): Amount | undefined {
  if (reader.word(i) === "[") {
    const inner = numberAt(reader, i + 1);
    const unit = inner && reader.word(inner.end) === "]" ? UNITS.get(reader.word(inner.end + 1)) : undefined;
    return inner && unit ? { value: inner.value, unit, end: inner.end + 2 } : undefined;
  }
  const article = reader.word(i) === "a";
  if (article && VAGUE.has(reader.word(i + 1))) {
    const at = reader.word(i + 2) === "of" ? i + 3 : i + 2;
    const unit = UNITS.get(reader.word(at));
    return unit && { unit, end: at + 1 };
  }
  if (VAGUE.has(reader.word(i))) {
    const unit = UNITS.get(reader.word(i + 1));
    return unit && { unit, end: i + 2 };
  }
  const number = numberAt(reader, i);
  const unit = number && UNITS.get(reader.word(number.end));
  return number && unit ? { value: number.value, unit, end: number.end + 1 } : undefined;
}

/** "earlier in the week", "earlier this month", "later this year". */
function earlier(reader: Reader, i: number): Found | undefined {
  const side = reader.word(i) === "earlier" ? "before" : reader.word(i) === "later" ? "after" : undefined;
  if (!side) return undefined;
  const at =
    reader.word(i + 1) === "in" && reader.word(i + 2) === "the" ? i + 3 : reader.word(i + 1) === "this" ? i + 2 : -1;
  if (at < 0) return undefined;
  if (reader.word(at) === "day") return unitFound(at + 1, "day", 0);
  const unit = UNITS.get(reader.word(at));
  if (!unit || !isCalendar(unit)) return undefined;
  return { end: at + 1, meaning: { kind: "part", unit: unit.unit, side }, known: ["relation", unit.unit] };
}

const ONWARD: ReadonlyMap<string, number> = new Map([
  ["next", 1],
  ["following", 1],
  ["previous", -1],
  ["preceding", -1],
]);

/** "the next day", "the previous year", "the year before", "a year earlier": counted from a date named before. */
function onward(reader: Reader, i: number): Found | undefined {
  const article = reader.word(i) === "the" || reader.word(i) === "a";
  if (!article) return undefined;
  const step = ONWARD.get(reader.word(i + 1));
  const unit = UNITS.get(reader.word(step === undefined ? i + 1 : i + 2));
  if (!unit || !isCalendar(unit) || reader.word(step === undefined ? i + 1 : i + 2).endsWith("s")) return undefined;
  if (step !== undefined) return onwardFound(i + 3, unit.unit, step);
  const after = { before: -1, earlier: -1, after: 1, later: 1 }[reader.word(i + 2)];
  const closes = !/^[a-z]/.test(reader.word(i + 3)) || reader.word(i + 2).endsWith("er");
  return after !== undefined && closes ? onwardFound(i + 3, unit.unit, after) : undefined;
}

function onwardFound(end: number, unit: Unit, by: number): Found {
  return { end, meaning: { kind: "onward", unit, by }, known: ["relation", unit] };
}

export const RELATIVE_RULES: readonly Rule[] = [
  { name: "near-day", why: "a day counted from the anchor", read: nearDay },
  { name: "earlier", why: "the part of a unit before the anchor", read: earlier },
  { name: "past-unit", why: "the unit just over", read: pastUnit },
  { name: "shifted", why: "a calendar unit before, at or after the anchor", read: shifted },
  { name: "ago", why: "counted back from the anchor", read: ago },
  { name: "onward", why: "counted from the date named before", read: onward },
  { name: "window", why: "a stretch that ends or begins at the anchor", read: window },
];
