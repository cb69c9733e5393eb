/** Quotation marks of one paragraph -> which way each can point, from its neighbours alone. */
import type { Paragraph } from "../../schema/index.ts";
import { classAt, classOf, isWordClass, SPACE, UPPER } from "../chars.ts";
import type { TokenColumns } from "../tokens/columns.ts";
import { isCutShort, isDecade, isElided, isPossessive } from "./apostrophes.ts";
import { type Lean, type Mark, maySign, type Sign, signOf } from "./marks.ts";

const WORD_MAX = 30;
const BEFORE_OPENING = new Set("([{<-–—―/:=>|•·*_¡¿");
const SPEECH_POSITION = /[.,:;!?…—–-]$/;
const ENDS_IN_DIGIT = /[\p{Nd}½¼¾]$/u;
const AFTER_CLOSING = new Set(")]}>-–—―/.,:;?!…|*_%");

interface Found {
  readonly token: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sign: Sign;
}

/** All signs of the paragraph that may be quotation marks. */
function findSigns(text: string, columns: TokenColumns, { firstToken, endToken }: Paragraph): Found[] {
  const found: Found[] = [];
  for (let token = firstToken; token < endToken; token++) {
    const start = columns.start[token]!;
    const end = columns.end[token]!;
    if (end - start > 2 || !maySign(text.charCodeAt(start))) continue;
    const sign = signOf(text.slice(start, end));
    if (sign) found.push({ token, start, end, text: text.slice(start, end), sign });
  }
  return found;
}

/** Marks that touch each other form a run and share their surroundings: the two in “‘No,’ he said”. */
export function marksOf(text: string, columns: TokenColumns, paragraph: Paragraph): Mark[] {
  const found = findSigns(text, columns, paragraph);
  const marks: Mark[] = [];
  for (let from = 0; from < found.length; ) {
    let to = from + 1;
    while (to < found.length && found[to]!.start === found[to - 1]!.end) to++;
    const run = found.slice(from, to);
    const place = placeOf(text, columns, paragraph, run);
    for (let i = 0; i < run.length; i++) marks.push(judge(run[i]!, place, repeats(run, i)));
    from = to;
  }
  return marks;
}

/** ""Hello"" is one pair: of several like marks in a row only the first counts. */
function repeats(run: readonly Found[], i: number): boolean {
  return run[i]!.sign.facing === "either" && run[i - 1]?.text === run[i]!.text;
}

/** What surrounds a run of marks. */
interface Place {
  /** Something stands before that may precede an opening mark: white space, a bracket, a dash, nothing. */
  readonly openSide: boolean;
  readonly closeSide: boolean;
  readonly spaced: boolean;
  readonly before: string;
  readonly after: string;
  readonly glued: boolean;
  readonly codeAfter: number;
  /** Speech may begin here: at the start, after , : or a sentence's end. */
  readonly speech: boolean;
  /** Is the run one sign written several times: "" '' ? */
  readonly doubled: boolean;
}

function placeOf(text: string, columns: TokenColumns, paragraph: Paragraph, run: readonly Found[]): Place {
  const first = run[0]!;
  const last = run.at(-1)!;
  const before = wordAt(text, columns, first.token - 1, paragraph);
  const spaceBefore = first.start === paragraph.start || classOf(text.charCodeAt(first.start - 1)) === SPACE;
  const spaceAfter = last.end >= paragraph.end || classOf(text.charCodeAt(last.end)) === SPACE;
  return {
    openSide: spaceBefore || BEFORE_OPENING.has(text[first.start - 1]!),
    closeSide: spaceAfter || AFTER_CLOSING.has(text[last.end]!),
    spaced: spaceBefore && spaceAfter,
    before,
    after: wordAt(text, columns, last.token + 1, paragraph),
    glued: !spaceBefore,
    codeAfter: classAt(text, last.end, paragraph.end),
    speech: before === "" || SPEECH_POSITION.test(before),
    doubled: run.length > 1 && run.every((mark) => mark.text === first.text),
  };
}

function wordAt(text: string, columns: TokenColumns, token: number, paragraph: Paragraph): string {
  if (token < paragraph.firstToken || token >= paragraph.endToken) return "";
  return text.slice(Math.max(columns.start[token]!, columns.end[token]! - WORD_MAX), columns.end[token]!);
}

function judge(found: Found, place: Place, repeat: boolean): Mark {
  const { token, start, end, text, sign } = found;
  const single = sign.family === "single";
  const nothing = repeat || (place.doubled && place.openSide && place.closeSide);
  return {
    token,
    start,
    end,
    text,
    family: sign.family,
    facing: sign.facing,
    lean: nothing ? "none" : single ? singleLean(sign, place) : leanOf(sign, place),
    soft: place.glued && isSoft(sign, place, single),
    doubt: single ? doubtOf(sign, place) : "none",
    capital: place.codeAfter === UPPER,
    speech: place.speech,
  };
}

function leanOf({ facing }: Sign, { openSide, closeSide }: Place): Lean {
  if (facing === "low") return closeSide ? "none" : "open";
  if (facing === "opens") return openSide ? "open" : closeSide ? "close" : "either";
  if (facing === "closes") return openSide && !closeSide ? "either" : "close";
  return openSide === closeSide ? "either" : openSide ? "open" : "close";
}

/** Between letters ' is an apostrophe; with space on both sides it is nothing. */
function singleLean({ facing }: Sign, place: Place): Lean {
  const { openSide, closeSide } = place;
  if (facing === "low") return closeSide ? "none" : "open";
  if (openSide && closeSide)
    return facing === "opens" ? "open" : facing === "closes" ? "close" : place.spaced ? "none" : "either";
  if (!openSide && !closeSide) return facing === "opens" && isWordClass(place.codeAfter) ? "open" : "none";
  return openSide ? "open" : "close";
}

/** A measure (6" pipe, 5' tall), a word cut short, a possessive. */
function isSoft({ facing }: Sign, { before, after }: Place, single: boolean): boolean {
  if (facing !== "reversible" && ENDS_IN_DIGIT.test(before)) return true;
  return single && (isCutShort(before) || isPossessive(before, after));
}

function doubtOf({ facing }: Sign, { after }: Place): Mark["doubt"] {
  if (isDecade(after)) return "decade";
  if (isElided(after)) return "elided";
  return facing === "closes" ? "wrong-way" : "none";
}
