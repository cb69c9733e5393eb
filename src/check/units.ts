/** Readings of the sources in, what the draft's quotations are compared with out: the words of each statement, indexed. */
import type { Reading, Span, Statement } from "../schema/index.ts";
import { OMISSION, type QuotedWord, quotedWords } from "./words.ts";

/** A source: its reading, and every quotation that its marks make (spans of the words inside the marks). */
export interface CheckSource {
  readonly reading: Reading;
  readonly quotations: readonly Span[];
}

/** The words of one statement of a source. */
export interface Unit {
  readonly source: CheckSource;
  readonly statement: Statement;
  readonly words: readonly QuotedWord[];
  /** Per word: does it stand in quotation marks (or in a form that is word for word, as a transcript is)? */
  readonly quoted: readonly boolean[];
  /** Per word: does a sentence, or a quotation, end behind it? */
  readonly ends: readonly boolean[];
}

/** Finds the units that share the rarest words with a quotation. */
export interface UnitIndex {
  readonly units: readonly Unit[];
  /** Those that hold all of the words, and if there are none or `all`, those that share most; the best first. */
  near(words: readonly QuotedWord[], most: number): readonly Unit[];
}

export function indexUnits(sources: readonly CheckSource[]): UnitIndex {
  const units = sources.flatMap(unitsOf);
  const byWord = new Map<string, number[]>();
  units.forEach((unit, i) => {
    for (const key of new Set(unit.words.map((word) => word.key))) {
      const list = byWord.get(key);
      if (list) list.push(i);
      else byWord.set(key, [i]);
    }
  });
  return {
    units,
    near(words, most) {
      const scores = new Map<number, number>();
      for (const key of new Set(words.map((word) => word.key))) {
        const list = byWord.get(key) ?? [];
        const weight = Math.log(1 + units.length / (1 + list.length));
        for (const i of list) scores.set(i, (scores.get(i) ?? 0) + weight);
      }
      return [...scores]
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, most)
        .map(([i]) => units[i]!);
    },
  };
}

const WORD_FOR_WORD: ReadonlySet<Statement["form"]> = new Set(["transcript", "block", "post"] as const);

function unitsOf(source: CheckSource): Unit[] {
  const { text } = source.reading.article;
  return source.reading.statements.map((statement) => {
    const words = statement.content.flatMap(({ start, end }) => quotedWords(text, start, end));
    const whole = WORD_FOR_WORD.has(statement.form);
    const quotations = words.map(({ start, end }) =>
      source.quotations.findIndex((q) => q.start <= start && end <= q.end),
    );
    const ends = words.map((word, i) => quotations[i] !== quotations[i + 1] || endsSentence(text, word, words[i + 1]));
    return { source, statement, words, quoted: quotations.map((q) => whole || q >= 0), ends };
  });
}

/** A sentence ends between two words: a full stop, a question or an exclamation mark, not three dots; or words of the report lie between. */
export function endsSentence(text: string, word: QuotedWord, next: QuotedWord | undefined): boolean {
  if (!next || word.key === OMISSION || next.key === OMISSION) return true;
  const gap = text.slice(word.end, next.start);
  return gap.length > 40 || /\p{L}/u.test(gap) || /[!?\n]|(?<!\.)\.(?!\.)/.test(gap.replace(/\.{3,}/g, ""));
}
