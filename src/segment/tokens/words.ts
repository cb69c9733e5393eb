/** Words: where the word that begins here ends, and where its clitics split off. */
import {
  classAt,
  classOf,
  DIGIT,
  FORMAT,
  isApostrophe,
  isHyphen,
  isWordClass,
  LETTER,
  LOWER,
  lengthAt,
  MARK,
  UPPER,
} from "../chars.ts";
import { push, type TokenColumns } from "./columns.ts";

const FULL_STOP = 0x2e;

function isLetter(code: number): boolean {
  return code === LOWER || code === UPPER || code === LETTER || code === MARK;
}

function isNumberJoint(unit: number): boolean {
  return unit === FULL_STOP || unit === 0x2c || unit === 0x3a;
}

/** May the character at `at`, which is no word character, join the word parts on its two sides? */
function joins(text: string, at: number, end: number, before: number): boolean {
  const unit = text.charCodeAt(at);
  if (isHyphen(unit)) return isWordClass(classAt(text, at + 1, end));
  if (isApostrophe(unit)) return isLetter(classAt(text, at + 1, end));
  if (isNumberJoint(unit)) return before === DIGIT && classAt(text, at + 1, end) === DIGIT;
  return classOf(unit) === FORMAT && isWordClass(classAt(text, at + 1, end));
}

/** End of the word at `at`: letters, digits and marks, with inner hyphens, apostrophes, and 2,500 3.5 4:30. */
export function wordEnd(text: string, at: number, end: number): number {
  let before = 0;
  while (at < end) {
    const code = classAt(text, at, end);
    if (isWordClass(code)) {
      before = code;
      at += lengthAt(text, at, end);
    } else if (before !== 0 && joins(text, at, end, before)) {
      at++;
    } else break;
  }
  return at;
}

/** End of "U.S." or "a.m" whose first letter is at `at`, or `at`: single letters, each but the last with a full stop. */
export function acronymEnd(text: string, at: number, end: number): number {
  let stop = at;
  let letters = 0;
  while (isLetter(classAt(text, stop, end)) && text.charCodeAt(stop + 1) === FULL_STOP && stop + 1 < end) {
    stop += 2;
    letters++;
  }
  const last = classAt(text, stop, end);
  if (!isWordClass(last)) return letters >= 2 ? stop : at;
  const single = letters >= 1 && isLetter(last) && !isWordClass(classAt(text, stop + 1, end));
  return single && !isApostrophe(text.charCodeAt(stop + 1)) ? stop + 1 : letters >= 2 ? stop : at;
}

const CLITICS = new Set(["s", "re", "ve", "ll", "d", "m"]);

/** Where the last clitic of text.slice(start, end) begins, or `end`: "don’t" -> at "n’t", "Vava’u" -> none. */
function cliticStart(text: string, start: number, end: number): number {
  let mark = end - 1;
  const limit = Math.max(start, end - 4);
  while (mark > limit && !isApostrophe(text.charCodeAt(mark))) mark--;
  if (mark <= start || !isApostrophe(text.charCodeAt(mark))) return end;
  const tail = text.slice(mark + 1, end).toLowerCase();
  if (CLITICS.has(tail)) return mark;
  const n = text.charCodeAt(mark - 1) | 32;
  return tail === "t" && n === 0x6e && mark - 1 > start ? mark - 1 : end;
}

/** Adds the word and its clitics as tokens. */
export function pushWord(columns: TokenColumns, text: string, start: number, end: number): void {
  const cuts: number[] = [];
  let stop = end;
  for (let cut = cliticStart(text, start, stop); cut < stop; cut = cliticStart(text, start, stop)) {
    cuts.push(cut);
    stop = cut;
  }
  push(columns, start, stop);
  for (let i = cuts.length - 1; i >= 0; i--) push(columns, cuts[i]!, i > 0 ? cuts[i - 1]! : end);
}

/** Is the apostrophe at `at` the head of a clitic that follows a mark or a full stop: U.S.’s, “Tide”’s? */
export function looseCliticEnd(text: string, at: number, end: number): number {
  const stop = at + 2;
  const tail = text.charCodeAt(at + 1) | 32;
  return stop <= end && tail === 0x73 && !isWordClass(classAt(text, stop, end)) ? stop : at;
}
