/** Content spans -> direct, mixed or indirect: how much of the content stands inside its own quotation marks. */
import type { Doc, Quote, Span, Statement } from "../schema/index.ts";

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const DIRECT_SHARE = 0.9; // the referee's threshold

/** Index of the first quote that ends after `offset`; quotes are sorted by start, nested ones inside. */
function firstQuoteAfter(quotes: readonly Quote[], offset: number): number {
  let lo = 0;
  let hi = quotes.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (quotes[mid]!.start < offset) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

const LOOK_BACK = 8; // an enclosing quotation may begin before the span: look at the few quotes before it

/** The quotes that touch the span, those that enclose it wholly left out unless they begin with it. */
function quotesOf(doc: Doc, span: Span): Quote[] {
  const out: Quote[] = [];
  let i = Math.max(0, firstQuoteAfter(doc.quotes, span.start) - LOOK_BACK);
  for (; i < doc.quotes.length && doc.quotes[i]!.start < span.end; i++) {
    const quote = doc.quotes[i]!;
    const encloses = quote.start < span.start && quote.end > span.end;
    if (quote.end > span.start && !encloses) out.push(quote);
  }
  return out;
}

/** direct: at least 90 % of the letters and digits are quoted; indirect: none; else mixed. */
export function kindOf(doc: Doc, content: readonly Span[]): Statement["kind"] {
  let all = 0;
  let inside = 0;
  for (const span of content) {
    const quotes = quotesOf(doc, span);
    for (let i = span.start; i < span.end; i++) {
      if (!LETTER_OR_DIGIT.test(doc.text[i]!)) continue;
      all++;
      if (quotes.some((q) => q.start <= i && i < q.end)) inside++;
    }
  }
  if (inside === 0) return "indirect";
  return inside >= DIRECT_SHARE * all ? "direct" : "mixed";
}
