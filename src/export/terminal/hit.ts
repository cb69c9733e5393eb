/** A statement that was found, as lines: who and what, the words with the matches marked, where. */
import type { ArticleRef, Span, StatementHit } from "../../schema/index.ts";
import { dateText, doubt } from "../facts.ts";
import { counted, dotted, indented, type Page, piece } from "./parts.ts";
import type { Piece } from "./wrap.ts";

export const INDENT = 5;

/** Words of the text, the spans of it painted. What was looked for is known, so that a mark of its own is not needed. */
export function marked(text: string, part: Span, spans: readonly Span[], { paint }: Page): Piece[] {
  const pieces: Piece[] = [];
  let at = part.start;
  for (const { start, end } of spans) {
    if (end <= at || start >= part.end) continue;
    if (start > at) pieces.push(piece(text.slice(at, start), paint.plain));
    pieces.push(piece(text.slice(Math.max(at, start), Math.min(end, part.end)), paint.strong));
    at = Math.min(end, part.end);
  }
  if (at < part.end) pieces.push(piece(text.slice(at, part.end), paint.plain));
  return pieces;
}

/** "The Tide · 2026-03-11 · Dam talks" */
export function placeText({ publisher, published, title, id }: ArticleRef): string {
  return [publisher, published?.slice(0, 10), title ?? id].filter((one) => one !== undefined).join(" · ");
}

function facts({ kind, act, type, saidAt, flags, level, confidence }: StatementHit): string[] {
  const when = saidAt && dateText(saidAt);
  return [
    type,
    kind + (act === "attitude" ? " attitude" : ""),
    ...(when === undefined ? [] : [when]),
    ...flags.filter((flag) => flag !== "probability").map((flag) => (flag === "duplicate" ? "in a copy" : flag)),
    ...(level === "named" ? [] : [level]),
    ...(doubt(confidence) === "" ? [] : ["uncertain"]),
  ];
}

/** `mark` stands before it: its number in the list. */
export function hitLines(hit: StatementHit, mark: string, page: Page): string[] {
  const { paint } = page;
  const to = hit.addressee ? ` to ${hit.addressee.name}` : "";
  const head = [
    piece(hit.speaker?.name ?? "Not attributed", hit.speaker ? paint.strong : paint.quiet),
    piece(to, paint.quiet),
    piece("  ", paint.plain, true),
    ...dotted(
      facts(hit).map((fact, i) => [fact, i === 0 ? paint.type : paint.quiet] as const),
      paint,
    ),
  ];
  const [first = "", ...others] = indented(head, INDENT, page);
  const { content, snippet } = hit;
  const [before, after] = [snippet.start > 0 ? "… " : "", snippet.end < content.length ? " …" : ""];
  const words = [piece(before, paint.quiet), ...marked(content, snippet, hit.matches, page), piece(after, paint.quiet)];
  const where = `${placeText(hit.article)} · #${hit.number}`;
  return [
    paint.quiet(mark.padStart(INDENT - 2)) + first.slice(INDENT - 2),
    ...others,
    ...indented(words, INDENT, page),
    ...contextLines(hit, page),
    ...indented([piece(where, paint.quiet)], INDENT, page),
  ];
}

/** The paragraph, where it says more than the content. */
function contextLines({ context, content }: StatementHit, page: Page): string[] {
  if (!context || context.text.trim().length <= content.length + 2) return [];
  return indented([piece("in: ", page.paint.label), piece(context.text, page.paint.quiet)], INDENT, page);
}

export function totalText(total: number, exact: boolean, shown: number, what: string): string {
  const all = `${exact ? "" : "more than "}${counted(total, what)}`;
  return shown < total ? `${all}, ${shown} shown` : all;
}
