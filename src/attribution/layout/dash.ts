/** A quotation followed by a dash and a name: “A fine choice.” —Commissioner Ada Quill. The dash is the cue. */
import type { Doc, Paragraph, Quote } from "../../schema/index.ts";
import { type Draft, type LayoutRule, paragraphOf, type Range } from "../draft.ts";
import { draftsByParagraph, isRead, quotesByParagraph, tokensOf, tokenText } from "./paragraphs.ts";

const DASH = /^(—|–|-|--|―)$/;
const NAME_WORD = /^(\p{Lu}[\p{L}\p{M}'’.-]*|of|the|de|van|von|al|,|\(|\)|@\w+)$/u;
const LONGEST_NAME = 14;
const SURE = 2;

/** The name after a dash at the end of the paragraph, and nothing else there. */
function signature(doc: Doc, paragraph: Paragraph, dash: number): Range | undefined {
  if (dash >= paragraph.endToken || !DASH.test(tokenText(doc, dash))) return undefined;
  const first = dash + 1;
  const end = paragraph.endToken;
  if (first >= end || end - first > LONGEST_NAME || !/^\p{Lu}/u.test(tokenText(doc, first))) return undefined;
  let capitals = 0;
  for (let i = first; i < end; i++) {
    const word = tokenText(doc, i);
    if (!NAME_WORD.test(word) && !(i === end - 1 && word === ".")) {
      if (capitals === 0 || !hasComma(doc, first, i)) return undefined; // "Ada Quill, a surveyor"
    }
    if (/^\p{Lu}/u.test(word)) capitals++;
  }
  const last = tokenText(doc, end - 1) === "." ? end - 1 : end;
  return [first, last];
}

function hasComma(doc: Doc, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (tokenText(doc, i) === ",") return true;
  return false;
}

function draftOf(doc: Doc, paragraph: Paragraph, quote: Quote, content: Paragraph): Draft | undefined {
  const range = tokensOf(doc, content, quote);
  const dash = content === paragraph ? range[1] : paragraph.firstToken;
  const source = signature(doc, paragraph, dash);
  if (!source) return undefined;
  return { source: [source], cue: [[dash, dash + 1]], content: [range], score: SURE, by: ["attribution/dash"] };
}

/** Proposes one attribution per signed quotation that nothing else has claimed. */
export const dash: LayoutRule = (doc, drafts) => {
  const quotes = quotesByParagraph(doc);
  const byParagraph = draftsByParagraph(doc, drafts);
  const claimed = (p: number) => byParagraph[p]!.some((d) => d.source.length > 0);
  const dropped = new Set<Draft>();
  const found: Draft[] = [];
  let above = -1;
  doc.paragraphs.forEach((paragraph, p) => {
    if (!isRead(paragraph)) return;
    const own = quotes[p]!.at(-1);
    const source = own ? paragraph : doc.paragraphs[above];
    const quote = own ?? (above >= 0 ? quotes[above]!.at(-1) : undefined);
    if (quote?.closed && source && !claimed(paragraphOf(doc, source.firstToken))) {
      const draft = draftOf(doc, paragraph, quote, source);
      if (draft) {
        found.push(draft);
        for (const d of byParagraph[p]!) dropped.add(d);
      }
    }
    above = p;
  });
  return [...drafts.filter((d) => !dropped.has(d)), ...found];
};
