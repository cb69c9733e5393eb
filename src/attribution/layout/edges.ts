/** Edges of content spans: a quotation keeps the mark that ends it; symbols before a quotation are not part of it; a quotation after a full stop is a span of its own. */
import type { Doc } from "../../schema/index.ts";
import { type Draft, type LayoutRule, paragraphOf, type Range } from "../draft.ts";
import { startsQuotation, tokenText } from "./paragraphs.ts";

const WORD = /[\p{L}\p{N}]/u;
const STOP = /^[.!?…]+$/;

/** Is the token the last one of its paragraph? */
function endsParagraph(doc: Doc, token: number): boolean {
  return doc.paragraphs[paragraphOf(doc, token)]!.endToken === token + 1;
}

/** Does the quotation that opens at `token` never close? */
function isUnclosed(doc: Doc, token: number): boolean {
  const at = doc.tokens.start[token]!;
  let lo = 0;
  let hi = doc.quotes.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (doc.quotes[mid]!.start < at) lo = mid + 1;
    else hi = mid;
  }
  return doc.quotes[lo]?.start === at && !doc.quotes[lo]!.closed;
}

/** 👍 “We won,” -> “We won,”;  “It moved -> “It moved. */
function trimmed(doc: Doc, [first, end]: Range): Range {
  let from = first;
  while (from < end - 1 && !WORD.test(tokenText(doc, from)) && !startsQuotation(doc, from)) from++;
  if (!startsQuotation(doc, from)) from = first;
  const next = end < doc.tokens.count && STOP.test(tokenText(doc, end)) && endsParagraph(doc, end);
  return [from, next && isUnclosed(doc, from) ? end + 1 : end];
}

/** he was uneasy. “Nobody asked us.” -> two: what is told, and the quotation behind its full stop. */
function split(doc: Doc, [first, end]: Range): Range[] {
  if (startsQuotation(doc, first)) return [[first, end]];
  for (let i = first + 1; i < end - 2; i++) {
    if (startsQuotation(doc, i)) break;
    if (STOP.test(tokenText(doc, i)) && startsQuotation(doc, i + 1))
      return [
        [first, i],
        [i + 1, end],
      ];
  }
  return [[first, end]];
}

export const edges: LayoutRule = (doc, drafts) =>
  drafts.map((draft: Draft) => {
    if (draft.form) return draft;
    const content = draft.content.flatMap((range) => split(doc, range)).map((range) => trimmed(doc, range));
    const same =
      content.length === draft.content.length &&
      content.every(([a, b], i) => a === draft.content[i]![0] && b === draft.content[i]![1]);
    return same ? draft : { ...draft, content, by: [...draft.by, "attribution/edges"] };
  });
