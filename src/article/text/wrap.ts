/**
 * The lines of a text in, which of them go on in the next out: hard-wrapped text (mail, agency copy, old files) has one
 * paragraph on many lines of about equal length. A line is full if the next line's first word had no room on it.
 */
import type { TextLine } from "./lines.ts";

const WIDEST = 110;
const NARROWEST = 40;

/** For each line: does the next line belong to the same paragraph? All false if the text is not hard-wrapped. */
export function wrappedLines(text: string, lines: readonly TextLine[]): boolean[] {
  const width = wrapWidth(lines);
  const none = lines.map(() => false);
  if (width === undefined) return none;
  const joins = lines.map((line, i) => continues(text, line, lines[i + 1], width));
  return isWrapped(text, lines, joins) ? joins : none;
}

/** The width that the text was wrapped to: its longest line, a few stray long ones (links, tables) aside. */
function wrapWidth(lines: readonly TextLine[]): number | undefined {
  const counts = new Uint32Array(WIDEST + 1);
  let long = 0;
  for (const { start, end } of lines) {
    const length = end - start;
    if (length > WIDEST) long++;
    else counts[length]!++;
  }
  if (lines.length < 2 || long * 20 > lines.length) return undefined;
  let spare = Math.floor((lines.length - long) / 50);
  let width = WIDEST;
  while (width > NARROWEST && (spare -= counts[width]!) >= 0) width--;
  return width > NARROWEST ? width : undefined;
}

function continues(text: string, line: TextLine, next: TextLine | undefined, width: number): boolean {
  if (!next || next.gap || startsAnew(text, line, next)) return false;
  const length = line.end - line.start + Math.max(0, line.indent - next.indent);
  if (length + 1 + firstWordLength(text, next) > width - width / 12) return true;
  return isLower(text, next.start) && !endsSentence(text, line.end);
}

/** A paragraph's indent, a bullet, a quote sign, a dash or a speaker's label opens a paragraph, however full the line before. */
function startsAnew(text: string, line: TextLine, next: TextLine): boolean {
  if (next.indent >= line.indent + 2 && endsSentence(text, line.end)) return true;
  return opensParagraph(text.slice(next.start, next.start + 50));
}

/** Do a line's first characters open a paragraph: a bullet, a quote sign, a dash, a number, a speaker's label? */
export function opensParagraph(head: string): boolean {
  return /^(?:[*•>#|–—-] |[A-Z][A-Z .'’-]{1,40}(?:: | \([^()]{1,40}\)[:.] )|[QA]: |\d{1,3}[.)] )/.test(head);
}

/** Wrapped: at least two joins, most full lines end in mid-sentence, and at least a third of the chances to join are taken. */
function isWrapped(text: string, lines: readonly TextLine[], joins: readonly boolean[]): boolean {
  let joined = 0;
  let open = 0;
  let chances = 0;
  lines.forEach((line, i) => {
    if (lines[i + 1] && !lines[i + 1]!.gap) chances++;
    if (!joins[i]) return;
    joined++;
    if (!endsSentence(text, line.end)) open++;
  });
  return joined >= 1 && open * 10 >= joined * 6 && joined * 3 >= chances;
}

function firstWordLength(text: string, line: TextLine): number {
  let at = line.start;
  while (at < line.end && text.charCodeAt(at) !== 32) at++;
  return at - line.start;
}

/** Does a word at `at` start with a small letter? */
export function isLower(text: string, at: number): boolean {
  const letter = text[at]!;
  return letter !== letter.toUpperCase();
}

/** Does a sentence end just before `end`? */
export function endsSentence(text: string, end: number): boolean {
  return /[.!?:…]["”’')\]]{0,3}$/.test(text.slice(Math.max(0, end - 5), end));
}
