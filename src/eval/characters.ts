/**
 * Python's ideas of a letter, a digit and a space, as regular-expression classes. The figures are defined by
 * Python's `re`; JavaScript's \w, \s and \b mean other sets of characters.
 */

/** Body of a class: what `str.isalnum()` accepts, that is `[^\W_]`. */
export const ALNUM = "\\p{L}\\p{N}";

/** Body of a class: Python's `\w`. */
export const WORD = `${ALNUM}_`;

/** Body of a class: Python's `\s`. It has the separators 1C–1F and NEL, and lacks the byte-order mark. */
export const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const ALNUM_CHARACTER = new RegExp(`^[${ALNUM}]$`, "u");

/** Is this one character a letter or a digit? */
export function isAlnum(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return ALNUM_CHARACTER.test(character);
}

/** Compare by code point, as Python sorts strings; `<` would compare by UTF-16 code unit. */
export function byCodePoint(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
