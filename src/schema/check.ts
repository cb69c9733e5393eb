/** What a check of a draft's quotations gives back: a verdict for each, how its words differ, and where the source's stand. */
import type { Span } from "./span.ts";

export const VERDICTS = [
  "exact", "inserted", "trimmed", "altered", "stitched", "wrong-speaker", "paraphrase-as-quote", "not-found", "unchecked",
] as const; // biome-ignore format: one table
export type Verdict = (typeof VERDICTS)[number];

/** Verdicts that pass: the words are the source's. */
export const PASSING: ReadonlySet<Verdict> = new Set(["exact", "inserted", "trimmed"] as const);

/** Classes of change, from the weightiest on. */
export const CHANGES = [
  "negation",
  "condition",
  "number",
  "date",
  "qualifier",
  "name",
  "tense",
  "case",
  "other",
] as const;
export type ChangeClass = (typeof CHANGES)[number];

export interface Change {
  readonly class: ChangeClass;
  /** Words of the source that the draft has not, and words of the draft that the source has not; "" for none. */
  readonly dropped: string;
  readonly added: string;
}

/** A quotation of a draft: the words inside its marks, and who is said to have said them. */
export interface DraftQuotation {
  readonly span: Span;
  readonly words: string;
  readonly speaker?: string;
}

/** Where the words of a source stand, and what an editor should know of them. */
export interface Evidence {
  readonly article: string;
  readonly input?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  readonly statement: string;
  readonly speaker?: string;
  readonly saidAt?: string;
  /** Of the source's text: the words that the quotation has, or the whole statement. */
  readonly span: Span;
  readonly words: string;
  /** The sentence before and the one after, as far as the paragraph goes. */
  readonly before: string;
  readonly after: string;
  /** Reported by another, translated, negated, hypothetical. */
  readonly warnings: readonly string[];
}

export interface Checked {
  readonly quotation: DraftQuotation;
  readonly verdict: Verdict;
  /** One phrase for a person. */
  readonly why: string;
  /** How the draft's words differ from the source's. */
  readonly changes: readonly Change[];
  /** Where the words, or the nearest ones, stand. */
  readonly evidence: readonly Evidence[];
}
