/** Doc -> windows: runs of whole consecutive paragraphs that the network reads at one time. */
import type { Doc } from "../schema/index.ts";
import type { Range } from "./draft.ts";

/** One paragraph's place in a window: positions start..end of the window are tokens firstToken and on. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly firstToken: number;
  readonly paragraph: number;
}

/** A separator stands before each stretch: position `start - 1`. */
export interface Window {
  readonly length: number;
  readonly stretches: readonly Stretch[];
}

/** The doc's token at each position of a window; -1 is a separator. */
export function tokensOf(window: Window): Int32Array {
  const out = new Int32Array(window.length).fill(-1);
  for (const { start, end, firstToken } of window.stretches)
    for (let i = start; i < end; i++) out[i] = firstToken + i - start;
  return out;
}

/** Longest stretch: a longer paragraph is cut there, at a sentence end if one is near. */
export const LONGEST = 400;

interface Piece {
  firstToken: number;
  endToken: number;
  paragraph: number;
}

/** Paragraphs, cut to at most LONGEST tokens. */
function* pieces(doc: Doc, reads: (paragraph: number) => boolean): Generator<Piece> {
  for (let p = 0; p < doc.paragraphs.length; p++) {
    const paragraph = doc.paragraphs[p]!;
    if (!reads(p)) continue;
    let first = paragraph.firstToken;
    let s = paragraph.firstSentence;
    while (paragraph.endToken - first > LONGEST) {
      let cut = first;
      while (s < paragraph.endSentence && doc.sentences[s]!.endToken - first <= LONGEST)
        cut = doc.sentences[s++]!.endToken;
      if (cut === first) cut = first + LONGEST;
      yield { firstToken: first, endToken: cut, paragraph: p };
      first = cut;
    }
    if (first < paragraph.endToken) yield { firstToken: first, endToken: paragraph.endToken, paragraph: p };
  }
}

/** Windows of at most `size` tokens, or of one longer piece. `reads` says which paragraphs take part. */
export function windowsOf(doc: Doc, size: number, reads: (paragraph: number) => boolean): Generator<Window> {
  return packed(pieces(doc, reads), size);
}

/** Windows in which each range of tokens (its first LONGEST ones) is read as if it were a paragraph; `paragraph` is then the range's index. */
export function windowsOfRanges(ranges: readonly Range[], size: number): Generator<Window> {
  const whole = ranges.map(([firstToken, end], paragraph) => ({
    firstToken,
    endToken: Math.min(end, firstToken + LONGEST),
    paragraph,
  }));
  return packed(whole, size);
}

function* packed(all: Iterable<Piece>, size: number): Generator<Window> {
  let stretches: Stretch[] = [];
  let length = 0;
  for (const piece of all) {
    const n = piece.endToken - piece.firstToken;
    if (stretches.length > 0 && length + n > size) {
      yield { length, stretches };
      stretches = [];
      length = 0;
    }
    const start = length + 1;
    stretches.push({ start, end: start + n, firstToken: piece.firstToken, paragraph: piece.paragraph });
    length = start + n;
  }
  if (stretches.length > 0) yield { length, stretches };
}
