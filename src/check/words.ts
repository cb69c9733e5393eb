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
 * and commas between digits, or a sign of currency or percentage. Brackets around a part of a word belong to it: “[w]e” is we, “[un]likely” is unlikely.
 */
const PARTS =
  /\[\s*(?:…|\.{3}|\. \. \.)\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,}|\. \. \.|(?:\[\p{L}+\])?[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*(?:\[\p{L}+\])*|\[|\]|\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|[%$€£¥°]/gu;

export function quotedWords(text: string, from = 0, to = text.length): QuotedWord[] {
  const words: QuotedWord[] = [];
  let inserted = false;
  for (const { 0: found, index } of text.slice(from, to).matchAll(PARTS)) {
    const part = /\p{L}/u.test(found) ? found.replace(/[[\]]/g, "") : found;
    if (part === "[" || part === "]") {
      inserted = part === "[";
      continue;
    }
    const start = from + index;
    const omission = /^[[(.…]/.test(part);
    const key = omission ? OMISSION : part.normalize("NFC").toLowerCase().replace(/’/g, "'");
    words.push({ key, text: part, start, end: start + found.length, inserted: inserted && !omission });
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

const FEWEST = 3;

/**
 * What of a quotation may stand in a place of its own: its parts, its sentences, and the halves of what is neither. Those of fewer than three words are
 * left out, and so is the quotation as a whole.
 */
export function piecesOf(quotation: string, parts: readonly QuotePart[]): (readonly QuotedWord[])[] {
  const sentences = parts.flatMap(({ words }) => sentencesOf(quotation, words));
  const pieces = sentences.length > 1 ? [...parts.map(({ words }) => words), ...sentences] : halves(sentences[0] ?? []);
  const whole = parts.reduce((sum, { words }) => sum + words.length, 0);
  const seen = new Set<string>();
  return pieces.filter((words) => {
    const key = `${words[0]?.start} ${words.at(-1)?.end}`;
    if (words.length < FEWEST || words.length === whole || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function sentencesOf(text: string, words: readonly QuotedWord[]): (readonly QuotedWord[])[] {
  const found: QuotedWord[][] = [[]];
  words.forEach((word, i) => {
    found.at(-1)!.push(word);
    const next = words[i + 1];
    if (next && /[.!?]/.test(text.slice(word.end, next.start))) found.push([]);
  });
  return found;
}

function halves(words: readonly QuotedWord[]): (readonly QuotedWord[])[] {
  const middle = words.length >> 1;
  return [words.slice(0, middle), words.slice(middle)];
}

/** A quotation, or a piece of one, as a single part. */
export const onePart = (words: readonly QuotedWord[]): readonly QuotePart[] => [
  { words, before: "start", inserted: [] },
];

export const textOf = (words: readonly QuotedWord[]): string => words.map((word) => word.text).join(" ");
