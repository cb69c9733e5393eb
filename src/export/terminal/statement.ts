/** One statement as a block of lines. */
import type { Reading, Statement } from "../../schema/index.ts";
import { calledAs, circumstances, doubt, flagsOf, otherCandidates, speakerName, whenText } from "../facts.ts";
import { wordsOf } from "../words.ts";
import type { Paint, Paints } from "./paint.ts";
import { printable } from "./width.ts";
import { type Piece, wrap } from "./wrap.ts";

/** What a block needs to know of the report that it stands in. */
export interface Frame {
  readonly reading: Reading;
  readonly paint: Paints;
  readonly width: number;
  /** Columns for the statement's number. */
  readonly gutter: number;
  /** Numbers of the statements by id, for "inside 3". */
  readonly numbers: ReadonlyMap<string, number>;
  /** False where the speaker already stands above. */
  readonly withSpeaker: boolean;
}

const piece = (text: string, paint: Paint, whole = false): Piece => ({ text: printable(text), paint, whole });

/** Pieces with a quiet dot between them, which never starts a line. Each stays whole if it is short. */
function dotted(parts: readonly (readonly [string, Paint])[], { quiet, plain }: Paints): Piece[] {
  return parts.flatMap(([text, paint], i) => {
    const own = piece(text, paint, text.length < 24);
    return i === 0 ? [own] : [piece(" ·", quiet, true), piece(" ", plain), own];
  });
}

function heading(s: Statement, frame: Frame): Piece[] {
  const { reading, paint } = frame;
  const facts: [string, Paint][] = [];
  const cue = wordsOf(reading.article.text, s.cue);
  if (cue !== "") facts.push([cue, paint.plain]);
  facts.push([s.kind + (s.form ? ` ${s.form}` : "") + (s.act === "attitude" ? " attitude" : ""), paint.quiet]);
  facts.push([s.type + doubt(s.typeConfidence), paint.type]);
  const when = whenText(s);
  if (when) facts.push([when, paint.quiet]);
  for (const flag of flagsOf(s)) facts.push([flag, paint.limit]);
  const parent = s.parent === undefined ? undefined : frame.numbers.get(s.parent);
  if (parent !== undefined) facts.push([`inside ${parent}`, paint.quiet]);
  return [...speakerPieces(s, frame), ...dotted(facts, paint)];
}

function speakerPieces(s: Statement, { reading, paint, withSpeaker }: Frame): Piece[] {
  const called = calledAs(reading, s);
  const out: Piece[] = [];
  if (withSpeaker) {
    out.push(
      piece(speakerName(reading, s) + doubt(s.speaker?.confidence ?? 1), s.speaker ? paint.strong : paint.quiet),
    );
    if (called !== undefined && called.length <= 32)
      out.push(piece(" ", paint.plain), piece(`(${called})`, paint.quiet));
    out.push(piece("  ", paint.plain, true));
  }
  return out;
}

function details(s: Statement, { reading, paint }: Frame): Piece[][] {
  const labelled = (label: string, value: string, tone: Paint) => [
    piece(label, paint.label),
    piece(" ", paint.plain),
    piece(value, tone),
  ];
  const lines = s.conditions.map((c) => labelled("condition:", wordsOf(reading.article.text, [c]), paint.limit));
  const around = circumstances(s).flatMap(({ label, value }, i) => [
    ...(i > 0 ? [piece("   ", paint.plain, true)] : []),
    ...labelled(`${label}:`, value, paint.quiet),
  ]);
  if (around.length > 0) lines.push(around);
  const others = otherCandidates(s);
  if (others.length > 0) lines.push(labelled("or:", others.join(", "), paint.quiet));
  return lines;
}

function words(s: Statement, { reading, paint }: Frame): Piece[] {
  const parts = wordsOf(reading.article.text, s.content).split("[…]");
  if (parts.length === 1 && parts[0] === "") return [piece("(no words given)", paint.quiet)];
  return parts.flatMap((part, i) => [...(i > 0 ? [piece("[…]", paint.quiet)] : []), piece(part, paint.plain)]);
}

/** The lines of statement number `n`, without a line break at their ends. */
export function statementLines(s: Statement, n: number, frame: Frame): string[] {
  const { gutter, width, paint } = frame;
  const margin = " ".repeat(gutter + 2);
  const number = paint.quiet(String(n).padStart(gutter) + doubt(s.confidence).padEnd(2));
  const room = width - margin.length;
  const head = wrap(heading(s, frame), room, room - 4);
  const rest = [words(s, frame), ...details(s, frame)].flatMap((pieces) =>
    wrap(pieces, room - 2).map((line) => `${margin}  ${line}`),
  );
  return [number + head[0], ...head.slice(1).map((line) => `${margin}    ${line}`), ...rest].map((line) =>
    line.trimEnd(),
  );
}
