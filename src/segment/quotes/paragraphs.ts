/** Pairs of each paragraph -> quotations of the text, joined over paragraphs that reopen them. */
import { type Message, type Paragraph, type Quote, READ_KINDS } from "../../schema/index.ts";
import type { TokenColumns } from "../tokens/columns.ts";
import { marksOf } from "./context.ts";
import type { Mark } from "./marks.ts";
import { messageOf } from "./messages.ts";
import { type ParagraphPairs, pairMarks } from "./pair.ts";

/** Quotations, what is odd about them, and for each token whether it opens (1) or closes (2) one. */
export interface Pairing {
  readonly quotes: readonly Quote[];
  readonly messages: readonly Message[];
  readonly roles: Uint8Array;
}

type Draft = { -readonly [K in keyof Quote]: Quote[K] };

interface State {
  readonly text: string;
  readonly columns: TokenColumns;
  readonly quotes: Draft[];
  readonly messages: Message[];
  readonly roles: Uint8Array;
  /** Left open by the paragraph before, outermost first. */
  pending: { readonly mark: Mark; readonly quote: Draft }[];
  /** The block quotation just before, which the next block goes on with. */
  block: Draft | undefined;
}

/** Pairs the quotation marks of all paragraphs. */
export function pairQuotes(text: string, columns: TokenColumns, paragraphs: readonly Paragraph[]): Pairing {
  const state: State = {
    text,
    columns,
    quotes: [],
    messages: [],
    roles: new Uint8Array(columns.count),
    pending: [],
    block: undefined,
  };
  const filled = paragraphs.filter(({ firstToken, endToken }) => firstToken < endToken);
  const marks = filled.map((paragraph) => marksOf(text, columns, paragraph));
  const nextRead = nextReadOf(filled);
  filled.forEach((paragraph, i) => {
    const follower = nextRead[i];
    const reopens = follower !== undefined && beginsSingle(marks[follower]!, filled[follower]!);
    takeParagraph(state, paragraph, marks[i]!, pairMarks(marks[i]!, reopens));
  });
  settle(state);
  return { quotes: nested(state.quotes), messages: state.messages, roles: state.roles };
}

/** For each paragraph the index of the next one of the report, residue skipped. */
function nextReadOf(paragraphs: readonly Paragraph[]): (number | undefined)[] {
  let next: number | undefined;
  const found: (number | undefined)[] = [];
  for (let i = paragraphs.length - 1; i >= 0; i--) {
    found[i] = next;
    if (READ_KINDS.has(paragraphs[i]!.kind)) next = i;
  }
  return found;
}

function beginsSingle(marks: readonly Mark[], paragraph: Paragraph): boolean {
  const first = marks[0];
  return (
    first?.token === paragraph.firstToken &&
    first.family === "single" &&
    first.lean === "open" &&
    first.doubt === "none"
  );
}

function takeParagraph(state: State, paragraph: Paragraph, marks: readonly Mark[], pairs: ParagraphPairs): void {
  const read = READ_KINDS.has(paragraph.kind);
  const running = paragraph.kind === "body" || paragraph.kind === "quote";
  if (read && !running) settle(state);
  if (read) addBlock(state, paragraph);
  const before = running ? state.pending : [];
  const opened = new Map<number, Draft>();
  for (const { open, close } of pairs.closed) opened.set(open.token, add(state, open, close, paragraph));
  const left = pairs.left.map((mark) => ({ mark, quote: add(state, mark, undefined, paragraph) }));
  for (const { mark, quote } of left) opened.set(mark.token, quote);
  const strays = running ? closeFromBefore(state, paragraph, marks, pairs.strays) : pairs.strays;
  if (!read) return;
  joinReopened(before, paragraph, opened, marks);
  settle(state);
  state.pending = left;
  if (!running) settle(state);
  note(state, "quotes/unclosed", pairs.unclosed[0]);
  note(state, "quotes/stray", strays[0]);
}

function note(state: State, rule: "quotes/unclosed" | "quotes/stray", mark: Mark | undefined): void {
  if (mark) state.messages.push(messageOf(rule, mark));
}

/** Marks that the paragraph begins with take up, one by one, what the paragraph before left open. */
function joinReopened(
  before: State["pending"],
  paragraph: Paragraph,
  opened: ReadonlyMap<number, Draft>,
  marks: readonly Mark[],
): void {
  for (let i = 0; i < before.length; i++) {
    const again = opened.get(paragraph.firstToken + i);
    if (!again || marks[i]?.family !== before[i]!.mark.family) return;
    again.continued = true;
    before[i]!.quote.continues = true;
  }
}

/** A closing mark that comes first in its paragraph ends what the paragraph before left open, though nothing reopened it. */
function closeFromBefore(
  state: State,
  paragraph: Paragraph,
  marks: readonly Mark[],
  strays: readonly Mark[],
): readonly Mark[] {
  const outer = state.pending[0];
  const stray = strays[0];
  if (!outer || !stray || stray.family !== outer.mark.family) return strays;
  if (marks.find(({ family, lean }) => family === stray.family && lean !== "none") !== stray) return strays;
  const start = state.columns.start[paragraph.firstToken]!;
  state.quotes.push({
    start,
    end: stray.end,
    depth: 0,
    style: outer.quote.style,
    closed: true,
    continues: false,
    continued: true,
  });
  state.roles[stray.token] = 2;
  outer.quote.continues = true;
  return strays.slice(1);
}

/** Whatever is still pending and does not go on was never closed. */
function settle(state: State): void {
  note(state, "quotes/unclosed", state.pending.find(({ quote }) => !quote.continues)?.mark);
  state.pending = [];
}

function add(state: State, open: Mark, close: Mark | undefined, paragraph: Paragraph): Draft {
  const end = close ? close.end : state.columns.end[paragraph.endToken - 1]!;
  const quote: Draft = {
    start: open.start,
    end,
    depth: 0,
    style: styleOf(open),
    closed: close !== undefined,
    continues: false,
    continued: false,
  };
  state.quotes.push(quote);
  state.roles[open.token] = 1;
  if (close) state.roles[close.token] = 2;
  return quote;
}

function styleOf({ family, facing }: Mark): Quote["style"] {
  if (facing === "low") return "low-high";
  return family === "angles" ? "guillemets" : family;
}

/** A block that is set off as a quotation is one from edge to edge; the next such block goes on with it. */
function addBlock(state: State, { kind, firstToken, endToken }: Paragraph): void {
  if (kind !== "quote") {
    state.block = undefined;
    return;
  }
  const start = state.columns.start[firstToken]!;
  const end = state.columns.end[endToken - 1]!;
  const block: Draft = {
    start,
    end,
    depth: 0,
    style: "block",
    closed: true,
    continues: false,
    continued: state.block !== undefined,
  };
  if (state.block) state.block.continues = true;
  state.block = block;
  state.quotes.push(block);
}

/** Sorted by start, the outer one first, with depths. */
function nested(quotes: Draft[]): Quote[] {
  quotes.sort((a, b) => a.start - b.start || b.end - a.end || (a.style === "block" ? -1 : 1));
  const ends: number[] = [];
  for (const quote of quotes) {
    while (ends.length > 0 && ends.at(-1)! <= quote.start) ends.pop();
    quote.depth = ends.length;
    ends.push(quote.end);
  }
  return quotes;
}
