/** Text in, the form in which it is indexed and looked for out: lower case, without accents, letters that no accent explains written out. */

/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: "l", đ: "d", ð: "d", ø: "o", ß: "ss", æ: "ae", œ: "oe", þ: "th", ħ: "h", ı: "i", ŋ: "n", ŧ: "t", ĸ: "k",
}; // biome-ignore format: one table

const OTHERS = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const PLAIN = /^[\x20-\x7e\n\t]*$/;

/** "Wałęsa’s Straße" -> "walesa's strasse". */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[‘’ʼ＇]/g, "'")
    .replace(OTHERS, (letter) => LETTERS[letter]!);
}

const WORD = /[\p{L}\p{N}]+/gu;

/** The folded words of a text, as the full-text index splits them. */
export function foldedWords(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/** A text as it is written into the full-text index: an underscore in it would hold two words together, as it does in facets. */
export function indexedText(text: string): string {
  return foldedWords(text).join(" ");
}
