/**
 * Quotation paragraphs without a cue of their own belong to the attribution beside them: a quotation that was never closed goes on in the
 * next paragraph; a turn goes on in a further quoted paragraph; "X said:" takes the quotation below it.
 */
import type { Doc, Paragraph, Quote } from "../../schema/index.ts";
import { type Draft, type LayoutRule, type Range, withContent } from "../draft.ts";
import {
  draftsByParagraph,
  isQuotation,
  isRead,
  quotesByParagraph,
  startsQuotation,
  tokensOf,
  tokenText,
} from "./paragraphs.ts";

const LEAST_WORDS = 5;

function wholeOf(paragraph: Paragraph): Range {
  return [paragraph.firstToken, paragraph.endToken];
}

/** The draft whose content the paragraph before ends with, or whose cue ends it with a colon. */
function openDraft(doc: Doc, before: Paragraph, drafts: readonly Draft[]): Draft | undefined {
  const last = drafts.at(-1);
  if (!last || last.parent) return undefined;
  const colon = tokenText(doc, before.endToken - 1) === ":";
  const cue = last.cue.at(-1);
  if (colon && cue && cue[1] >= before.endToken - 1) return last;
  // only a speaker who is being quoted goes on being quoted
  const quoted = last.content.some(([first]) => startsQuotation(doc, first));
  return quoted || colon ? last : undefined;
}

/** A paragraph that is a quotation, without a draft of its own -> more content of the draft before it. */
export const continued: LayoutRule = (doc, drafts) => {
  const quotes = quotesByParagraph(doc);
  const byParagraph = draftsByParagraph(doc, drafts);
  const out = new Map<Draft, Draft>(drafts.map((d) => [d, d]));
  let carrier: Draft | undefined;
  let before = -1;
  for (let p = 0; p < doc.paragraphs.length; p++) {
    const paragraph = doc.paragraphs[p]!;
    if (!isRead(paragraph)) continue;
    const own = byParagraph[p]!;
    if (own.length > 0 || !isCandidate(doc, paragraph, quotes[p]!)) {
      carrier = undefined;
    } else {
      carrier ??= before >= 0 ? openDraft(doc, doc.paragraphs[before]!, byParagraph[before]!) : undefined;
      if (carrier) out.set(carrier, withContent(out.get(carrier)!, [wholeOf(paragraph)], "attribution/continued"));
    }
    before = p;
  }
  return [...out.values()];
};

function isCandidate(doc: Doc, paragraph: Paragraph, quotes: readonly Quote[]): boolean {
  return paragraph.kind !== "heading" && isQuotation(doc, paragraph, quotes, LEAST_WORDS);
}

/** “We will rebuild.¶“Nobody loses a home,” Ada Quill said. -> the unclosed quotation above is hers too. */
export const reopened: LayoutRule = (doc, drafts) => {
  const quotes = quotesByParagraph(doc);
  const byParagraph = draftsByParagraph(doc, drafts);
  const out = new Map<Draft, Draft>(drafts.map((d) => [d, d]));
  for (let p = doc.paragraphs.length - 1; p > 0; p--) {
    const first = quotes[p]?.[0];
    if (!first?.continued) continue;
    let above = p - 1;
    while (above > 0 && !isRead(doc.paragraphs[above]!)) above--;
    const open = quotes[above]?.at(-1);
    const owner = byParagraph[p]![0];
    if (!owner || !open?.continues || byParagraph[above]!.length > 0) continue;
    const range = tokensOf(doc, doc.paragraphs[above]!, open);
    out.set(owner, withContent(out.get(owner)!, [range], "attribution/reopened"));
    byParagraph[above] = [owner];
  }
  return [...out.values()];
};
