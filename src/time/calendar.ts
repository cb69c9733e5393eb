/** Calendar arithmetic on day numbers (days since 1970-01-01, proleptic Gregorian). No time zones: a day is a day. */

/** A day as the number of days since 1970-01-01. */
export type Day = number;
export type Unit = "day" | "week" | "month" | "year" | "quarter" | "decade" | "century";

/** A closed interval of days, with the grain at which the text speaks of it. */
export interface Interval {
  readonly start: Day;
  readonly end: Day;
  readonly grain: "day" | "month" | "year" | "span";
}

const MS = 86_400_000;

/** Day number of a date; months and days out of range run over as in `Date.UTC`. Month 1 is January. */
export function dayNumber(year: number, month: number, day: number): Day {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / MS);
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function partsOf(day: Day): DateParts {
  const date = new Date(day * MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 is Monday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Day of the first ten characters of an ISO 8601 date or date-time; undefined if they are no date. */
export function parseIsoDay(iso: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDate(year, month, day) ? dayNumber(year, month, day) : undefined;
}

/** Does this date exist? */
export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  return partsOf(dayNumber(year, month + 1, 0)).day;
}

const pad = (value: number, width = 2) => String(value).padStart(width, "0");

export function isoDay(day: Day): string {
  const { year, month, day: d } = partsOf(day);
  return `${pad(year, 4)}-${pad(month)}-${pad(d)}`;
}

/** ISO value at the grain of the text: 2026-03-06, 2026-02, 2018, or a closed interval of days. */
export function isoInterval(interval: Interval): string {
  if (interval.grain === "month") return isoDay(interval.start).slice(0, 7);
  if (interval.grain === "year") return isoDay(interval.start).slice(0, 4);
  return isoDays(interval);
}

/** The same as days: one date, or A/B. */
export function isoDays(interval: Interval): string {
  const start = isoDay(interval.start);
  return interval.start === interval.end ? start : `${start}/${isoDay(interval.end)}`;
}

export function oneDay(day: Day): Interval {
  return { start: day, end: day, grain: "day" };
}

/** The calendar unit that lies `by` units away from the one that holds `anchor`. Weeks run from Monday to Sunday. */
export function unitAt(anchor: Day, unit: Unit, by: number): Interval {
  const { year, month } = partsOf(anchor);
  switch (unit) {
    case "day":
      return oneDay(anchor + by);
    case "week": {
      const start = anchor - weekdayOf(anchor) + 7 * by;
      return { start, end: start + 6, grain: "span" };
    }
    case "month":
      return months(year, month + by, 1, "month");
    case "quarter":
      return months(year, month - ((month - 1) % 3) + 3 * by, 3, "span");
    case "year":
      return months(year + by, 1, 12, "year");
    case "decade":
      return months(year - (year % 10) + 10 * by, 1, 120, "span");
    case "century":
      return months(year - (year % 100) + 100 * by, 1, 1200, "span");
  }
}

/** `count` whole months from the first of a month on; the month may run over the year's edge. */
export function months(year: number, month: number, count: number, grain: Interval["grain"]): Interval {
  return { start: dayNumber(year, month, 1), end: dayNumber(year, month + count, 0), grain };
}

/** The same day of the month `by` months away, or that month's last day. */
export function addMonths(day: Day, by: number): Day {
  const parts = partsOf(day);
  const first = partsOf(dayNumber(parts.year, parts.month + by, 1));
  return dayNumber(first.year, first.month, Math.min(parts.day, daysInMonth(first.year, first.month)));
}
