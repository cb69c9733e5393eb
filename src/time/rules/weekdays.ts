/** Weekdays and weekends: "on Friday", "the previous Thursday", "Monday evening", "at the weekend", "Friday week". */
import type { Found, Meaning, Reader, Rule, Which } from "../meaning.ts";
import { isCapital } from "../reader.ts";
import { DAY_PARTS, WEEKDAYS } from "../words.ts";

const WHICH: ReadonlyMap<string, Which> = new Map([
  ["last", "last"],
  ["previous", "last"],
  ["preceding", "last"],
  ["past", "last"],
  ["next", "next"],
  ["following", "next"],
  ["coming", "next"],
  ["this", "this"],
]);

/** The word that tells which one, with its article: "the previous", "this past", "next". */
function whichAt(reader: Reader, i: number): { which: Which; end: number } | undefined {
  const at = reader.word(i) === "the" || (reader.word(i) === "this" && WHICH.has(reader.word(i + 1))) ? i + 1 : i;
  const which = WHICH.get(reader.word(at));
  return which && { which, end: at + 1 };
}

/** End of "Monday evening", "Monday's" stays with the weekday. */
function afterPart(reader: Reader, i: number): number {
  const night = reader.word(i) === "-" ? i + 1 : i;
  return DAY_PARTS.has(reader.word(night)) ? night + 1 : i;
}

function weekday(reader: Reader, i: number): Found | undefined {
  const lead = whichAt(reader, i);
  const at = lead?.end ?? i;
  const value = WEEKDAYS.get(reader.word(at));
  if (value === undefined || !isCapital(reader.raw(at))) return undefined;
  const anyOne = reader.word(i - 1) === "a" && !lead;
  if (reader.word(at).endsWith("days") || anyOne)
    return { end: at + 1, meaning: { kind: "set", value: "P1W" }, known: ["weekday"] };
  let end = afterPart(reader, at + 1);
  const week = reader.word(end) === "week" && reader.word(end + 1) !== "'s" && reader.word(end + 1) !== "’s";
  const lastWeek = reader.word(end) === "last" && reader.word(end + 1) === "week";
  const nextWeek = reader.word(end) === "next" && reader.word(end + 1) === "week";
  if (week) end += 1;
  if (lastWeek || nextWeek) end += 2;
  const weeks = week ? 1 : undefined;
  const which = lastWeek ? "last" : nextWeek ? "next" : (lead?.which ?? (week ? "next" : "near"));
  const meaning: Meaning = week
    ? { kind: "weekday", weekday: value, which: "this", weeks: weeks! }
    : { kind: "weekday", weekday: value, which };
  const part = end > at + 1 && !week ? ["dayPart"] : [];
  return { end, meaning, known: ["weekday", ...(lead ? ["relation"] : []), ...part] };
}

function weekend(reader: Reader, i: number): Found | undefined {
  const lead = whichAt(reader, i);
  const article = reader.word(i) === "the" ? 1 : 0;
  const at = lead?.end ?? i + article;
  if (reader.word(at) !== "weekend" || (!lead && !article)) return undefined;
  const which = lead?.which ?? "near";
  return { end: at + 1, meaning: { kind: "weekend", which: which === "this" ? "near" : which }, known: ["weekend"] };
}

export const WEEKDAY_RULES: readonly Rule[] = [
  { name: "weekday", why: "a day of the week, resolved by the tense around it", read: weekday },
  { name: "weekend", why: "Saturday and Sunday, resolved by the tense around it", read: weekend },
];
