/** Doc, attributions and the article's date -> time expressions with values, and when each attribution was uttered. */
import type { ArticleMeta, Attribution, Doc, Lexicon, TimeExpression, TimeReading } from "../schema/index.ts";
import { anchorOf } from "./anchor.ts";
import { findExpressions, type Timed } from "./find.ts";
import { reportingDay } from "./reporting-day.ts";
import { utteredOf } from "./uttered.ts";

export type TimeStage = (doc: Doc, attributions: readonly Attribution[], meta: ArticleMeta) => TimeReading;

/** The stage needs no word list: months and weekdays are closed classes. It takes the lexicon as every stage does. */
export function createTimeStage(_lexicon: Lexicon): TimeStage {
  return (doc, attributions, meta) => {
    const anchor = anchorOf(doc, meta);
    const timed = findExpressions(doc, anchor);
    const reporting = anchor === undefined ? undefined : reportingDay(doc, timed, anchor);
    return { expressions: timed.map(publicPart), uttered: utteredOf(doc, attributions, timed, reporting) };
  };
}

function publicPart({ start, end, type, value, known, implied, by }: Timed): TimeExpression {
  return { start, end, type, ...(value !== undefined && { value }), known, implied, by };
}
