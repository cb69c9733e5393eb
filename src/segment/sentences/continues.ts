/** After “Will it hold?” does the sentence go on, as in “Will it hold?” Oona Reyes asked. */
import { classAt, LOWER, UPPER } from "../chars.ts";
import type { TokenColumns } from "../tokens/columns.ts";

const NAME_MAX = 6;
const SPEECH = new Set(
  `said says say asked asks ask told tells replied replies answered answers added adds shouted shouts cried cries wrote
  writes wondered wonders inquired enquired demanded demands exclaimed whispered joked yelled called roared quipped
  continued retorted recalled tweeted posted declared chanted snapped laughed sighed mused`.split(/\s+/),
);
const PARTICLES = new Set("de da di del der den van von al bin ibn of the and la le".split(" "));
const SUBJECTS = new Set(["I", "He", "She", "They", "We", "You", "It"]);
const AFTER_VERB = /[.,:;?!]/;

/** Token `from` has a capital and follows a closing mark after ? or !. Do a name and a verb of speech follow? */
export function speechFollows(text: string, columns: TokenColumns, from: number, end: number): boolean {
  let i = from;
  const limit = Math.min(end, from + NAME_MAX);
  if (SUBJECTS.has(tokenText(text, columns, from))) i = from + 1;
  else while (i < limit && isNamePart(text, columns, i, i > from)) i++;
  return i > from && i < end && isSpeechVerb(text, columns, i, end);
}

function tokenText(text: string, columns: TokenColumns, i: number): string {
  return text.slice(columns.start[i], Math.min(columns.end[i]!, columns.start[i]! + 40));
}

function isNamePart(text: string, columns: TokenColumns, i: number, inside: boolean): boolean {
  const start = columns.start[i]!;
  if (classAt(text, start, columns.end[i]!) === UPPER) return true;
  return inside && PARTICLES.has(tokenText(text, columns, i));
}

/** A known verb of speech, or any word in -ed with which the clause ends: “Ready?” Lio nodded. */
function isSpeechVerb(text: string, columns: TokenColumns, i: number, end: number): boolean {
  if (classAt(text, columns.start[i]!, columns.end[i]!) !== LOWER) return false;
  const word = tokenText(text, columns, i);
  if (SPEECH.has(word)) return true;
  return word.length > 4 && word.endsWith("ed") && (i + 1 >= end || AFTER_VERB.test(text[columns.start[i + 1]!]!));
}
