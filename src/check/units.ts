/** Readings of the sources in, what the draft's quotations are compared with out: the words of each statement, indexed. */
import type { Reading, Span, Statement } from "../schema/index.ts";
import { placesOf, type WordRange } from "./match.ts";
import { OMISSION, onePart, type QuotedWord, quotedWords } from "./words.ts";

/** A source: its reading, and every quotation that its marks make (spans of the words inside the marks). */
export interface CheckSource {
  readonly reading: Reading;
  readonly quotations: readonly Span[];
  /** Numbers in the record: of the article, and of the reading's statements in their order. */
  readonly record?: { readonly article: number; readonly statements: readonly number[] };
}

/** The words of one statement of a source, or of a quotation in it that no statement holds. */
export interface Unit {
  readonly source: CheckSource;
  readonly statement?: Statement;
  readonly words: readonly QuotedWord[];
  /** Per word: does it stand in quotation marks (or in a form that is word for word, as a transcript is)? */
  readonly quoted: readonly boolean[];
  /** Per word: does a sentence, or a quotation, end behind it? */
  readonly ends: readonly boolean[];
}

/** Finds the units that share the rarest words with a quotation. */
export interface UnitIndex {
  readonly units: readonly Unit[];
  /** Those that share most, the best first; behind them the best few more for which `mine` holds. */
  near(words: readonly QuotedWord[], mine: (unit: Unit) => boolean): readonly Unit[];
  /** The running text of a source that has these words side by side, whoever's they are. */
  text(words: readonly QuotedWord[]): { readonly unit: Unit; readonly places: readonly WordRange[] } | undefined;
}

const NEAR = 40;
/** The named speaker's are looked at too, however many others say the same. */
const OWN = 10;

export function indexUnits(sources: readonly CheckSource[]): UnitIndex {
  const units = sources.flatMap(unitsOf);
  const byWord = new Map<string, number[]>();
  let texts: Unit[] | undefined;
  units.forEach((unit, i) => {
    for (const key of new Set(unit.words.map((word) => word.key))) {
      const list = byWord.get(key);
      if (list) list.push(i);
      else byWord.set(key, [i]);
    }
  });
  return {
    units,
    near(words, mine) {
      const scores = new Map<number, number>();
      for (const key of new Set(words.map((word) => word.key))) {
        const list = byWord.get(key) ?? [];
        const weight = Math.log(1 + units.length / (1 + list.length));
        for (const i of list) scores.set(i, (scores.get(i) ?? 0) + weight);
      }
      const sorted = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([i]) => units[i]!);
      return [...sorted.slice(0, NEAR), ...firstFew(sorted, NEAR, mine)];
    },
    text(words) {
      texts ??= sources.map(textUnit);
      for (const unit of texts) {
        const places = placesOf(unit.words, onePart(words));
        if (places) return { unit, places };
      }
      return undefined;
    },
  };
}

function firstFew(units: readonly Unit[], from: number, mine: (unit: Unit) => boolean): Unit[] {
  const found: Unit[] = [];
  for (let i = from; i < units.length && found.length < OWN; i++) if (mine(units[i]!)) found.push(units[i]!);
  return found;
}

function textUnit(source: CheckSource): Unit {
  return { source, words: quotedWords(source.reading.article.text), quoted: [], ends: [] };
}

const WORD_FOR_WORD: ReadonlySet<Statement["form"]> = new Set(["transcript", "block", "post"] as const);

function unitsOf(source: CheckSource): Unit[] {
  const { statements } = source.reading;
  const held = statements.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  const rest = outside(source.quotations, held);
  return [
    ...statements.map((statement) => unitOf(source, statement.content, statement)),
    ...rest.map((one) => unitOf(source, [one])),
  ];
}

/** Quotations that no span of a statement touches. Both are in order of the text. */
function outside(quotations: readonly Span[], held: readonly Span[]): Span[] {
  let [i, reach] = [0, 0];
  return quotations.filter(({ start, end }) => {
    while (i < held.length && held[i]!.start < end) reach = Math.max(reach, held[i++]!.end);
    return reach <= start;
  });
}

function unitOf(source: CheckSource, spans: readonly Span[], statement?: Statement): Unit {
  const { text } = source.reading.article;
  const words = spans.flatMap(({ start, end }) => quotedWords(text, start, end));
  const whole = statement !== undefined && WORD_FOR_WORD.has(statement.form);
  const quotations = words.map((word) => quotationOf(source.quotations, word));
  const ends = words.map((word, i) => quotations[i] !== quotations[i + 1] || endsSentence(text, word, words[i + 1]));
  return { source, ...(statement && { statement }), words, quoted: quotations.map((q) => whole || q >= 0), ends };
}

/** Which of the quotations, sorted and apart, holds the word; -1 for none. */
function quotationOf(quotations: readonly Span[], { start, end }: Span): number {
  let [low, high] = [0, quotations.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (quotations[middle]!.start <= start) low = middle;
    else high = middle - 1;
  }
  const found = quotations[low];
  return found && found.start <= start && end <= found.end ? low : -1;
}

/** A sentence ends between two words: a full stop, a question or an exclamation mark, not three dots; or words of the report lie between. */
function endsSentence(text: string, word: QuotedWord, next: QuotedWord | undefined): boolean {
  if (!next || word.key === OMISSION || next.key === OMISSION) return true;
  const gap = text.slice(word.end, next.start);
  return gap.length > 40 || /\p{L}/u.test(gap) || /[!?\n]|(?<!\.)\.(?!\.)/.test(gap.replace(/\.{3,}/g, ""));
}
