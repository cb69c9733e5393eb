/** Words of spans, in lower case, without punctuation; never more than a bounded number of them. */
import type { Attribution, Doc, Span } from "../schema/index.ts";

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

export interface Word {
  /** Lower case, with ’ as '. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Tokens of the spans, at most `limit`. */
export function wordsOf(doc: Doc, spans: readonly Span[], limit: number): Word[] {
  const words: Word[] = [];
  const { start, end, count } = doc.tokens;
  for (const span of spans)
    for (let i = tokenFrom(doc, span.start); i < count && words.length < limit && end[i]! <= span.end; i++) {
      const raw = doc.text.slice(start[i], end[i]).toLowerCase();
      words.push({ text: raw.includes("’") ? raw.replaceAll("’", "'") : raw, start: start[i]!, end: end[i]! });
    }
  return words;
}

/** What the readers of one attribution share, so that its tokens are read once. */
export interface AttributionWords {
  readonly cue: readonly Word[];
  readonly content: readonly Word[];
  /** For each content span, its range in `content`. */
  readonly runs: readonly (readonly [from: number, to: number])[];
}

/** Caps, so that a book in quotation marks stays cheap. */
const CUE_LIMIT = 20;
const CONTENT_LIMIT = 400;

export function attributionWords(doc: Doc, attribution: Attribution): AttributionWords {
  const content: Word[] = [];
  const runs = attribution.content.map((span): [number, number] => {
    const from = content.length;
    content.push(...wordsOf(doc, [span], CONTENT_LIMIT - from));
    return [from, content.length];
  });
  return { cue: wordsOf(doc, attribution.cue, CUE_LIMIT), content, runs };
}

/** Is it a word or number, not a mark? */
export function isWord(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first < 0x80)
    return (first >= 0x61 && first <= 0x7a) || (first >= 0x30 && first <= 0x39) || (first === 0x27 && text.length > 1);
  return LETTERS.test(text);
}

const LETTERS = /[\p{L}\p{N}]/u;
