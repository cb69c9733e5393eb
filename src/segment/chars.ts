/** Code units sorted into the few classes that the tokenizer asks for. Classes are found out once per code unit. */

export const SPACE = 1;
export const LOWER = 2;
export const UPPER = 3;
/** Letters without case, and numbers that are not decimal digits (½, ²). */
export const LETTER = 4;
export const DIGIT = 5;
/** Combining marks. */
export const MARK = 6;
/** Invisible format characters (soft hyphen, zero-width joiner, bidi marks): they join words, and are no white space. */
export const FORMAT = 7;
export const OTHER = 8;

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/^\s$/u, SPACE],
  [/^\p{Ll}$/u, LOWER],
  [/^[\p{Lu}\p{Lt}]$/u, UPPER],
  [/^\p{Nd}$/u, DIGIT],
  [/^[\p{L}\p{N}]$/u, LETTER],
  [/^\p{M}$/u, MARK],
  [/^\p{Cf}$/u, FORMAT],
];

function findClass(character: string): number {
  for (const [pattern, code] of CLASSES) if (pattern.test(character)) return code;
  return OTHER;
}

const known = new Uint8Array(65536);

/** Class of one code unit; a half of a surrogate pair is OTHER (see `classAt`). */
export function classOf(unit: number): number {
  return known[unit] || (known[unit] = findClass(String.fromCharCode(unit)));
}

/** Class of the code point at `at`, of pairs too; 0 past `end`. */
export function classAt(text: string, at: number, end: number): number {
  if (at >= end) return 0;
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= end) return classOf(unit);
  return findClass(String.fromCodePoint(text.codePointAt(at)!));
}

/** Length in code units of the code point at `at`: 2 for a pair that lies before `end`, else 1. */
export function lengthAt(text: string, at: number, end: number): 1 | 2 {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= end) return 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

/** Do code points of this class make up words? */
export function isWordClass(code: number): boolean {
  return code >= LOWER && code <= MARK;
}

/** ' or ’ : either an apostrophe or a single quotation mark. */
export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019;
}

/** Hyphens that join the parts of one word: - ‐ ‑ */
export function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011;
}
