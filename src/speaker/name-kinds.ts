/** A name's words and what stands before it in, what kind of thing it names out. */
import type { Words } from "./words.ts";

export type NameKind = "person" | "body" | "place" | "outlet" | "unknown";

const CALL_SIGN = /^[WK][A-Z]{2,3}(?:-(?:TV|FM|AM|LP))?$/;
const ACRONYM = /^(?:[A-Z]\.){2,}$|^[A-Z][A-Z0-9&-]{1,6}$/;
const PUBLISHES =
  /^(?:newspaper|paper|broadcaster|channel|station|website|magazine|journal|tabloid|daily|weekly|podcast)$/;
const SELF_NAMING = /^(?:itself|themselves)$/;

/** The lists know the whole of [first, end). */
export function wholeName(words: Words, first: number, end: number): NameKind | undefined {
  const { vocabulary } = words;
  const text = textsOf(words, first, end).join(" ").toLowerCase();
  if (vocabulary.outlets.has(text) || vocabulary.outlets.has(`the ${text}`)) return "outlet";
  if (vocabulary.metonyms.has(text)) return "body";
  if (vocabulary.places.has(text)) return "place";
  return undefined;
}

export function textsOf(words: Words, first: number, end: number): string[] {
  const texts: string[] = [];
  for (let i = first; i < end; i++) texts.push(words.at(i).text);
  return texts;
}

/** What the name in [first, end) names; `before` is the token before its run. */
export function kindOf(words: Words, first: number, end: number, titled: boolean, before: number): NameKind {
  const whole = wholeName(words, first, end);
  if (whole) return whole;
  const texts = textsOf(words, first, end);
  if (texts.includes("&") || texts.includes("’") || texts.includes("'")) return "body";
  if (titled) return "person";
  return byWordBefore(words, before) ?? byOwnWords(words, first, end, words.at(before).lower === "the");
}

/** "the newspaper Capital Daily", "the charity Roofline", "calling itself Mercer Street Forever". */
function byWordBefore(words: Words, before: number): NameKind | undefined {
  const word = words.at(before);
  if (SELF_NAMING.test(word.lower)) return "body";
  if (word.cap || !word.letters) return undefined;
  if (PUBLISHES.test(word.lower)) return "outlet";
  return word.body && !word.group ? "body" : undefined;
}

function byOwnWords(words: Words, first: number, end: number, article: boolean): NameKind {
  const word = words.at(first);
  const last = words.at(end - 1);
  const length = end - first;
  if (length === 1) return CALL_SIGN.test(word.text) ? "outlet" : ACRONYM.test(word.text) ? "body" : "unknown";
  if (words.vocabulary.outletWords.has(last.lower) || /^(?:radio|tv)$/i.test(word.text)) {
    if (last.body || !word.given || article) return "outlet";
  }
  if (
    /^(?:republic|kingdom|provinces|emirates|federation|islands|union)$/.test(last.lower) &&
    (word.lower === "united" || last.lower === "republic" || last.lower === "islands")
  )
    return "place";
  if (last.body || last.number) return "body";
  for (let i = first; i < end; i++)
    if (words.at(i).body && (i > first || words.at(i + 1).lower === "of")) return "body";
  if (article && !word.given) return "body";
  return word.given ? "person" : "unknown";
}
