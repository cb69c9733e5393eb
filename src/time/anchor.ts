/** The day that relative expressions count from: a date line at the top of the text, else the article's date. */
import type { ArticleMeta, Doc } from "../schema/index.ts";
import { type Day, parseIsoDay } from "./calendar.ts";
import { indexAt } from "./place.ts";
import { createReader } from "./reader.ts";
import { resolve } from "./resolve.ts";
import { DATE_RULES } from "./rules/dates.ts";

/** Only the first paragraphs can hold a date line, and it must lie this near to the article's date. */
const TOP = 4;
const NEAR_DAYS = 7;

/** "Tuesday, June 19, 2018" as a paragraph, or "PORT AUGUSTIN, April 21 (Meridian) -"; else `meta.anchor`. */
export function anchorOf(doc: Doc, meta: ArticleMeta): Day | undefined {
  const given = meta.anchor === undefined ? undefined : parseIsoDay(meta.anchor);
  for (const paragraph of doc.paragraphs.slice(0, TOP)) {
    const day = dateLine(doc, paragraph.firstToken, paragraph.endToken, given);
    if (day !== undefined && (given === undefined || Math.abs(day - given) <= NEAR_DAYS)) return day;
  }
  return given;
}

/** The anchor of a part of the text (a post of a live blog) by an offset in it; nothing outside of such parts. */
export function partAnchors({ parts = [] }: ArticleMeta): (at: number) => Day | undefined {
  const days = parts.map(({ anchor }) => parseIsoDay(anchor));
  return (at) => days[indexAt(parts, at)];
}

function dateLine(doc: Doc, first: number, end: number, given: Day | undefined): Day | undefined {
  const reader = createReader(doc);
  reader.move(first, Math.min(end, first + 16));
  const alone = dateAt(doc, first, first, end, given);
  if (alone !== undefined) return alone;
  for (let i = first; i < first + 6 && reader.raw(i) !== ""; i++) {
    const capitals = reader.raw(i) === reader.raw(i).toUpperCase();
    if (!capitals) return undefined;
    if (reader.raw(i) === "," && i > first) return dateAt(doc, first, i + 1, -1, given);
  }
  return undefined;
}

/** The date at token i; with `end` >= 0 it must be all of the paragraph and have its year, else a dash or bracket follows. */
function dateAt(doc: Doc, first: number, i: number, end: number, given: Day | undefined): Day | undefined {
  const reader = createReader(doc);
  reader.move(first, i + 12);
  for (const rule of DATE_RULES) {
    const found = rule.read(reader, i);
    if (found?.meaning.kind !== "date" || found.meaning.day === undefined) continue;
    const whole =
      end >= 0 ? found.end === end && found.known.includes("year") : /^[(\-–—]$|^--$/.test(reader.word(found.end));
    if (!whole || (given === undefined && found.meaning.year === undefined)) return undefined;
    return resolve(found.meaning, { anchor: given ?? 0, direction: "past" })?.start;
  }
  return undefined;
}
