/** Doc, attributions and the article's date -> time expressions with values, and when each attribution was uttered. */
import type { ArticleMeta, Attribution, Doc, Lexicon, TimeExpression, TimeReading } from "../schema/index.ts";
import { anchorOf, partAnchors } from "./anchor.ts";
import { type Day, isoInterval } from "./calendar.ts";
import { findExpressions, type Timed } from "./find.ts";
import { isLive } from "./live.ts";
import { type ReportingDay, reportingDay } from "./reporting-day.ts";
import { resolve } from "./resolve.ts";
import { utteredOf } from "./uttered.ts";

export type TimeStage = (doc: Doc, attributions: readonly Attribution[], meta: ArticleMeta) => TimeReading;

/** The stage needs no word list: months and weekdays are closed classes. It takes the lexicon as every stage does. */
export function createTimeStage(_lexicon: Lexicon): TimeStage {
  return (doc, attributions, meta) => {
    const anchor = anchorOf(doc, meta);
    const partAt = partAnchors(meta);
    const timed = findExpressions(doc, (at) => partAt(at) ?? anchor);
    const reporting =
      anchor === undefined ? undefined : reportingDay(doc, timed, anchor, appearsAtOnce(doc, attributions));
    const settled = reporting?.from ? timed.map((one) => fromReportingDay(one, reporting.day)) : timed;
    const reportingAt = (at: number): ReportingDay | undefined => {
      const day = partAt(at);
      return day === undefined ? reporting : { day, from: undefined, part: true };
    };
    return { expressions: settled.map(publicPart), uttered: utteredOf(doc, attributions, settled, reportingAt) };
  };
}

/** "Earlier in the week" ends before the day that is reported, not before the day of print. */
function fromReportingDay(timed: Timed, day: Day): Timed {
  if (timed.meaning.kind !== "part" || timed.meaning.side !== "before") return timed;
  const days = resolve(timed.meaning, { anchor: day, direction: timed.direction });
  return days ? { ...timed, days, value: isoInterval(days) } : timed;
}

const DATE_LINE = /^[A-Z][A-Z .,'’-]{2,40}(?:, [A-Z][a-z]+\.? \d{1,2})? (?:\([A-Z][A-Za-z ]{1,20}\) ?)?(?:-|–|—|--) /;

/** Transcripts, live blogs and wire copy with a place and date line appear on the day itself. */
function appearsAtOnce(doc: Doc, attributions: readonly Attribution[]): boolean {
  if (attributions.some((attribution) => attribution.form === "transcript") || isLive(doc)) return true;
  return doc.paragraphs
    .slice(0, 3)
    .some(({ start, end }) => DATE_LINE.test(doc.text.slice(start, Math.min(end, start + 120))));
}

function publicPart({ start, end, type, value, known, implied, by }: Timed): TimeExpression {
  return { start, end, type, ...(value !== undefined && { value }), known, implied, by };
}
