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
const QUESTION_LABEL = /^(Q\.?|A\.?|QUESTION|Question|REPORTER|Reporter)$/;
const STAGE_NOTE = /^[([]/;
const OPENING_MARK = /^["“‘«„]$/;

/** "[00:12:31]", "00:12", "12." before a label: a time code, the number of a question. */
const LEAD = /^(?:[[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?\s{1,10})?(?:\d{1,3}\.\s{1,10})?/;
const TIME_CODE = /^[[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?$/;
const NOTES = 3;
const LEAST_NAME = 2;

interface Label {
  readonly source: Range;
  /** The colon; there is none where the layout alone makes the label. */
  readonly cue: Range | undefined;
  /** First token of what is said. */
  readonly body: number;
}

/**
 * The label of a paragraph, up to its colon; stage notes, a constituency and a party may stand between ("MS REYES (rising):",
 * "MS REYES (rising).", "Ada Quill (Northshore) (Lab):"), and a time code, a question's number or the quotation mark of a quoted
 * transcript before it. "Q. …", "A. …" and "Q", wide space, are labels without a colon.
 */
function labelOf(doc: Doc, paragraph: Paragraph): Label | undefined {
  const first = labelStart(doc, paragraph);
  const { endToken } = paragraph;
  if (first >= endToken || !/^\p{Lu}/u.test(tokenText(doc, first))) return undefined;
  const question = questionLabel(doc, first, endToken);
  if (question) return question;
  let end = first;
  while (end < endToken && end - first < LONGEST_LABEL && LABEL_WORD.test(tokenText(doc, end))) end++;
  if (end === first) return undefined;
  const colon = afterNotes(doc, end, endToken);
  const mark = colon < endToken ? tokenText(doc, colon) : "";
  const noted = colon > end;
  if (mark !== ":" && !(noted && mark === "." && isUpper(doc, first, end))) return undefined;
  return { source: holderOf(doc, first, end, colon), cue: [colon, colon + 1], body: colon + 1 };
}

function labelStart(doc: Doc, { start, end, firstToken, endToken }: Paragraph): number {
  const at = start + LEAD.exec(doc.text.slice(start, Math.min(end, start + 60)))![0].length;
  let first = firstToken;
  while (first < endToken && doc.tokens.start[first]! < at) first++;
  return first < endToken && OPENING_MARK.test(tokenText(doc, first)) ? first + 1 : first;
}

/** The token after up to three notes in brackets. */
function afterNotes(doc: Doc, from: number, endToken: number): number {
  let at = from;
  for (let n = 0; n < NOTES && at < endToken && STAGE_NOTE.test(tokenText(doc, at)); n++) {
    const open = at;
    while (at < endToken && at - open < LONGEST_LABEL && !/^[)\]]/.test(tokenText(doc, at))) at++;
    at++;
  }
  return at;
}

/** "The Minister for Harbours (Sol Marsh):" is spoken by Sol Marsh; the brackets of a member hold a constituency. */
function holderOf(doc: Doc, first: number, end: number, colon: number): Range {
  const name: Range = [end + 1, colon - 1];
  const words = name[1] - name[0];
  const office = tokenText(doc, first) === "The" && words >= LEAST_NAME && words <= 4;
  for (let i = name[0]; office && i < name[1]; i++) if (!LABEL_WORD.test(tokenText(doc, i))) return [first, end];
  return office ? name : [first, end];
}

/** "Q. …", "A. …", "Q    …": the mark or the wide space stands for a colon. */
function questionLabel(doc: Doc, first: number, endToken: number): Label | undefined {
  const { start, end } = doc.tokens;
  const found = /^([QA])(?:(\.)\s|\t|\s{2})/.exec(doc.text.slice(start[first]!, start[first]! + 4));
  if (!found) return undefined;
  let body = first + 1;
  if (found[2] && body < endToken && end[first]! === start[first]! + 1) body++;
  return { source: [first, first + 1], cue: undefined, body };
}

/** A name alone on its line, with a time code below it or beside it: what meeting software writes. */
function nameAlone(doc: Doc, p: number): Label | undefined {
  const paragraph = doc.paragraphs[p]!;
  const next = doc.paragraphs[p + 1];
  const first = labelStart(doc, paragraph);
  let end = first;
  while (end < paragraph.endToken && end - first < LONGEST_LABEL && LABEL_WORD.test(tokenText(doc, end))) end++;
  if (end === first || !/^\p{Lu}/u.test(tokenText(doc, first))) return undefined;
  const rest = doc.text.slice(doc.tokens.end[end - 1]!, Math.min(paragraph.end, doc.tokens.end[end - 1]! + 20)).trim();
  const led =
    first > paragraph.firstToken && TIME_CODE.test(doc.text.slice(paragraph.start, doc.tokens.start[first]!).trim());
  const below = next && next.end - next.start <= 12 && TIME_CODE.test(doc.text.slice(next.start, next.end));
  const timed = rest === "" ? led || below : TIME_CODE.test(rest);
  return timed ? { source: [first, end], cue: undefined, body: paragraph.endToken } : undefined;
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
        cue: label.cue ? [label.cue] : [],
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
      if (next.body < paragraph.endToken) content.push([next.body, paragraph.endToken]);
    } else if (paragraph.kind === "heading" || CLOSING.test(doc.text.slice(paragraph.start, paragraph.end))) close();
    else if (label) content.push([paragraph.firstToken, paragraph.endToken]);
  });
  close();
  return turns;
}

/** "A. Quill opened the pier." is no answer where nobody asks "Q." */
function dropLoneAnswers(doc: Doc, labels: Map<number, Label>): void {
  const isOf = (label: Label, letter: string) =>
    label.cue === undefined && tokenText(doc, label.source[0]).startsWith(letter);
  const isMarked = (label: Label) =>
    /^[QA]\.?$/.test(tokenText(doc, label.source[0])) && label.source[1] === label.source[0] + 1;
  if ([...labels.values()].some((label) => isMarked(label) && isOf(label, "Q"))) return;
  for (const [p, label] of labels) if (isMarked(label) && isOf(label, "A")) labels.delete(p);
}

/** In a transcript every turn is an attribution; what the network finds inside a turn lies in that turn. */
export const transcript: LayoutRule = (doc, drafts) => {
  const labels = new Map<number, Label>();
  let read = 0;
  doc.paragraphs.forEach((paragraph, p) => {
    if (!isRead(paragraph)) return;
    read++;
    const label = labelOf(doc, paragraph) ?? nameAlone(doc, p);
    if (label) labels.set(p, label);
  });
  dropLoneAnswers(doc, labels);
  if (!isTranscript(doc, labels, read)) return [...drafts];
  const turns = turnsOf(doc, labels);
  const owner = new Map<number, Draft>();
  for (const turn of turns) for (const [first] of turn.content) owner.set(paragraphOf(doc, first), turn);
  const inside = drafts.flatMap((draft): Draft[] => {
    const turn = owner.get(paragraphOf(doc, firstToken(draft)));
    if (!turn) return [draft];
    const body = turn.content[0]![0];
    const spans = [...draft.source, ...draft.cue, ...draft.content];
    if (spans.some(([a]) => a < body && a >= turn.source[0]![0])) return []; // the turn itself, found by the network
    return [{ ...draft, parent: turn }];
  });
  return [...turns, ...inside];
};
