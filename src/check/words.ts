/** Words of a quotation or a source, as they are compared: quote style, dashes, spaces and punctuation do not count. */

/** A word, or what stands for words: an omission, or words in square brackets. */
export interface QuotedWord {
  /** Lower case, apostrophes straight; "…" for an omission. */
  readonly key: string;
  readonly text: string;
  /** Offsets in the text that it came from. */
  readonly start: number;
  readonly end: number;
  /** Stands in square brackets: somebody else's words. */
  readonly inserted: boolean;
}

export const OMISSION = "…";

/**
 * An omission (… or three dots, also in brackets), an opening or closing bracket, or a word: letters and digits with their inner apostrophes, points
 * and commas between digits, or a sign of currency or percentage.
 */
const PARTS =
  /\[\s*(?:…|\.{3}|\. \. \.)\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,}|\. \. \.|\[|\]|\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|[%$€£¥°]/gu;

export function quotedWords(text: string, from = 0, to = text.length): QuotedWord[] {
  const words: QuotedWord[] = [];
  let inserted = false;
  for (const { 0: part, index } of text.slice(from, to).matchAll(PARTS)) {
    if (part === "[" || part === "]") {
      inserted = part === "[";
      continue;
    }
    const start = from + index;
    const omission = /^[[(.…]/.test(part);
    const key = omission ? OMISSION : part.normalize("NFC").toLowerCase().replace(/’/g, "'");
    words.push({ key, text: part, start, end: start + part.length, inserted: inserted && !omission });
  }
  return words;
}

/** A run of words that the draft quotes without a break, and what stands before it: nothing, an omission or words in brackets. */
export interface QuotePart {
  readonly words: readonly QuotedWord[];
  readonly before: "start" | "omission" | "bracket";
  /** The words in brackets before it; behind an omission there may be some too. */
  readonly inserted: readonly QuotedWord[];
}

/** Splits a draft's words where it omits or inserts. A part that begins or ends the quotation with a bracket may have no words. */
export function partsOf(words: readonly QuotedWord[]): QuotePart[] {
  const parts: { words: QuotedWord[]; before: QuotePart["before"]; inserted: QuotedWord[] }[] = [];
  const open = (before: QuotePart["before"]): void => {
    parts.push({ words: [], before, inserted: [] });
  };
  open("start");
  for (const word of words) {
    const last = parts.at(-1)!;
    if (word.key === OMISSION) open("omission");
    else if (!word.inserted) last.words.push(word);
    else {
      if (last.words.length > 0 || last.before === "start") open("bracket");
      parts.at(-1)!.inserted.push(word);
    }
  }
  return parts.filter((part) => part.words.length + part.inserted.length > 0);
}

/** A quotation, or a piece of one, as a single part. */
export const onePart = (words: readonly QuotedWord[]): readonly QuotePart[] => [
  { words, before: "start", inserted: [] },
];

export const textOf = (words: readonly QuotedWord[]): string => words.map((word) => word.text).join(" ");
