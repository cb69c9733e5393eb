/** Text of one block -> tokens. The rules are frozen: the models in models/ are trained on them (docs in index.ts). */
import { classAt, classOf, isApostrophe, isHyphen, isWordClass, lengthAt, SPACE } from "../chars.ts";
import { type Abbreviations, keepsStop } from "./abbreviations.ts";
import { bareDomainEnd, emailEnd, tagEnd, urlEnd } from "./addresses.ts";
import { push, type TokenColumns } from "./columns.ts";
import { acronymEnd, looseCliticEnd, pushWord, wordEnd } from "./words.ts";

const FULL_STOP = 0x2e;
const HYPHEN = 0x2d;
const INNER_STOPS_MAX = 8;
const OPENERS = new Set("([{“‘«‹„‚");

/** Adds the tokens of text.slice(from, end). */
export function tokenize(columns: TokenColumns, text: string, from: number, end: number, list: Abbreviations): void {
  let at = from;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (classOf(unit) === SPACE) at++;
    else if (isWordClass(classAt(text, at, end))) at = takeWord(columns, text, at, end, list);
    else at = takeMark(columns, text, at, end, unit, from);
  }
}

/** A token that begins with no word character. */
function takeMark(columns: TokenColumns, text: string, at: number, end: number, unit: number, from: number): number {
  let stop = at + lengthAt(text, at, end);
  const free = at === from || !isWordClass(classOf(text.charCodeAt(at - 1)));
  if (unit === FULL_STOP) stop = dotsEnd(text, at, end);
  else if (unit === HYPHEN) stop = runEnd(text, at, end, HYPHEN);
  else if ((unit === 0x27 || unit === 0x60) && at + 1 < end && text.charCodeAt(at + 1) === unit) stop = at + 2;
  else if (free && (unit === 0x40 || unit === 0x23)) stop = Math.max(stop, tagEnd(text, at, end));
  else if (isApostrophe(unit) && at > from && followsMark(text, at))
    stop = Math.max(stop, looseCliticEnd(text, at, end));
  push(columns, at, stop);
  return stop;
}

/** Three full stops or more are one ellipsis. */
function dotsEnd(text: string, at: number, end: number): number {
  const stop = runEnd(text, at, end, FULL_STOP);
  return stop - at >= 3 ? stop : at + 1;
}

function runEnd(text: string, at: number, end: number, unit: number): number {
  let stop = at + 1;
  while (stop < end && text.charCodeAt(stop) === unit) stop++;
  return stop;
}

function followsMark(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at - 1)) !== SPACE && !OPENERS.has(text[at - 1]!);
}

/** A token that begins with a word character; clitics follow as tokens of their own. */
function takeWord(columns: TokenColumns, text: string, at: number, end: number, list: Abbreviations): number {
  const plain = wordEnd(text, at, end);
  const address = addressEnd(text, at, plain, end);
  if (address > plain) {
    push(columns, at, address);
    return address;
  }
  const stop = text.charCodeAt(plain) === FULL_STOP && plain < end ? stopEnd(text, at, plain, end, list) : plain;
  if (stop > plain) push(columns, at, stop);
  else pushWord(columns, text, at, plain);
  return stop;
}

/** Tried only where the character after the word allows an address. */
function addressEnd(text: string, at: number, plain: number, end: number): number {
  const next = plain < end ? text[plain]! : "";
  if (next === ":" || next === ".") {
    const url = urlEnd(text, at, end);
    if (url > plain) return url;
  }
  if (next !== "" && "@._%+".includes(next)) {
    const email = emailEnd(text, at, end);
    if (email > plain) return email;
  }
  return next === "." && isWordClass(classAt(text, plain + 1, end)) ? bareDomainEnd(text, at, end) : at;
}

/** The word at..plain is followed by a full stop: takes in what belongs to an abbreviation. "U.S.-led", "Ph.D.", "Mr." */
function stopEnd(text: string, at: number, plain: number, end: number, list: Abbreviations): number {
  const part = lastPart(text, at, plain);
  if (plain - part <= 2) {
    const acronym = acronymEnd(text, part, end);
    if (acronym > plain) return joinHyphen(text, acronym, end);
  }
  const inner = innerStopEnd(text, part, plain, end, list);
  if (inner > plain) return inner;
  return keepsStop(list, text.slice(part, plain), text, plain, end) ? joinHyphen(text, plain + 1, end) : plain;
}

function lastPart(text: string, at: number, end: number): number {
  let part = end;
  while (part > at && end - part <= INNER_STOPS_MAX && !isHyphen(text.charCodeAt(part - 1))) part--;
  return end - part > INNER_STOPS_MAX ? at : part;
}

/** "Ph.D.": an abbreviation of the list with a full stop inside. */
function innerStopEnd(text: string, at: number, plain: number, end: number, list: Abbreviations): number {
  if (!isWordClass(classAt(text, plain + 1, end))) return plain;
  const stop = wordEnd(text, plain + 1, Math.min(end, plain + INNER_STOPS_MAX));
  return text.charCodeAt(stop) === FULL_STOP && stop < end && list.has(text.slice(at, stop)) ? stop + 1 : plain;
}

/** After "U.S." goes on with "-led". */
function joinHyphen(text: string, at: number, end: number): number {
  const hyphen = at < end && isHyphen(text.charCodeAt(at)) && isWordClass(classAt(text, at + 1, end));
  return hyphen ? wordEnd(text, at + 1, end) : at;
}
