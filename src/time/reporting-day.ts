/**
 * The day of the event reported: the first day behind that the opening names. Where it names none: the anchor for what
 * appears as it happens (transcripts, live blogs, datelined wire copy), else the day before, as newspapers report.
 */
import type { Doc } from "../schema/index.ts";
import type { Day } from "./calendar.ts";
import type { Timed } from "./find.ts";

const OPENING_PARAGRAPHS = 5;
const NEAR_DAYS = 6;

export interface ReportingDay {
  readonly day: Day;
  readonly from: Timed | undefined;
  /** The day of a part of the text with a time of its own. */
  readonly part?: boolean;
}

/** "… left the town late on Thursday": Thursday. Reports often appear the day after. */
export function reportingDay(doc: Doc, expressions: readonly Timed[], anchor: Day, sameDay: boolean): ReportingDay {
  const edge = doc.paragraphs[Math.min(OPENING_PARAGRAPHS, doc.paragraphs.length) - 1]?.end ?? 0;
  for (const expression of expressions) {
    if (expression.start >= edge) break;
    const { meaning, days } = expression;
    const dayLike = meaning.kind === "weekday" || (meaning.kind === "unit" && meaning.unit === "day");
    const clock = meaning.kind === "clock" && meaning.date?.kind === "weekday";
    if (!days || expression.direction === "future" || !(dayLike || clock)) continue;
    if (days.end <= anchor && days.start >= anchor - NEAR_DAYS) return { day: days.start, from: expression };
  }
  return { day: sameDay ? anchor : anchor - 1, from: undefined };
}
