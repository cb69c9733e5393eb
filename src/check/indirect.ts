/** A statement that a draft reports in its own words in, what its speaker is on record with out, and whether type or polarity disagree. Never a verdict. */
import type { CheckedIndirect, Span, Statement } from "../schema/index.ts";
import { evidenceOf } from "./evidence.ts";
import { heavyWords, sameStem, weightOf } from "./meaning.ts";
import type { Unit, UnitIndex } from "./units.ts";
import type { CheckOptions } from "./verdict.ts";
import { type QuotedWord, quotedWords } from "./words.ts";

const SHOWN = 3;
/** Share of the words that carry sense which both must have: fewer are about something else. */
const LEAST = 0.3;

/** Undefined for what names no speaker, or has no words to compare. */
export function judgeIndirect(
  statement: Statement,
  text: string,
  index: UnitIndex,
  { sameSpeaker }: CheckOptions,
): CheckedIndirect | undefined {
  const speaker = statement.speaker?.name;
  const words = statement.content.flatMap(({ start, end }) => quotedWords(text, start, end));
  const heavy = heavyWords(words);
  if (speaker === undefined || heavy.length === 0) return undefined;
  const mine = ({ statement: own }: Unit): boolean =>
    own?.speaker !== undefined && sameSpeaker(speaker, own.speaker) && own.content.length > 0;
  const ranked = index
    .near(words, mine)
    .filter(mine)
    .map((unit) => ({ unit, share: shared(heavy, unit.words) }))
    .filter(({ share }) => share >= LEAST)
    .sort((a, b) => b.share - a.share);
  const span = around(statement.content);
  const own = { type: statement.type, negations: negationsIn(words) };
  return {
    statement: { span, words: text.slice(span.start, span.end), speaker, ...own },
    nearest: ranked.slice(0, SHOWN).map(({ unit }) => {
      const theirs = { type: unit.statement!.type, negations: negationsIn(nearestSentence(heavy, unit)) };
      return { ...theirs, disagrees: disagreement(own, theirs), evidence: evidenceOf(unit) };
    }),
  };
}

type Sense = Pick<CheckedIndirect["statement"], "type" | "negations">;

/** One more or one less denial turns the sense round; two of them do not. */
function disagreement(a: Sense, b: Sense): ("type" | "polarity")[] {
  return [
    ...(a.type === b.type ? [] : (["type"] as const)),
    ...(a.negations % 2 === b.negations % 2 ? [] : (["polarity"] as const)),
  ];
}

const negationsIn = (words: readonly QuotedWord[]): number =>
  words.filter((word) => weightOf(word) === "negation").length;

/** Of a statement of several sentences the one that is about the same. */
function nearestSentence(heavy: readonly QuotedWord[], { words, ends }: Unit): readonly QuotedWord[] {
  const sentences: QuotedWord[][] = [[]];
  words.forEach((word, i) => {
    sentences.at(-1)!.push(word);
    if (ends[i] && i + 1 < words.length) sentences.push([]);
  });
  return sentences.reduce((best, one) => (shared(heavy, one) > shared(heavy, best) ? one : best));
}

function shared(heavy: readonly QuotedWord[], words: readonly QuotedWord[]): number {
  const keys = words.map(({ key }) => key);
  const has = new Set(keys);
  return heavy.filter(({ key }) => has.has(key) || keys.some((one) => sameStem(one, key))).length / heavy.length;
}

function around(spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
