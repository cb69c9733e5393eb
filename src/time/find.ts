/** Doc and anchor -> time expressions, in one pass over the tokens. */
import type { Doc, TimeExpression } from "../schema/index.ts";
import { type Day, type Interval, isoDay, isoDays, isoInterval } from "./calendar.ts";
import type { Found, Meaning } from "./meaning.ts";
import { createReader, type MovingReader } from "./reader.ts";
import { resolve } from "./resolve.ts";
import { mayStart, RULES } from "./rules/index.ts";
import { type Direction, directionOf } from "./tense.ts";

/** A time expression with what the stage itself needs of it. */
export interface Timed extends TimeExpression {
  readonly firstToken: number;
  readonly endToken: number;
  readonly sentence: number;
  readonly days?: Interval;
  readonly direction: Direction;
  readonly meaning: Meaning;
}

/** All expressions of the text, sorted; without an anchor (asked for each paragraph) only complete dates get a value. */
export function findExpressions(doc: Doc, anchorAt: (offset: number) => Day | undefined): Timed[] {
  const reader = createReader(doc);
  const found: Timed[] = [];
  for (const paragraph of doc.paragraphs) {
    let focus: Interval | undefined;
    const anchor = anchorAt(paragraph.start);
    for (let s = paragraph.firstSentence; s < paragraph.endSentence; s++) {
      const { firstToken, endToken } = doc.sentences[s]!;
      reader.move(firstToken, endToken);
      for (let i = firstToken; i < endToken; ) {
        const hit = readAt(reader, i);
        if (!hit) {
          i++;
          continue;
        }
        const timed = makeTimed(doc, reader, i, hit, s, anchor, focus);
        found.push(timed);
        if (timed.days && timed.type === "DATE") focus = timed.days;
        i = hit.found.end;
      }
    }
  }
  return found;
}

interface Hit {
  readonly found: Found;
  readonly name: string;
}

function readAt(reader: MovingReader, i: number): Hit | undefined {
  if (!mayStart(reader.word(i), () => reader.word(i + 1))) return undefined;
  for (const rule of RULES) {
    const found = rule.read(reader, i);
    if (found) return { found, name: rule.name };
  }
  return undefined;
}

function makeTimed(
  doc: Doc,
  reader: MovingReader,
  first: number,
  { found, name }: Hit,
  sentence: number,
  anchor: Day | undefined,
  focus: Interval | undefined,
): Timed {
  const direction = directionOf(reader, first, found.end);
  const { meaning } = found;
  const days =
    valueNeedsAnchor(meaning) && anchor === undefined
      ? undefined
      : resolve(meaning, { anchor: anchor ?? 0, direction, ...(focus && { focus }) });
  const vague = meaning.kind === "vague" && meaning.before && anchor !== undefined;
  const value = vague ? `../${isoDay(anchor)}` : isoValue(meaning, days);
  return {
    start: doc.tokens.start[first]!,
    end: doc.tokens.end[found.end - 1]!,
    type: typeOf(meaning),
    ...(value !== undefined && { value }),
    known: found.known,
    implied: value === undefined ? [] : impliedParts(found.known, days),
    by: `time/${name}`,
    firstToken: first,
    endToken: found.end,
    sentence,
    ...(days && { days }),
    direction,
    meaning,
  };
}

/** A date with its year stands on its own feet. */
function valueNeedsAnchor(meaning: Meaning): boolean {
  if (meaning.kind === "date") return meaning.year === undefined;
  if (meaning.kind === "edge") return valueNeedsAnchor(meaning.of);
  if (meaning.kind === "by") return valueNeedsAnchor(meaning.end);
  if (meaning.kind === "days") return valueNeedsAnchor(meaning.from);
  if (meaning.kind === "clock") return meaning.date === undefined || valueNeedsAnchor(meaning.date);
  if (meaning.kind === "season") return meaning.year === undefined;
  return meaning.kind !== "years";
}

function typeOf(meaning: Meaning): TimeExpression["type"] {
  if (meaning.kind === "duration") return "DURATION";
  if (meaning.kind === "set") return "SET";
  if (meaning.kind === "by") return typeOf(meaning.end);
  return meaning.kind === "clock" ? "TIME" : "DATE";
}

/** ISO 8601; an open left side, "by Friday", is "../2026-03-13" (ISO 8601-2). A time without its day is "T22:30". */
function isoValue(meaning: Meaning, days: Interval | undefined): string | undefined {
  if (meaning.kind === "duration" || meaning.kind === "set") return meaning.value;
  if (meaning.kind === "clock") return days ? `${isoDays(days)}T${meaning.time}` : `T${meaning.time}`;
  if (!days) return undefined;
  return meaning.kind === "by" ? `../${isoDays({ ...days, start: days.end })}` : isoInterval(days);
}

const PARTS = ["year", "month", "day"] as const;

/** The parts of the value that the text does not state. */
function impliedParts(known: readonly string[], days: Interval | undefined): string[] {
  if (!days) return [];
  const depth = days.grain === "year" ? 1 : days.grain === "month" ? 2 : 3;
  return PARTS.slice(0, depth).filter((part) => !known.includes(part));
}
