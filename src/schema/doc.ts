/** Doc: an article's text, segmented. Columnar, because a 20 MB text has millions of tokens. */
import type { BlockKind } from "./article.ts";
import type { Message } from "./message.ts";
import type { Span } from "./span.ts";

/** Universal part-of-speech tags (UD v2), in the order of their codes in Tokens.pos. */
export const UPOS = [
  "X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN",
  "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB",
] as const; // biome-ignore format: one table
export type Upos = (typeof UPOS)[number];

/** Tokens as columns. Token i is `text.slice(start[i], end[i])`; white space between tokens belongs to none. */
export interface Tokens {
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Index into UPOS. */
  readonly pos: Uint8Array;
}

/** A sentence or paragraph: its span, and its tokens as a half-open range of token indexes. */
export interface Sentence extends Span {
  readonly firstToken: number;
  readonly endToken: number;
}

export interface Paragraph extends Sentence {
  readonly kind: BlockKind;
  /** Half-open range of indexes into Doc.sentences. */
  readonly firstSentence: number;
  readonly endSentence: number;
}

/**
 * One quotation: `start` is at its opening mark, `end` after its closing mark (marks included). `close` is false if
 * the closing mark is missing: then `end` is the end of the paragraph. `continues` is true if it goes on in the next
 * paragraph, which reopens it; `continued` if it is such a reopening.
 */
export interface Quote extends Span {
  readonly depth: number;
  readonly style: "double" | "single" | "guillemets" | "low-high" | "block";
  readonly closed: boolean;
  readonly continues: boolean;
  readonly continued: boolean;
}

/** A segmented text. Paragraphs that are residue have no tokens taken out: look at `kind`. */
export interface Doc {
  readonly text: string;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
  /** Sorted by start; nested quotations follow the one they stand in. */
  readonly quotes: readonly Quote[];
  readonly messages: readonly Message[];
}
