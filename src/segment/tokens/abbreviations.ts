/** Does the full stop after a word belong to it? Decided from the list, and by pattern for initials. */
import type { Lexicon } from "../../schema/index.ts";
import { classAt, DIGIT, isApostrophe, LOWER, UPPER } from "../chars.ts";
import { skipSpace, starterAt } from "./starters.ts";

export type AbbreviationKind = "title" | "number" | "mid" | "date" | "place" | "end" | "initial" | "acronym";
interface Entry {
  readonly kind: AbbreviationKind;
  readonly alsoWord: boolean;
}
/** Abbreviations without their final full stop. */
export type Abbreviations = ReadonlyMap<string, Entry>;

/** Reads lexicon/abbreviations.txt. Titles and dates also stand for their capitals: "MS. QUILL". */
export function readAbbreviations(lexicon: Lexicon): Abbreviations {
  const found = new Map<string, Entry>();
  for (const [word = "", kind, flag] of lexicon.rows("abbreviations")) {
    const entry = { kind: kind as AbbreviationKind, alsoWord: flag === "word" };
    found.set(word, entry);
    const capitals = word.toUpperCase();
    if (kind === "title" && !found.has(capitals)) found.set(capitals, entry);
  }
  return found;
}

const QUOTES_AND_BRACKETS = /["'’”»)\]]/;

/** Nothing more in this block but closing marks, or a word that opens sentences. */
function sentenceSeemsToEnd(text: string, at: number, end: number): boolean {
  const next = skipSpace(text, at, end);
  return next >= end || QUOTES_AND_BRACKETS.test(text[next]!) || starterAt(text, next, end);
}

/**
 * `word` stands just before the full stop at `stop`. "Mr" + "." -> true; "no" + "." only before a number; "Sun" + "." only
 * if the sentence seems to go on.
 */
export function keepsStop(list: Abbreviations, word: string, text: string, stop: number, end: number): boolean {
  const entry = list.get(word);
  if (!entry) return isInitial(word, text, stop, end);
  const next = skipSpace(text, stop + 1, end);
  if (entry.kind === "number") return classAt(text, next, end) === DIGIT;
  return !entry.alsoWord || !sentenceSeemsToEnd(text, stop + 1, end);
}

const INITIAL_BEFORE = /\p{Lu}\.\s?$/u;

/** "J." in "Ada J. Quill": a name goes on. Not "plan B." at the end, not "so do I. But". */
function isInitial(word: string, text: string, stop: number, end: number): boolean {
  if (word.length > 2 || classAt(word, 0, word.length) !== UPPER || !isOneLetter(word)) return false;
  const next = skipSpace(text, stop + 1, end);
  if (word === "I") return classAt(text, next, end) === UPPER && text.charCodeAt(next + 1) === 0x2e;
  if (text[next] === ",") return true;
  if (classAt(text, next, end) === DIGIT)
    return INITIAL_BEFORE.test(text.slice(Math.max(0, stop - 5), stop - word.length));
  if (classAt(text, next, end) !== UPPER)
    return isApostrophe(text.charCodeAt(next)) && next === stop + 1 && classAt(text, next + 1, end) === LOWER;
  return !starterAt(text, next, end);
}

function isOneLetter(word: string): boolean {
  return word.length === 1 || (word.length === 2 && word.codePointAt(0)! > 0xffff);
}

/** What kind of abbreviation is this whole token, if it is one? "U.S." acronym, "J." initial. */
export function kindOf(list: Abbreviations, token: string): AbbreviationKind | undefined {
  if (!token.endsWith(".") || token.length < 2) return undefined;
  const word = token.slice(0, -1);
  const entry = list.get(word) ?? list.get(word.slice(word.lastIndexOf("-") + 1));
  if (entry) return entry.kind;
  if (isOneLetter(word)) return "initial";
  return word.includes(".") ? "acronym" : undefined;
}
