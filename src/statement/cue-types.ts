/** lexicon/cue-types.txt as a lookup: the longest known phrase at a place in a run of words. */
import type { Lexicon, Statement } from "../schema/index.ts";
import { baseForms } from "./lemma.ts";

/** What a cue suggests. content: only the content tells; warn: threat, prediction or concern. */
export type CueType = Statement["type"] | "content" | "warn";

export interface CueMatch {
  readonly key: string;
  readonly type: CueType;
  /** Number of words matched. */
  readonly length: number;
}

export interface CueTypes {
  /** The longest entry that begins at word i; `negated` tries the entries with "not" as well. */
  match(words: readonly string[], i: number, negated: boolean): CueMatch | undefined;
}

const LONGEST = 5;

export function readCueTypes(lexicon: Lexicon): CueTypes {
  const entries = new Map<string, CueType>();
  for (const [cue, type] of lexicon.rows("cue-types")) entries.set(cue!, type as CueType);
  const lookup = (head: string, tail: string) => entries.get(tail === "" ? head : `${head} ${tail}`);
  return {
    match(words, i, negated) {
      const bases = baseForms(words[i] ?? "");
      const heads = negated ? bases.flatMap((base) => [`not ${base}`, base]) : bases;
      for (let length = Math.min(LONGEST, words.length - i); length > 0; length--) {
        const tail = words.slice(i + 1, i + length).join(" ");
        for (const head of heads) {
          const type = lookup(head, tail);
          if (type) return { key: tail === "" ? head : `${head} ${tail}`, type, length };
        }
      }
      return undefined;
    },
  };
}
