/** The segments of a page in, its columns in reading order out: cut at the gutter that hardly any segment crosses. */
import type { Segment } from "./lines.ts";

const DEEPEST = 3;
const LEAST_LINES = 4;
/** A column's lines are about as wide as the column: labels beside a text, the cells of a table, are no column. */
const LEAST_WIDTH = 0.18;

/** Columns of a page, each a list of segments. What runs across the gutter (a headline, a full-width foot) cuts the page into bands. */
export function readingOrder(segments: readonly Segment[]): (readonly Segment[])[] {
  return split(
    [...segments].sort((a, b) => a.y - b.y || a.x - b.x),
    DEEPEST,
  );
}

function split(segments: readonly Segment[], depth: number): (readonly Segment[])[] {
  if (segments.length === 0) return [];
  const gutter = depth > 0 ? gutterOf(segments) : undefined;
  if (gutter === undefined) return [segments];
  const columns: (readonly Segment[])[] = [];
  let [left, right, across]: Segment[][] = [[], [], []];
  const flush = () => {
    columns.push(...split(across!, 0), ...split(left!, depth - 1), ...split(right!, depth - 1));
    [left, right, across] = [[], [], []];
  };
  for (const segment of segments) {
    const crosses = segment.x < gutter && segment.right > gutter;
    if (crosses && (left!.length > 0 || right!.length > 0)) flush();
    (crosses ? across! : segment.right <= gutter ? left! : right!).push(segment);
  }
  flush();
  return columns;
}

/** The x that fewest segments cross, if it parts the page into two columns. */
function gutterOf(segments: readonly Segment[]): number | undefined {
  const from = Math.min(...edges(segments, (one) => one.x));
  const to = Math.max(...edges(segments, (one) => one.right));
  const width = Math.ceil(to - from);
  if (!(width > 50) || width > 20_000) return undefined;
  const crossing = crossings(segments, from, width);
  let best = -1;
  for (let x = Math.floor(width * 0.2); x <= width * 0.8; x++) if (best < 0 || crossing[x]! < crossing[best]!) best = x;
  let end = best;
  while (end + 1 <= width * 0.8 && crossing[end + 1] === crossing[best]) end++;
  const gutter = from + (best + end) / 2;
  return crossing[best]! * 4 <= segments.length && isPair(segments, gutter, to - from) ? gutter : undefined;
}

/** How many segments cover each point of the width, counted by their starts and ends. */
function crossings(segments: readonly Segment[], from: number, width: number): Int32Array {
  const counts = new Int32Array(width + 2);
  const at = (x: number) => Math.min(width, Math.max(0, Math.floor(x - from)));
  for (const { x, right } of segments) {
    counts[at(x)]!++;
    counts[at(right) + 1]!--;
  }
  for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!;
  return counts;
}

/** Enough lines on both sides, and wide ones. */
function isPair(segments: readonly Segment[], gutter: number, width: number): boolean {
  const sides = [segments.filter((one) => one.right <= gutter), segments.filter((one) => one.x >= gutter)];
  return sides.every((side) => {
    const widths = side.map((one) => one.right - one.x).sort((a, b) => a - b);
    return side.length >= LEAST_LINES && widths[side.length >> 1]! >= width * LEAST_WIDTH;
  });
}

/** All values in a list short enough to spread: the least and the greatest. */
function edges(segments: readonly Segment[], value: (one: Segment) => number): number[] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const one of segments) {
    least = Math.min(least, value(one));
    most = Math.max(most, value(one));
  }
  return [least, most];
}
