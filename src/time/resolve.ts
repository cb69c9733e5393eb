/** Meaning and anchor -> interval of days. Each kind of meaning has its own small function. */
import {
  addMonths,
  type Day,
  dayNumber,
  type Interval,
  isDate,
  months,
  oneDay,
  partsOf,
  type Unit,
  unitAt,
  weekdayOf,
} from "./calendar.ts";
import type { Meaning, Which } from "./meaning.ts";
import type { Direction } from "./tense.ts";

export interface Context {
  readonly anchor: Day;
  readonly direction: Direction;
  /** The date named before, in the same paragraph. */
  readonly focus?: Interval;
}

/** The days that are meant, or undefined where nothing in the text or the anchor tells. */
export function resolve(meaning: Meaning, context: Context): Interval | undefined {
  const { anchor, direction } = context;
  switch (meaning.kind) {
    case "date":
      return resolveDate(meaning, anchor, direction);
    case "weekday":
      return oneDay(resolveWeekday(meaning.weekday, meaning.which, context) + 7 * (meaning.weeks ?? 0));
    case "unit":
      return unitAt(anchor, meaning.unit, meaning.by);
    case "window":
      return window(anchor, meaning.unit, meaning.by);
    case "part":
      return part(anchor, meaning.unit, meaning.side);
    case "weekend":
      return weekend(anchor, meaning.which, direction);
    case "season":
      return season(meaning, anchor, direction);
    case "years":
      return months(meaning.from, 1, 12 * (meaning.to - meaning.from + 1), "span");
    case "days":
      return join(resolve(meaning.from, context), resolve(meaning.to, context));
    case "edge":
      return edge(resolve(meaning.of, context), meaning.edge);
    case "onward":
      return onward(meaning.unit, meaning.by, context);
    case "clock":
      return meaning.date && resolve(meaning.date, context);
    case "by":
      return resolve(meaning.end, direction === "none" ? { ...context, direction: "future" } : context);
    default:
      return undefined;
  }
}

function resolveDate(
  date: Extract<Meaning, { kind: "date" }>,
  anchor: Day,
  direction: Direction,
): Interval | undefined {
  const { year, month, day } = date;
  if (year !== undefined && month === undefined) return months(year, 1, 12, "year");
  if (month === undefined) return undefined;
  if (day === undefined) return months(year ?? yearOfMonth(month, anchor, direction), month, 1, "month");
  const chosen = year ?? nearestYear(month, day, anchor, direction);
  return isDate(chosen, month, day) ? oneDay(dayNumber(chosen, month, day)) : undefined;
}

/** A bare month lies behind, unless the verb looks ahead. */
function yearOfMonth(month: number, anchor: Day, direction: Direction): number {
  const now = partsOf(anchor);
  if (direction === "future") return month >= now.month ? now.year : now.year + 1;
  return month <= now.month ? now.year : now.year - 1;
}

/** How far a date may lie from the anchor before the tense, and not nearness, chooses its year. */
const NEAR_DAYS = 30;

function nearestYear(month: number, day: number, anchor: Day, direction: Direction): number {
  const { year } = partsOf(anchor);
  const distance = (y: number) => dayNumber(y, month, day) - anchor;
  const nearest = [year, year - 1, year + 1].sort((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)))[0]!;
  const off = distance(nearest);
  if (Math.abs(off) <= NEAR_DAYS || direction === "none") return nearest;
  if (direction === "past" && off > 0) return nearest - 1;
  return direction === "future" && off < 0 ? nearest + 1 : nearest;
}

/** Anchor on a Wednesday: "on Friday" is five days back, or two ahead; the anchor's own weekday is the anchor. */
function resolveWeekday(weekday: number, which: Which, { anchor, direction }: Context): Day {
  const today = weekdayOf(anchor);
  const back = anchor - ((today - weekday + 7) % 7);
  const ahead = anchor + ((weekday - today + 7) % 7);
  if (which === "last") return back === anchor ? back - 7 : back;
  if (which === "next") return anchor - today + 7 + weekday;
  if (which === "this") return direction === "past" ? back : ahead;
  return direction === "future" ? ahead : back;
}

function window(anchor: Day, unit: Unit, by: number): Interval {
  const edge =
    unit === "day" ? anchor + by : unit === "week" ? anchor + 7 * by : addMonths(anchor, by * monthsOf(unit));
  return by < 0 ? { start: edge, end: anchor, grain: "span" } : { start: anchor, end: edge, grain: "span" };
}

function monthsOf(unit: Unit): number {
  return { month: 1, quarter: 3, year: 12, decade: 120, century: 1200, day: 0, week: 0 }[unit];
}

/** "earlier in the week" ends the day before the anchor; on the unit's first day only that day is left. */
function part(anchor: Day, unit: Unit, side: "before" | "after"): Interval {
  const whole = unitAt(anchor, unit, 0);
  if (side === "before") return { start: whole.start, end: Math.max(whole.start, anchor - 1), grain: "span" };
  return { start: Math.min(whole.end, anchor + 1), end: whole.end, grain: "span" };
}

/** On Monday to Friday "the weekend" is the one past or to come, by the tense; on the weekend itself it is this one. */
function weekend(anchor: Day, which: Which, direction: Direction): Interval {
  const saturday = anchor - weekdayOf(anchor) + 5;
  const onIt = weekdayOf(anchor) >= 5;
  const back = onIt && which !== "last" ? saturday : saturday - 7;
  const ahead = which === "next" && onIt ? saturday + 7 : saturday;
  const start = which === "next" || (which === "near" && direction === "future") ? ahead : back;
  return { start, end: start + 1, grain: "span" };
}

function season(meaning: Extract<Meaning, { kind: "season" }>, anchor: Day, direction: Direction): Interval {
  const now = partsOf(anchor);
  const at = (year: number) => months(year, meaning.month, 3, "span");
  if (meaning.year !== undefined) return at(meaning.year);
  const last = at(now.year).end < anchor ? now.year : now.year - 1;
  if (meaning.which === "last") return at(last);
  if (meaning.which === "next")
    return at(
      at(now.year).start > anchor && direction === "future" && now.month < 3 ? now.year : nextOf(at, anchor, now.year),
    );
  if (meaning.which === "this") return at(now.year);
  return direction === "future"
    ? at(nextOf(at, anchor, now.year))
    : at(at(now.year).start <= anchor ? now.year : now.year - 1);
}

function nextOf(at: (year: number) => Interval, anchor: Day, year: number): number {
  return at(year).start > anchor ? year : year + 1;
}

function edge(of: Interval | undefined, which: "start" | "end"): Interval | undefined {
  return of && oneDay(which === "start" ? of.start : of.end);
}

function join(from: Interval | undefined, to: Interval | undefined): Interval | undefined {
  return from && to && from.start <= to.end ? { start: from.start, end: to.end, grain: "span" } : undefined;
}

/** "the next day" needs a day before it; "the year before" a year, or else the anchor's. */
function onward(unit: Unit, by: number, { anchor, focus }: Context): Interval | undefined {
  if (unit === "year") return unitAt(focus?.start ?? anchor, unit, by);
  if (!focus || (unit === "day" && focus.start !== focus.end)) return undefined;
  return unitAt(by < 0 ? focus.start : focus.end, unit, by);
}
