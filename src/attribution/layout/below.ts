/**
 * What stands below "She wrote on X:", set off by nothing but the paragraph break -> content of the attribution that introduces it. If the network saw
 * none, the sentence before the colon is read as "somebody does something:".
 */
import { type Doc, type Paragraph, UPOS } from "../../schema/index.ts";
import { type Draft, type LayoutRule, type Range, withContent } from "../draft.ts";
import { introducing } from "./block.ts";
import { draftsByParagraph, isQuotation, isRead, quotesByParagraph, startsQuotation, tokenText } from "./paragraphs.ts";

/** So many tokens may stand between the cue and the colon: "posted at 9:12 p.m. on Wednesday:". */
const REACH = 12;
const LEAST_WORDS = 4;
/** What is written or uttered word for word. */
const WORDS_FOLLOW =
  /^(?:post(?:ed|s|ing)?|tweet(?:ed|s)?|wr(?:o|i)te|writes|writing|written|said|says|reads?|added|adds|replied|responded|statement|message|letter|memo|e-?mail)$/i;
const POST = /\b(?:post(?:ed|s|ing)?|tweet\w*|instagram|facebook|tiktok|telegram|truth social|bluesky|on x)\b/i;
const LIST_MARK = /^(?:[•·▪*–—-]|\d{1,2}[.)])$/;

/** Does the cue end its paragraph, but for a few words and a colon? */
export function introduces(doc: Doc, paragraph: Paragraph, cue: Range, content: readonly Range[]): boolean {
  return (
    paragraph.endToken > paragraph.firstToken &&
    tokenText(doc, paragraph.endToken - 1) === ":" &&
    paragraph.endToken - cue[1] <= REACH &&
    content.every(([first]) => first < cue[0])
  );
}

function saysWords(doc: Doc, [first, end]: Range): boolean {
  for (let i = first; i < end; i++) if (WORDS_FOLLOW.test(tokenText(doc, i))) return true;
  return false;
}

function isOwnText(doc: Doc, paragraph: Paragraph): boolean {
  return (
    paragraph.kind !== "quote" &&
    paragraph.endToken - paragraph.firstToken >= LEAST_WORDS &&
    !startsQuotation(doc, paragraph.firstToken) &&
    !LIST_MARK.test(tokenText(doc, paragraph.firstToken)) &&
    tokenText(doc, paragraph.endToken - 1) !== ":"
  );
}

const LONGEST_SOURCE = 12;
const LEAST_SURE = 1;
const upos = (doc: Doc, i: number): string => UPOS[doc.tokens.pos[i]!]!;

/** "Ada Quill was blunt:" -> source and cue, of the paragraph's last sentence. */
function introduction(doc: Doc, paragraph: Paragraph): Draft | undefined {
  const { firstToken, endToken } = doc.sentences[paragraph.endSentence - 1]!;
  if (tokenText(doc, endToken - 1) !== ":") return undefined;
  let verb = firstToken;
  while (verb < endToken && !/^(?:VERB|AUX)$/.test(upos(doc, verb))) verb++;
  let first = verb; // the subject stands between the last mark ("In her memoir, she …") and the verb
  while (first > firstToken && upos(doc, first - 1) !== "PUNCT") first--;
  if (verb >= endToken - 1 || endToken - verb > REACH || !isSomebody(doc, first, verb)) return undefined;
  const by = ["attribution/below"];
  return { source: [[first, verb]], cue: [cueOf(doc, verb, endToken)], content: [], score: LEAST_SURE, by };
}

function isSomebody(doc: Doc, first: number, end: number): boolean {
  if (end - first > LONGEST_SOURCE) return false;
  let found = false;
  for (let i = first; i < end; i++) {
    if (/^(?:SCONJ|ADP)$/.test(upos(doc, i))) return false;
    if (/^(?:PROPN|NOUN)$/.test(upos(doc, i)) || /^(?:he|she|they)$/i.test(tokenText(doc, i))) found = true;
  }
  return found;
}

/** Up to the verb of saying, with a colon right after it; else up to the colon ("was blunt:"). */
function cueOf(doc: Doc, first: number, end: number): Range {
  for (let i = first; i < end - 2; i++) if (WORDS_FOLLOW.test(tokenText(doc, i))) return [first, i + 1];
  return [first, end];
}

/**
 * What introduces the paragraph below `before`: what the network found there, else the sentence before the colon. A quotation below what the network
 * found is left to the rule `continued`.
 */
function introducerOf(doc: Doc, before: Paragraph, drafts: readonly Draft[], quoted: boolean): Draft | undefined {
  const last = drafts.at(-1);
  const lastCue = last?.cue.at(-1);
  const known = last && lastCue && introduces(doc, before, lastCue, last.content) ? last : undefined;
  if (known && (quoted || known.parent || known.source.length === 0)) return undefined;
  const draft = known ?? introduction(doc, before);
  return draft && (quoted || saysWords(doc, draft.cue.at(-1)!)) ? draft : undefined;
}

export const below: LayoutRule = (doc, drafts) => {
  const byParagraph = draftsByParagraph(doc, drafts);
  const quotes = quotesByParagraph(doc);
  const out = new Map<Draft, Draft>(drafts.map((draft) => [draft, draft]));
  let above = -1;
  doc.paragraphs.forEach((paragraph, p) => {
    if (!isRead(paragraph)) return;
    const at = above;
    above = p;
    const before = doc.paragraphs[at];
    const quoted = isQuotation(doc, paragraph, quotes[p]!, 1) && byParagraph[p]!.length === 0;
    if (before?.kind !== "body" || !(quoted || isOwnText(doc, paragraph))) return;
    const draft = introducerOf(doc, before, byParagraph[at]!, quoted);
    if (!draft) return;
    const range: Range = [paragraph.firstToken, paragraph.endToken];
    const whole = withContent(introducing(doc, draft), [range], "attribution/below");
    const set = quoted ? whole : { ...whole, form: formOf(doc, before) };
    out.set(draft, set);
    for (const inner of byParagraph[p]!) out.set(inner, { ...inner, parent: set });
  });
  return [...out.values()];
};

function formOf(doc: Doc, introduction: Paragraph): "post" | "block" {
  return POST.test(doc.text.slice(introduction.start, introduction.end).slice(-120)) ? "post" : "block";
}
