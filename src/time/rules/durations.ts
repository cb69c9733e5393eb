/** Durations and repetitions: "for two hours", "30-day", "a decade", "every day", "twice a week". */
import type { Found, Reader, Rule } from "../meaning.ts";
import { DAY_PARTS, NUMBERS, UNITS, type UnitWord, WEEKDAYS } from "../words.ts";
import { amountAt } from "./relative.ts";

/** 3 and D -> P3D; hours and minutes want a T; decades and centuries are years. */
function isoDuration(value: number, word: UnitWord): string {
  if (word.iso.startsWith("T")) return `PT${value}${word.iso.slice(1)}`;
  const years = word.unit === "decade" ? 10 : word.unit === "century" ? 100 : 1;
  return `P${value * word.times * years * (word.unit === "quarter" ? 3 : 1)}${word.iso}`;
}

function duration(reader: Reader, i: number): Found | undefined {
  const compound = compoundAt(reader.word(i));
  if (compound) return { end: i + 1, meaning: { kind: "duration", value: compound }, known: ["duration"] };
  const amount = amountAt(reader, i);
  if (!amount) return undefined;
  if (NUMBERS.get(reader.word(i)) === 1 && !startsSpan(reader, i)) return undefined;
  const ordinal = amount.unit.unit === "second" && !reader.word(amount.end - 1).endsWith("s");
  if (ordinal) return undefined;
  const value = amount.value === undefined ? undefined : isoDuration(amount.value, amount.unit);
  return { end: amount.end, meaning: { kind: "duration", ...(value && { value }) }, known: ["duration"] };
}

/** "a year" is a duration after "for", "in", "within"; after "$1" it is a rate. */
function startsSpan(reader: Reader, i: number): boolean {
  return ["for", "in", "within", "after", "over", "than", "about", "nearly", "almost"].includes(reader.word(i - 1));
}

/** "30-day", "two-week", "60-minute". */
function compoundAt(word: string): string | undefined {
  const cut = word.lastIndexOf("-");
  if (cut < 1) return undefined;
  const unit = UNITS.get(word.slice(cut + 1));
  const head = word.slice(0, cut);
  const value = NUMBERS.get(head) ?? (/^\d{1,4}$/.test(head) ? Number(head) : undefined);
  return unit && value !== undefined ? isoDuration(value, unit) : undefined;
}

/** "every day", "each Friday", "every four years", "once a week". */
function set(reader: Reader, i: number): Found | undefined {
  const word = reader.word(i);
  if (word === "every" || word === "each") {
    const amount = amountAt(reader, i + 1);
    if (amount) {
      const value = amount.value === undefined ? undefined : isoDuration(amount.value, amount.unit);
      return { end: amount.end, meaning: { kind: "set", ...(value && { value }) }, known: ["set"] };
    }
    const unit = UNITS.get(reader.word(i + 1));
    if (unit) return { end: i + 2, meaning: { kind: "set", value: isoDuration(1, unit) }, known: ["set"] };
    if (DAY_PARTS.has(reader.word(i + 1)))
      return { end: i + 2, meaning: { kind: "set", value: "P1D" }, known: ["set"] };
    return WEEKDAYS.has(reader.word(i + 1))
      ? { end: i + 2, meaning: { kind: "set", value: "P1W" }, known: ["set"] }
      : undefined;
  }
  if (word !== "once" && word !== "twice" && word !== "times") return undefined;
  const unit = reader.word(i + 1) === "a" ? UNITS.get(reader.word(i + 2)) : undefined;
  return unit && { end: i + 3, meaning: { kind: "set", value: isoDuration(1, unit) }, known: ["set"] };
}

export const DURATION_RULES: readonly Rule[] = [
  { name: "set", why: "something that comes again", read: set },
  { name: "duration", why: "a length of time", read: duration },
];
