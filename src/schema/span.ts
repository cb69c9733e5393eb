/** Spans: the one way in which anything here points at text. */
import { z } from "zod";

export const spanSchema = z
  .strictObject({
    start: z.int().min(0).describe("first UTF-16 code unit"),
    end: z.int().min(0).describe("one past the last UTF-16 code unit"),
  })
  .describe("Half-open range of UTF-16 code units of article.text: text.slice(start, end) is the exact words.");

/** Half-open range of UTF-16 code units: `text.slice(start, end)` is always the exact words. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Do the two spans share at least one code unit? */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Does `outer` hold all of `inner`? */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The words of a span. */
export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
