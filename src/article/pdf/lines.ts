/** The text items of a page in, its lines in reading order out: items of one base line joined, columns told apart. */
import { readingOrder } from "./columns.ts";
import type { Item, Page } from "./items.ts";

/** Items side by side on one base line, left to right. */
export interface Line {
  readonly page: number;
  readonly items: readonly Item[];
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Left and right edge of the column that it stands in. */
  readonly left: number;
  readonly edge: number;
  /** Lines of one number follow each other down one column. */
  readonly column: number;
}

/** Items of one line that stand close together: a whole line, or what one column has of it. */
export interface Segment {
  readonly items: Item[];
  x: number;
  right: number;
  y: number;
  size: number;
}

/** Wider than any gap between the words of a line, in font sizes; gutters are wider still. */
const GAP = 1.1;
const MARK = /^(?:\d{1,3}|[*†‡§]{1,3})$/;

/** The lines of a page, top to bottom, column after column. */
export function pageLines(page: Page): Line[] {
  const columns = readingOrder(segmentsOf(page.items));
  return columns.flatMap((segments, column) => {
    const rows = rowsOf(segments);
    const left = Math.min(...spread(rows, "x"));
    const edge = Math.max(...spread(rows, "right"));
    return rows.map(({ items, x, right, y, size }) => {
      const text = items.map((item, i) => spaceBefore(items[i - 1], item) + item.text).join("");
      return { page: page.number, items, text, x, right, y, size, left, edge, column };
    });
  });
}

/** The 5 % and 95 % points: one stray item does not move an edge. */
function spread(rows: readonly Segment[], key: "x" | "right"): number[] {
  const sorted = rows.map((row) => row[key]).sort((a, b) => a - b);
  return [sorted[Math.floor(sorted.length * 0.05)]!, sorted[Math.ceil(sorted.length * 0.95) - 1]!];
}

/** Items grouped by base line, cut where a gap is too wide for a space. Marks of notes (small, raised figures) are left out. */
function segmentsOf(items: readonly Item[]): Segment[] {
  const segments: Segment[] = [];
  for (const row of baseLines(items)) {
    let last: Segment | undefined;
    for (const item of row) {
      if (last && isMark(item, last)) continue;
      if (last && item.x - last.right <= GAP * Math.max(item.size, last.size)) grow(last, item);
      else segments.push((last = segmentOf(item)));
    }
  }
  return segments;
}

function baseLines(items: readonly Item[]): Item[][] {
  const sorted = [...items].sort((a, b) => a.y - b.y || a.x - b.x || a.index - b.index);
  const rows: Item[][] = [];
  let base = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const item of sorted) {
    if (item.y - base <= Math.min(Math.max(size, item.size) * 0.4, item.size)) rows.at(-1)!.push(item);
    else {
      rows.push([item]);
      base = item.y;
      size = 0;
    }
    size = Math.max(size, item.size);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x || a.index - b.index));
}

function isMark(item: Item, before: Segment): boolean {
  const small = item.size < before.size * 0.8;
  return small && item.y < before.y - before.size * 0.15 && MARK.test(item.text.trim());
}

function segmentOf(item: Item): Segment {
  return { items: [item], x: item.x, right: item.x + item.width, y: item.y, size: item.size };
}

function grow(segment: Segment, item: Item): void {
  segment.items.push(item);
  segment.right = Math.max(segment.right, item.x + item.width);
  if (item.size > segment.size) {
    segment.size = item.size;
    segment.y = item.y;
  }
}

/** Segments of one column on the same base line are one line: a label and its text, the cells of a table. */
function rowsOf(segments: readonly Segment[]): Segment[] {
  const sorted = [...segments].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Segment[] = [];
  for (const segment of sorted) {
    const last = rows.at(-1);
    if (last && Math.abs(segment.y - last.y) <= last.size * 0.4 && segment.x >= last.right) {
      for (const item of segment.items) grow(last, item);
    } else rows.push({ ...segment, items: [...segment.items] });
  }
  return rows;
}

/** A space where the gap between two items shows one and neither has it. */
export function spaceBefore(before: Item | undefined, item: Item): "" | " " {
  if (!before || /\s$/.test(before.text) || /^\s/.test(item.text)) return "";
  return item.x - (before.x + before.width) > 0.12 * Math.min(item.size, before.size) ? " " : "";
}
