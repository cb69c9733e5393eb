/** A text in, its words as the index has them out, each with where it stands in the text as written. */
import type { Span } from "../schema/index.ts";
import { fold } from "../store/fold.ts";

export interface TextWord extends Span {
  /** Folded, as in the index. */
  readonly key: string;
}

const ASCII = /^[\x20-\x7e\n\t]*$/;
const WORD = /[\p{L}\p{N}]+/gu;

export function textWords(text: string): TextWord[] {
  if (ASCII.test(text)) return wordsOf(text.toLowerCase(), (i) => i, text.length);
  const { folded, origin } = foldedWithOrigin(text);
  return wordsOf(folded, (i) => origin[i]!, text.length);
}

function wordsOf(folded: string, origin: (i: number) => number, length: number): TextWord[] {
  const found: TextWord[] = [];
  for (const { 0: key, index } of folded.matchAll(WORD)) {
    let next = index + key.length;
    // The end is where the next character of the text begins: one may have become several (ß, ½), and marks have gone.
    while (next < folded.length && origin(next) === origin(next - 1)) next++;
    found.push({ key, start: origin(index), end: next < folded.length ? origin(next) : length });
  }
  return found;
}

/** The folded text, and for each of its code units where the character stands that it came from. */
function foldedWithOrigin(text: string): { folded: string; origin: number[] } {
  const lower = text.toLowerCase();
  // Lower case of one letter may depend on its neighbours (the Greek sigma): as a whole, if that keeps all places.
  const source = lower.length === text.length ? lower : text;
  const origin: number[] = [];
  let folded = "";
  let i = 0;
  for (const char of source) {
    const part = fold(char);
    folded += part;
    for (let k = 0; k < part.length; k++) origin.push(i);
    i += char.length;
  }
  return { folded, origin };
}
