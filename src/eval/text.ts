/** A text with its tokens and its quotation-mark mask: the units in which attributions are compared. */
import { OnrecordError } from "../schema/index.ts";
import { ALNUM, isAlnum, SPACE, WORD } from "./characters.ts";

/** `[start, end]` in UTF-16 code units, end exclusive: how gold files write a span. */
export type Offsets = readonly [number, number];

/** A maximal run of neighbouring tokens of one paragraph: first and last token. */
export type Run = readonly [number, number];

export interface ScoredText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Per code unit: 1 inside double quotation marks, marks included. */
  readonly quoted: Uint8Array;
}

/** A letters/digits run (inner . , kept between digits), a clitic, or one other character. */
const TOKEN = new RegExp(
  [
    `[nN]['’][tT](?![${WORD}])`,
    `['’](?:[sSſ]|[rR][eE]|[vV][eE]|[lL][lL]|[dD]|[mM])(?![${WORD}])`,
    `[${ALNUM}]+?(?=[nN]['’][tT](?![${WORD}]))`,
    `\\p{Nd}+(?:[.,]\\p{Nd}+)*(?![${ALNUM}])`,
    `[${ALNUM}]+`,
    `[^${WORD}${SPACE}]`,
    "_",
  ].join("|"),
  "gu",
);

/** A curly single quotation that opens after a space, a bracket or a dash and closes before the paragraph ends. */
const SINGLE = new RegExp(`(?<![^${SPACE}(\\[—–\\-])‘[^‘’\\n]*(?:’(?=[${WORD}])[^‘’\\n]*)*’(?![${WORD}])`, "gu");

const OPEN = "“«„";
const CLOSE = "”»";
const STRAIGHT = '"';

/** Tokens and mask of a text. */
export function scoredText(text: string): ScoredText {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(TOKEN)) {
    starts.push(match.index);
    ends.push(match.index + match[0].length);
  }
  return { text, starts, ends, quoted: quoteMask(text) };
}

/** A paragraph ends a quotation; a straight mark opens if none is open, and closes otherwise. */
function quoteMask(text: string): Uint8Array {
  const mask = new Uint8Array(text.length);
  for (const { 0: paragraph, index: base } of text.matchAll(/[^\n]+/g)) {
    markDouble(paragraph, base, mask);
    if (!paragraph.includes("‘")) continue;
    for (const { 0: single, index } of paragraph.matchAll(SINGLE)) {
      mask.fill(1, base + index, base + index + single.length);
    }
  }
  return mask;
}

function markDouble(paragraph: string, base: number, mask: Uint8Array): void {
  let start = -1;
  for (let i = 0; i < paragraph.length; i++) {
    const c = paragraph[i]!;
    if (start < 0) {
      if (OPEN.includes(c) || c === STRAIGHT) start = i;
    } else if (CLOSE.includes(c) || c === STRAIGHT) {
      mask.fill(1, base + start, base + i + 1);
      start = -1;
    }
  }
  if (start >= 0) mask.fill(1, base + start, base + paragraph.length);
}

/** First index whose value is > x (`right`) or >= x. */
function bisect(sorted: readonly number[], x: number, right: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle]!;
    if (right ? value <= x : value < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An offset in the middle of a surrogate pair stands for the pair's start. */
function wholeCharacter(text: string, offset: number): number {
  const after = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  return after >= 0xdc00 && after < 0xe000 && before >= 0xd800 && before < 0xdc00 ? offset - 1 : offset;
}

/** The tokens that the spans touch, in ascending order of each span. */
export function tokensOf(doc: ScoredText, spans: readonly Offsets[]): Set<number> {
  const out = new Set<number>();
  for (const span of spans) {
    const [start, end] = span;
    if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= doc.text.length)) {
      throw new OnrecordError(
        "bad-record",
        `span ${JSON.stringify(span)} lies outside a text of ${doc.text.length} characters`,
        { hint: "Spans are [start, end] in UTF-16 code units of the article's text, end exclusive." },
      );
    }
    const first = bisect(doc.ends, wholeCharacter(doc.text, start), true);
    const past = bisect(doc.starts, wholeCharacter(doc.text, end), false);
    for (let t = first; t < past; t++) out.add(t);
  }
  return out;
}

export function wordOf(doc: ScoredText, token: number): string {
  return doc.text.slice(doc.starts[token], doc.ends[token]);
}

/** The set's tokens in order of the text. */
export function sorted(tokens: Iterable<number>): number[] {
  return [...tokens].sort((a, b) => a - b);
}

/** Maximal runs of neighbouring tokens, cut where a paragraph ends. */
export function runsOf(doc: ScoredText, tokens: Iterable<number>): Run[] {
  const out: [number, number][] = [];
  for (const t of sorted(tokens)) {
    const last = out.at(-1);
    const joined = last?.[1] === t - 1 && !doc.text.slice(doc.ends[t - 1], doc.starts[t]).includes("\n");
    if (joined) last[1] = t;
    else out.push([t, t]);
  }
  return out;
}

/** direct, mixed or indirect, by the quoted part of the tokens' letters and digits. */
export function kindOf(doc: ScoredText, tokens: Iterable<number>): "direct" | "mixed" | "indirect" {
  let all = 0;
  let quoted = 0;
  for (const t of tokens) {
    let at = doc.starts[t]!;
    for (const character of wordOf(doc, t)) {
      if (isAlnum(character)) {
        all++;
        quoted += doc.quoted[at]!;
      }
      at += character.length;
    }
  }
  if (quoted === 0) return "indirect";
  return quoted >= 0.9 * all ? "direct" : "mixed";
}

const NOT_A_HEAD = new Set(["'s", "’s", "'", "’", '"', "“", "”"]);
const HEAD_ENDS = new Set(
  ", ( [ — – ; : of at for in on from with to by who that which whose where and or as including familiar".split(" "),
);

/** Lower case as `re.IGNORECASE` sees it: dotless and dotted i are i, long s is s. */
function folded(word: string): string {
  return word.replace(/[İı]/g, "i").replaceAll("ſ", "s").toLowerCase();
}

/** The head word of a source: the last word before the first comma, bracket, preposition or relative word. */
export function headOf(doc: ScoredText, tokens: Iterable<number>): string {
  const every = sorted(tokens).map((t) => wordOf(doc, t));
  const kept = every.filter((w) => !NOT_A_HEAD.has(w));
  const words = kept.length > 0 ? kept : every;
  const stop = words.findIndex((w, i) => i > 0 && HEAD_ENDS.has(folded(w)));
  const phrase = stop < 0 ? words : words.slice(0, stop);
  return phrase.findLast((w) => isAlnum([...w].at(-1)!))?.toLowerCase() ?? "";
}
