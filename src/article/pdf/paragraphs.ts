/** Lines in reading order in, paragraphs out: by gaps, indents, font sizes and how full the line before is. */
import { endsSentence, isLower, opensParagraph } from "../text/wrap.ts";
import type { Line } from "./lines.ts";

/** Lines that make up one paragraph, maybe over a column or page break. */
export type Paragraph = readonly Line[];

/** Group lines into paragraphs. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const leading = leadings(lines);
  const paragraphs: Line[][] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before && continues(before, line, leading.get(Math.round(line.size)) ?? line.size * 1.3))
      paragraphs.at(-1)!.push(line);
    else paragraphs.push([line]);
  });
  return paragraphs;
}

/** The usual distance from line to line, for each font size: the 30 % point of the distances inside columns. */
function leadings(lines: readonly Line[]): ReadonlyMap<number, number> {
  const steps = new Map<number, number[]>();
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (!before || !isBelow(before, line) || Math.abs(before.size - line.size) > 1) return;
    const size = Math.round(line.size);
    const known = steps.get(size) ?? [];
    steps.set(size, known);
    known.push(line.y - before.y);
  });
  return new Map([...steps].map(([size, all]) => [size, all.sort((a, b) => a - b)[Math.floor(all.length * 0.3)]!]));
}

function isBelow(before: Line, line: Line): boolean {
  return before.page === line.page && before.column === line.column && line.y > before.y;
}

function continues(before: Line, line: Line, leading: number): boolean {
  if (Math.abs(before.size - line.size) > Math.max(before.size, line.size) * 0.12) return false;
  if (opensParagraph(line.text.slice(0, 50))) return false;
  if (isBelow(before, line) && line.y - before.y > leading * 1.3) return false;
  const ended = endsSentence(before.text.trimEnd(), before.text.trimEnd().length);
  if (indentOf(line) > indentOf(before) + line.size * 0.7 && (ended || indentOf(before) < line.size * 0.5)) {
    // A hanging indent: the first line of a numbered paragraph or of a turn stands out to the left.
    return isBelow(before, line) && !ended && opensParagraph(before.text.slice(0, 50));
  }
  if (isFull(before, line)) return true;
  return !ended && isLower(line.text.trimStart(), 0);
}

function indentOf({ x, left }: Line): number {
  return x - left;
}

/** Had the next line's first word no room on this one? */
function isFull(before: Line, line: Line): boolean {
  const room = before.edge - before.right;
  const first = line.text.trimStart().split(" ", 1)[0]!.length;
  return room < (first + 1) * averageWidth(line) + line.size * 0.5;
}

function averageWidth({ x, right, text, size }: Line): number {
  return text.length > 0 ? Math.min(size, (right - x) / text.length) : size / 2;
}
