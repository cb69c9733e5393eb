/** The parts of a draft's quotation in, where they stand in the words of one source statement out; and the nearest passage if they do not. */
import type { QuotedWord, QuotePart } from "./words.ts";

/** Half-open range of word indexes. */
export type WordRange = readonly [first: number, end: number];

/** Words that a bracket may stand for. */
const REPLACED_MOST = 8;

function matchesAt(words: readonly QuotedWord[], at: number, part: readonly QuotedWord[]): boolean {
  if (at + part.length > words.length) return false;
  for (let i = 0; i < part.length; i++) if (words[at + i]!.key !== part[i]!.key) return false;
  return true;
}

function firstMatch(words: readonly QuotedWord[], part: readonly QuotedWord[], from: number, last: number): number {
  for (let at = from; at <= Math.min(last, words.length - part.length); at++) if (matchesAt(words, at, part)) return at;
  return -1;
}

/**
 * Where each part stands, in order, or undefined. A part behind a bracket begins at most eight words on; one behind an omission anywhere later.
 * Of several ways the one with the first start that works is taken. A part without words (a bracket alone) stands where the one before it ends.
 */
export function placesOf(words: readonly QuotedWord[], parts: readonly QuotePart[]): WordRange[] | undefined {
  const lead = parts.findIndex((part) => part.words.length > 0);
  if (lead < 0) return undefined;
  const [first, rest] = [parts[lead]!, parts.slice(lead + 1)];
  for (
    let at = firstMatch(words, first.words, 0, words.length);
    at >= 0;
    at = firstMatch(words, first.words, at + 1, words.length)
  ) {
    const head = parts.slice(0, lead).map((): WordRange => [at, at]);
    const places = follow(words, rest, [...head, [at, at + first.words.length]]);
    if (places) return places;
  }
  return undefined;
}

function follow(
  words: readonly QuotedWord[],
  rest: readonly QuotePart[],
  places: WordRange[],
): WordRange[] | undefined {
  for (const part of rest) {
    const end = places.at(-1)![1];
    if (part.words.length === 0) {
      places.push([end, end]);
      continue;
    }
    const at = firstMatch(words, part.words, end, part.before === "bracket" ? end + REPLACED_MOST : words.length);
    if (at < 0) return undefined;
    places.push([at, at + part.words.length]);
  }
  return places;
}

/** One step from the source's words to the draft's. */
export interface DiffStep {
  readonly kind: "same" | "dropped" | "added";
  readonly word: QuotedWord;
}

/** The passage of the source nearest to the draft's words, and how it differs. */
export interface Nearest {
  readonly steps: readonly DiffStep[];
  /** Share of the draft's words that the passage has too, in order. */
  readonly share: number;
}

/** Points of an alignment: what both have, what only one has, one word in place of another. */
const SAME = 30;
const GAP = -10;
const SWAP = -9;
const FARTHEST = 400;

/**
 * The passage of the source that the draft's words fit best (its beginning and end are free, the draft's are not), and the steps through it. Both sides are
 * cut to 400 words.
 */
export function nearest(source: readonly QuotedWord[], draft: readonly QuotedWord[]): Nearest {
  const [a, b] = [source.slice(0, FARTHEST), draft.slice(0, FARTHEST)];
  const width = b.length + 1;
  const points = new Int32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => points[i * width + j]!;
  for (let j = 1; j <= b.length; j++) points[j] = j * GAP;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      points[i * width + j] = Math.max(
        at(i - 1, j - 1) + (a[i - 1]!.key === b[j - 1]!.key ? SAME : SWAP),
        at(i - 1, j) + GAP,
        at(i, j - 1) + GAP,
      );
  let i = 0;
  for (let k = 1; k <= a.length; k++) if (at(k, b.length) > at(i, b.length)) i = k;
  const steps: DiffStep[] = [];
  let same = 0;
  for (let j = b.length; j > 0; ) {
    const [x, y] = [a[i - 1], b[j - 1]!];
    const pair = x?.key === y.key ? SAME : SWAP;
    if (x && at(i, j) === at(i - 1, j - 1) + pair) {
      if (pair === SAME) steps.push({ kind: "same", word: y });
      else steps.push({ kind: "added", word: y }, { kind: "dropped", word: x });
      if (pair === SAME) same++;
      i--;
      j--;
    } else if (x && at(i, j) === at(i - 1, j) + GAP) steps.push({ kind: "dropped", word: a[--i]! });
    else steps.push({ kind: "added", word: b[--j]! });
  }
  return { steps: steps.reverse(), share: b.length === 0 ? 0 : same / b.length };
}
