/** The exact words of spans, as text for people. */
import { type Article, type Span, sliceOf } from "../schema/index.ts";

/** Stands for words left out between two spans. Nothing else in a printed quotation is ours. */
const OMISSION = "[…]";

/**
 * The spans' words in order of the text. Where only white space lies between two spans they are joined by it (a
 * line break starts a new line); anything else left out is marked.
 * Example: “It moved,” and “Again.” with `she said.` between give `“It moved,” […] “Again.”`.
 */
export function wordsOf(text: string, spans: readonly Span[], omission = OMISSION): string {
  let out = "";
  let end = -1;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (end >= 0) out += between(text.slice(end, span.start), omission);
    out += sliceOf(text, span);
    end = span.end;
  }
  return out;
}

function between(gap: string, omission: string): string {
  if (gap.trim() !== "") return ` ${omission} `;
  return gap.includes("\n") ? "\n" : " ";
}

/** The headline: as the metadata has it, else the heading that the text begins with. */
export function headlineOf({ title, text, blocks }: Article): string | undefined {
  const first = blocks[0];
  return title ?? (first?.kind === "heading" ? sliceOf(text, first).replace(/\s+/g, " ") : undefined);
}

/** A span with its exact words. */
export interface QuotedSpan extends Span {
  readonly text: string;
}

/** The span with its words, so that it can be read without the article. */
export function quoted(text: string, span: Span): QuotedSpan {
  return { start: span.start, end: span.end, text: sliceOf(text, span) };
}
