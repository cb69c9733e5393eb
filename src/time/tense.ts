/** Which way does a bare date point? The verb next to it tells: "said on Friday" back, "will meet on Friday" ahead. */
import type { Reader } from "./meaning.ts";

export type Direction = "past" | "future" | "none";

const FUTURE = new Set([
  "will", "'ll", "’ll", "shall", "would", "wo", "could", "might", "may", "should", "must", "can", "due", "scheduled", "expected", "set",
  "planned", "plans", "expects", "hopes", "begins", "opens", "resumes", "expires", "deadline", "upcoming", "tentatively",
  "going", "unless", "if", "intends", "wants", "until",
]); // biome-ignore format: one list
const PAST = new Set([
  "said", "was", "were", "had", "did", "told", "took", "gave", "made", "came", "went", "met", "held", "began", "left", "saw",
  "spoke", "wrote", "found", "lost", "won", "rose", "fell", "broke", "sent", "shot", "hit", "struck", "led", "ran", "sat", "cut",
  "put", "drew", "became", "got", "kept", "laid", "paid", "sold", "stood", "thought", "brought", "bought", "caught", "fought",
  "taught", "felt", "grew", "flew", "knew", "threw", "been", "done", "since", "ago", "died", "withdrew", "swore", "arose",
]); // biome-ignore format: one list
const NOT_PAST = new Set(["need", "speed", "feed", "indeed", "seed", "bed", "red", "hundred", "wed", "embed", "exceed", "proceed", "succeed", "bleed"]); // biome-ignore format: one list
const PREPOSITION: ReadonlyMap<string, Direction> = new Map([
  ["since", "past"],
  ["until", "future"],
  ["till", "future"],
  ["by", "future"],
]);
/** After the date these open another clause; before it they tell. */
const CONJUNCTIONS = new Set(["until", "if", "unless"]);
const REACH = 25;

/** "May" with its capital is a month or a name, unless it opens a question. */
function wordAt(reader: Reader, i: number): string {
  return reader.raw(i) === "May" ? "" : reader.word(i);
}

/** Direction of one word, if it tells one. */
function ofWord(word: string): Direction {
  if (FUTURE.has(word)) return "future";
  if (PAST.has(word)) return "past";
  return word.length > 3 && word.endsWith("ed") && !NOT_PAST.has(word) ? "past" : "none";
}

/** Direction for the expression of tokens first..end: the nearest telling word before it in its clause, else after it. */
export function directionOf(reader: Reader, first: number, end: number): Direction {
  const before = leftOf(reader, first);
  if (before !== "none") return before;
  for (let i = end; i < end + REACH && reader.word(i) !== ""; i++) {
    if (isBreak(reader.word(i))) break;
    const word = wordAt(reader, i);
    const found = CONJUNCTIONS.has(word) ? "none" : ofWord(word);
    if (found !== "none") return found;
    if (reader.word(i) === "to" && (reader.word(i - 1) === "is" || reader.word(i - 1) === "are")) return "future";
  }
  return PREPOSITION.get(reader.word(first - 1)) ?? "none";
}

/** A participle after a form of will counts with it: "will have opened". "expected to tell" looks ahead. */
function leftOf(reader: Reader, first: number): Direction {
  for (let i = first - 1; i > first - REACH && reader.word(i) !== ""; i--) {
    const word = wordAt(reader, i);
    if (isBreak(word)) return "none";
    const found = ofWord(word);
    if (found === "past" && (hasModal(reader, i) || (word.endsWith("ed") && FUTURE.has(word)))) return "future";
    if (found !== "none") return found;
    if (word === "to" && ["is", "are"].includes(reader.word(i - 1))) return "future";
  }
  return "none";
}

/** "would be published": a modal within three words before the participle. */
function hasModal(reader: Reader, i: number): boolean {
  for (let j = i - 1; j >= i - 3; j--) {
    const word = reader.word(j);
    if (["will", "'ll", "’ll", "would", "shall", "may", "might", "could", "must", "should", "can", "to"].includes(word))
      return (
        word !== "to" || ["is", "are", "expected", "due", "set", "scheduled", "planned"].includes(reader.word(j - 1))
      );
    if (!["be", "have", "been", "not", "also", "then", "n't", "n’t"].includes(word)) return false;
  }
  return false;
}

const QUOTE_OR_STOP = /^[;:“”"«»]$/;
function isBreak(word: string): boolean {
  return word.length === 1 && QUOTE_OR_STOP.test(word);
}
