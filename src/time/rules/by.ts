/** Deadlines: "by the end of the year", "by Friday" mean up to a day. */
import type { Found, Reader, Rule } from "../meaning.ts";
import { CLOCK_RULES } from "./clock.ts";
import { DATE_RULES } from "./dates.ts";
import { RELATIVE_RULES } from "./relative.ts";
import { SEASON_RULES } from "./seasons.ts";
import { WEEKDAY_RULES } from "./weekdays.ts";
import { YEAR_RULES } from "./years.ts";

/** Everything that can follow "by". */
export const POINT_RULES: readonly Rule[] = [
  ...CLOCK_RULES,
  ...DATE_RULES,
  ...WEEKDAY_RULES,
  ...SEASON_RULES,
  ...RELATIVE_RULES,
  ...YEAR_RULES,
];

function by(reader: Reader, i: number): Found | undefined {
  if (reader.word(i) !== "by") return undefined;
  for (const rule of POINT_RULES) {
    const point = rule.read(reader, i + 1);
    if (point && point.meaning.kind !== "vague") return { ...point, meaning: { kind: "by", end: point.meaning } };
  }
  return undefined;
}

export const BY_RULES: readonly Rule[] = [{ name: "by", why: "a deadline is open on its left side", read: by }];
