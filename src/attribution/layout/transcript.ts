/** Transcripts: paragraphs that begin with a speaker's label ("MS. REYES:", "Q:", "Ada Quill:") are turns, direct speech by that speaker. */
import type { Doc, Paragraph } from "../../schema/index.ts";
import { type Draft, firstToken, type LayoutRule, paragraphOf, type Range } from "../draft.ts";
import { isRead, tokenText } from "./paragraphs.ts";

const LONGEST_LABEL = 8; // tokens before the colon
const LEAST_TURNS = 3;
const LEAST_SHARE = 0.25;
const SURE = 6; // log-odds
/** A label is names and titles: capitalised words, capitals, initials; small words only between them. */
const LABEL_WORD = /^(\p{Lu}[\p{L}\p{M}'’.-]*|of|the|de|van|von|al|bin|la|du|and|for|,|[’'`-])$/u;
const QUESTION_LABEL = /^(Q|A|QUESTION|Question|REPORTER|Reporter)$/;
const STAGE_NOTE = /^[([]/;
const OPENING_MARK = /^["“‘«„]$/;

interface Label {
  readonly source: Range;
  readonly cue: Range;
}

/**
 * The label of a paragraph, up to its colon; a stage note may stand between ("MS REYES (rising):", "MS REYES (rising)."), and a quotation mark before it, which a
 * quoted transcript opens each paragraph with.
 */
export function labelOf(doc: Doc, paragraph: Paragraph): Label | undefined {
  const { firstToken, endToken } = paragraph;
  const first = firstToken < endToken && OPENING_MARK.test(tokenText(doc, firstToken)) ? firstToken + 1 : firstToken;
  let end = first;
  while (end < endToken && end - first < LONGEST_LABEL && LABEL_WORD.test(tokenText(doc, end))) end++;
  if (end === first || first >= endToken || !/^\p{Lu}/u.test(tokenText(doc, first))) return undefined;
  let colon = end;
  if (colon < endToken && STAGE_NOTE.test(tokenText(doc, colon))) {
    while (colon < endToken && colon - end < LONGEST_LABEL && !/^[)\]]/.test(tokenText(doc, colon))) colon++;
    colon++;
  }
  const mark = colon < endToken ? tokenText(doc, colon) : "";
  const noted = colon > end;
  if (mark !== ":" && !(noted && mark === "." && isUpper(doc, first, end))) return undefined;
  return { source: [first, end], cue: [colon, colon + 1] };
}

function isUpper(doc: Doc, first: number, end: number): boolean {
  const words = doc.text.slice(doc.tokens.start[first]!, doc.tokens.end[end - 1]!);
  return words === words.toUpperCase() && /\p{Lu}{2}/u.test(words);
}

/** Is the text a transcript: many turns, by labels that come again or are in capitals? */
function isTranscript(doc: Doc, labels: ReadonlyMap<number, Label>, paragraphs: number): boolean {
  if (labels.size < LEAST_TURNS || labels.size < LEAST_SHARE * paragraphs) return false;
  const seen = new Map<string, number>();
  let capitals = 0;
  for (const { source } of labels.values()) {
    const name = doc.text.slice(doc.tokens.start[source[0]]!, doc.tokens.end[source[1] - 1]!);
    seen.set(name, (seen.get(name) ?? 0) + 1);
    if (isUpper(doc, source[0], source[1]) || QUESTION_LABEL.test(name)) capitals++;
  }
  const repeated = [...seen.values()].filter((n) => n > 1).length;
  return repeated > 0 || capitals >= LEAST_TURNS;
}

const CLOSING = /^(#+|\*+|—+|-+|END|\d{1,2}[:.]\d{2}.*)$/;

/** The turns: label, then the rest of its paragraph and the unlabelled paragraphs below it. */
function turnsOf(doc: Doc, labels: ReadonlyMap<number, Label>): Draft[] {
  const turns: Draft[] = [];
  let label: Label | undefined;
  let content: Range[] = [];
  const close = () => {
    if (label && content.length > 0) {
      turns.push({
        source: [label.source],
        cue: [label.cue],
        content,
        form: "transcript",
        score: SURE,
        by: ["attribution/transcript"],
      });
    }
    label = undefined;
    content = [];
  };
  doc.paragraphs.forEach((paragraph, p) => {
    if (!isRead(paragraph)) return;
    const next = labels.get(p);
    if (next) {
      close();
      label = next;
      if (next.cue[1] < paragraph.endToken) content.push([next.cue[1], paragraph.endToken]);
    } else if (paragraph.kind === "heading" || CLOSING.test(doc.text.slice(paragraph.start, paragraph.end))) close();
    else if (label) content.push([paragraph.firstToken, paragraph.endToken]);
  });
  close();
  return turns;
}

/** In a transcript every turn is an attribution; what the network finds inside a turn lies in that turn. */
export const transcript: LayoutRule = (doc, drafts) => {
  const labels = new Map<number, Label>();
  let read = 0;
  doc.paragraphs.forEach((paragraph, p) => {
    if (!isRead(paragraph)) return;
    read++;
    const label = labelOf(doc, paragraph);
    if (label) labels.set(p, label);
  });
  if (!isTranscript(doc, labels, read)) return [...drafts];
  const turns = turnsOf(doc, labels);
  const owner = new Map<number, Draft>();
  for (const turn of turns) for (const [first] of turn.content) owner.set(paragraphOf(doc, first), turn);
  const inside = drafts.flatMap((draft): Draft[] => {
    const turn = owner.get(paragraphOf(doc, firstToken(draft)));
    if (!turn) return [draft];
    const label = turn.cue[0]!;
    const spans = [...draft.source, ...draft.cue, ...draft.content];
    if (spans.some(([a]) => a < label[1] && a >= turn.source[0]![0])) return []; // the turn itself, found by the network
    return [{ ...draft, parent: turn }];
  });
  return [...turns, ...inside];
};
