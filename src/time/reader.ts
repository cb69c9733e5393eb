/** Reader over the tokens of one sentence, moved along from sentence to sentence without new objects. */
import type { Doc } from "../schema/index.ts";
import type { Reader } from "./meaning.ts";

export interface MovingReader extends Reader {
  /** Tokens outside first..end read as "". */
  move(first: number, end: number): void;
}

/** Lowered words of the sentence are kept: many rules look at the same token. */
export function createReader(doc: Doc): MovingReader {
  const { start, end } = doc.tokens;
  let first = 0;
  let stop = 0;
  let lowered: (string | undefined)[] = [];
  const raw = (i: number) => (i >= first && i < stop ? doc.text.slice(start[i], end[i]) : "");
  return {
    raw,
    word(i) {
      if (i < first || i >= stop) return "";
      return (lowered[i - first] ??= doc.text.slice(start[i], end[i]).toLowerCase());
    },
    joined: (i) => i > first && i < stop && start[i] === end[i - 1],
    move(from, to) {
      first = from;
      stop = to;
      lowered = [];
    },
  };
}

/** Does the word begin with a capital? */
export function isCapital(raw: string): boolean {
  const letter = raw.charAt(0);
  return letter !== letter.toLowerCase();
}
