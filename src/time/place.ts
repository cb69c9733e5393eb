/** Where attributions and expressions lie: in which sentence and paragraph, inside whose content. */
import { type Attribution, contains, type Doc, type Sentence, type Span } from "../schema/index.ts";

/** Index of the sentence (or paragraph) that holds the character `at`; -1 if none does. Ranges are sorted. */
export function indexAt(ranges: readonly Span[], at: number): number {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle]!;
    if (at < range.start) high = middle - 1;
    else if (at >= range.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Index of the first token that starts at or after the character `at`. */
export function tokenFrom(doc: Doc, at: number): number {
  const { start, count } = doc.tokens;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The span that an attribution hangs on: its cue, else its source, else its first content. */
export function pivotOf(attribution: Attribution): Span | undefined {
  return attribution.cue[0] ?? attribution.source[0] ?? attribution.content[0];
}

export function inside(span: Span, holders: readonly Span[]): boolean {
  return holders.some((holder) => contains(holder, span));
}

/** The sentence of the pivot. */
export function sentenceOf(doc: Doc, attribution: Attribution): number {
  const pivot = pivotOf(attribution);
  return pivot ? indexAt(doc.sentences as readonly Sentence[], pivot.start) : -1;
}

/** Values by key, in order. (`Map.groupBy` is not in Node 20.) */
export function groupBy<T>(values: readonly T[], key: (value: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}
