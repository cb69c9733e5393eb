/** What the layout rules ask of paragraphs: which quotations they hold, whether they are nothing but a quotation. */
import { type Doc, type Paragraph, type Quote, READ_KINDS } from "../../schema/index.ts";
import { type Draft, endToken, firstToken, paragraphOf, type Range } from "../draft.ts";

export function tokenText(doc: Doc, i: number): string {
  return doc.text.slice(doc.tokens.start[i]!, doc.tokens.end[i]!);
}

/** Is the token an opening quotation mark of any style? */
export function startsQuotation(doc: Doc, token: number): boolean {
  return /^["“‘«„']$/.test(tokenText(doc, token));
}

/** Is the paragraph read for statements, and not empty? */
export function isRead(paragraph: Paragraph): boolean {
  return READ_KINDS.has(paragraph.kind) && paragraph.firstToken < paragraph.endToken;
}

/** Per paragraph the outermost quotations that begin in it. */
export function quotesByParagraph(doc: Doc): Quote[][] {
  const out: Quote[][] = doc.paragraphs.map(() => []);
  let p = 0;
  let done = 0;
  for (const quote of doc.quotes) {
    if (quote.start < done) continue;
    done = quote.end;
    while (p < doc.paragraphs.length - 1 && doc.paragraphs[p]!.end <= quote.start) p++;
    out[p]!.push(quote);
  }
  return out;
}

/** Tokens of a span that lies inside one paragraph. */
export function tokensOf(doc: Doc, paragraph: Paragraph, span: { start: number; end: number }): Range {
  let first = paragraph.firstToken;
  while (first < paragraph.endToken && doc.tokens.end[first]! <= span.start) first++;
  let end = first;
  while (end < paragraph.endToken && doc.tokens.start[end]! < span.end) end++;
  return [first, end];
}

const SHARE = 0.9;

/** Is the paragraph a quotation and hardly anything else, at least `words` tokens long? */
export function isQuotation(doc: Doc, paragraph: Paragraph, quotes: readonly Quote[], words: number): boolean {
  const first = quotes[0];
  if (!first || paragraph.endToken - paragraph.firstToken < words || paragraph.end <= paragraph.start) return false;
  if (doc.tokens.start[paragraph.firstToken] !== first.start) return false;
  const quoted = quotes.reduce((sum, q) => sum + Math.min(q.end, paragraph.end) - q.start, 0);
  return quoted >= SHARE * (paragraph.end - paragraph.start);
}

/** Per paragraph, the drafts with a token in it, in order of their first tokens. */
export function draftsByParagraph(doc: Doc, drafts: readonly Draft[]): Draft[][] {
  const out: Draft[][] = doc.paragraphs.map(() => []);
  for (const draft of [...drafts].sort((a, b) => firstToken(a) - firstToken(b))) {
    const last = endToken(draft) - 1;
    for (let p = paragraphOf(doc, firstToken(draft)); p < out.length && doc.paragraphs[p]!.firstToken <= last; p++) {
      out[p]!.push(draft);
    }
  }
  return out;
}
