/** The cue, read: what act it names, whether it is denied, whether it has happened. */
import type { Attribution, Doc } from "../schema/index.ts";
import type { CueMatch, CueType, CueTypes } from "./cue-types.ts";
import { type AttributionWords, isWord, type Word, wordsOf } from "./words.ts";

export interface CueReading {
  /** Words of the cue. */
  readonly words: readonly string[];
  /** Entry of the word list, "" if none was found. */
  readonly key: string;
  readonly type: CueType | undefined;
  readonly denied: boolean;
  /** First auxiliary or modal before the verb: "would" in "would not say". */
  readonly auxiliary: string;
}

const CUE_WORDS = 14;
const CONTENT_WORDS = 4;
const NEGATIONS = new Set(["not", "n't", "never", "no", "nor", "neither", "without"]);
const AUXILIARIES = new Set(["will", "would", "wo", "may", "might", "could", "can", "ca", "shall", "should", "must", "'ll", "'d", "do", "does", "did", "has", "have", "had", "'ve", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m", "am"]); // biome-ignore format: one list

export function readCue(doc: Doc, attribution: Attribution, spoken: AttributionWords, types: CueTypes): CueReading {
  const words = plainTexts(spoken.cue, CUE_WORDS);
  const content = attribution.content[0];
  const follows = content && (attribution.cue[0]?.start ?? 0) < content.start;
  const ahead = follows ? plainTexts(spoken.content, CONTENT_WORDS) : [];
  const denied =
    words.some((word) => NEGATIONS.has(word)) || /^(?:nobody|neither|none|no)$/.test(sourceWord(doc, attribution));
  const match = bestMatch(
    [...words.filter((word) => !NEGATIONS.has(word) || word === "no" || word === "without"), ...ahead],
    words.length,
    types,
    denied,
  );
  return {
    words,
    key: match?.key ?? "",
    type: match?.type,
    denied,
    auxiliary: words.find((word) => AUXILIARIES.has(word)) ?? "",
  };
}

/** Lower-case words without marks, of the first `limit` tokens. */
function plainTexts(words: readonly Word[], limit: number): string[] {
  return words
    .slice(0, limit)
    .map((word) => word.text)
    .filter(isWord);
}

function sourceWord(doc: Doc, attribution: Attribution): string {
  return wordsOf(doc, attribution.source, 1)[0]?.text ?? "";
}

const REPORTED = new Set(["expected", "due", "set", "likely", "scheduled", "poised", "said", "understood", "reported", "thought", "believed", "planning"]); // biome-ignore format: one list

/** "is expected to tell": the act is the telling. Only if the cue goes on after "to". */
function startOfAct(words: readonly string[], cueLength: number): number {
  const at = words.findIndex((word, i) => i > 0 && i < 4 && REPORTED.has(word));
  if (at < 0 || words[at + 1] !== "to" || at + 2 >= cueLength) return 0;
  return words[at + 2] === "have" ? Math.min(at + 3, cueLength - 1) : at + 2;
}

/** Auxiliaries and adverbs are passed over unless an entry begins with them ("be worried about"). */
function bestMatch(
  words: readonly string[],
  cueLength: number,
  types: CueTypes,
  denied: boolean,
): CueMatch | undefined {
  for (let i = startOfAct(words, cueLength); i < Math.min(cueLength, words.length); i++) {
    const found = types.match(words, i, denied);
    if (found) return found;
  }
  return undefined;
}
