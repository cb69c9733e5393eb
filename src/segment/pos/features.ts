/** A word -> the hashed features that it gives its own tag and its neighbours' tags. Training and tagging share this file. */
import { classAt, DIGIT, isApostrophe, isHyphen, isWordClass, LOWER, lengthAt, UPPER } from "../chars.ts";

/** Where a word stands, seen from the token that is tagged. */
export const SLOTS = ["own", "ownFirst", "previous", "beforePrevious", "next", "afterNext"] as const;
export const SLOT_COUNT = SLOTS.length;

/** Features of one word form. `word` and `ending` take part in combinations with tags and neighbours. */
export interface WordFeatures {
  readonly slots: readonly (readonly number[])[];
  readonly word: number;
  readonly ending: number;
}

const EDGE = 20;
const DIGITS = /\p{Nd}/u;
const SEED = 0x811c9dc5;

/** Hash of a string with a salt that tells the kinds of feature apart. */
export function hashOf(salt: number, value: string): number {
  let hash = Math.imul(SEED ^ salt, 0x9e3779b1);
  for (let i = 0; i < value.length; i++) hash = Math.imul(hash ^ value.charCodeAt(i), 0x01000193);
  return finish(hash);
}

/** Hash of a combination: word and previous tag, two words. */
export function combine(salt: number, a: number, b: number): number {
  return finish(Math.imul(a ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35));
}

function finish(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const PLAIN: Readonly<Record<string, string>> = { "’": "'", "‐": "-", "‑": "-" };

/** Lower case, straight apostrophes and hyphens, every digit as 0, every currency as $; the middle of overlong words left out. */
export function normal(word: string): string {
  const short = word.length > 2 * EDGE ? word.slice(0, EDGE) + word.slice(-EDGE) : word;
  return short.toLowerCase().replace(/[’‐‑]|\p{Nd}|\p{Sc}/gu, (mark) => PLAIN[mark] ?? (DIGITS.test(mark) ? "0" : "$"));
}

/** "Xx" Quill, "X" USA, "xX" iPhone, "Xx-x" Paris-based, "0x" 3.1bn, "." — runs of one class as one sign. */
export function shapeOf(word: string): string {
  let shape = "";
  const end = Math.min(word.length, 2 * EDGE);
  for (let at = 0; at < end; at += lengthAt(word, at, end)) {
    const code = classAt(word, at, end);
    const unit = word.charCodeAt(at);
    const sign =
      code === UPPER
        ? "X"
        : code === LOWER
          ? "x"
          : code === DIGIT
            ? "0"
            : isWordClass(code)
              ? "l"
              : isHyphen(unit)
                ? "-"
                : isApostrophe(unit)
                  ? "'"
                  : ".";
    if (!shape.endsWith(sign)) shape += sign;
  }
  return shape.slice(0, 8);
}

/** The last letters of a word, its whole if it is shorter. */
function ending(word: string, length: number): string {
  return word.length <= length ? `^${word}` : word.slice(-length);
}

/** All features of one word form. */
export function featuresOf(form: string): WordFeatures {
  const word = normal(form);
  const shape = shapeOf(form);
  const last3 = hashOf(4, ending(word, 3));
  const stem = hashOf(1, word);
  const own = [
    0x5eed, // bias
    stem,
    hashOf(2, ending(word, 1)),
    hashOf(3, ending(word, 2)),
    last3,
    hashOf(5, ending(word, 4)),
    hashOf(6, word.slice(0, 1)),
    hashOf(7, word.slice(0, 3)),
    hashOf(30, word.slice(0, 4)),
    hashOf(31, ending(word, 5)),
  ];
  const hyphen = word.lastIndexOf("-");
  if (hyphen > 0 && word.length > 1)
    own.push(hashOf(8, word.slice(hyphen + 1)), hashOf(9, ending(word.slice(hyphen + 1), 3)));
  const outline = form.length > 1 || shape !== "." ? shape : word;
  return {
    slots: [
      [...own, hashOf(10, shape), hashOf(11, `${outline} ${ending(word, 3)}`), hashOf(32, form.slice(0, EDGE))],
      [...own, hashOf(12, shape), hashOf(13, `${outline} ${ending(word, 3)}`)],
      [hashOf(14, word), hashOf(15, ending(word, 3)), hashOf(16, shape), hashOf(33, ending(word, 2))],
      [hashOf(17, word), hashOf(18, shape), hashOf(34, ending(word, 2))],
      [hashOf(19, word), hashOf(20, ending(word, 3)), hashOf(21, shape), hashOf(35, ending(word, 2))],
      [hashOf(22, word), hashOf(23, shape), hashOf(36, ending(word, 2))],
    ],
    word: stem,
    ending: last3,
  };
}

/** Number of combined features of one token. */
export const COMBINED_COUNT = 9;

/** What the combinations are made of: hashes of words (0 outside the sentence), codes of the two tags before (17 outside). */
export interface Surroundings {
  previous: number;
  word: number;
  ending: number;
  next: number;
  tag1: number;
  tag2: number;
}

/** Fills `out` with the combined features. */
export function combinedFeatures(out: Uint32Array, s: Surroundings): void {
  const tags = s.tag1 * 32 + s.tag2;
  out[0] = combine(40, s.tag1, 0);
  out[1] = combine(41, tags, 0);
  out[2] = combine(42, s.tag1, s.word);
  out[3] = combine(43, s.tag1, s.next);
  out[4] = combine(44, s.word, s.next);
  out[5] = combine(45, s.previous, s.word);
  out[6] = combine(46, s.tag1, s.ending);
  out[7] = combine(47, s.previous, s.next);
  out[8] = combine(48, tags, s.word);
}
