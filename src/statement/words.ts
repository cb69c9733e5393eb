/** Words of spans, in lower case, without punctuation; never more than a bounded number of them. */
import type { Doc, Span } from "../schema/index.ts";

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
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Tokens of the spans in lower case with ’ as ', at most `limit`. */
export function wordsOf(doc: Doc, spans: readonly Span[], limit: number): Word[] {
  const words: Word[] = [];
  for (const span of spans)
    for (let i = tokenFrom(doc, span.start); i < doc.tokens.count && words.length < limit; i++) {
      const start = doc.tokens.start[i]!;
      const end = doc.tokens.end[i]!;
      if (end > span.end) break;
      words.push({ text: doc.text.slice(start, end).toLowerCase().replaceAll("’", "'"), start, end });
    }
  return words;
}

const LETTERS = /[\p{L}\p{N}]/u;

/** Is it a word or number, not a mark? */
export function isWord(text: string): boolean {
  return LETTERS.test(text);
}
