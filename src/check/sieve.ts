/** Quotations of a draft in, a measure of a source's text out: how much could it matter to each of them? Only the texts that matter most need be read. */
import type { DraftQuotation } from "../schema/index.ts";
import { heavyWords } from "./meaning.ts";
import { OMISSION, partsOf, type QuotedWord, quotedWords } from "./words.ts";

/** Words of a text that are looked at together, and how far the next such window lies. */
const WINDOW = 120;
const STEP = WINDOW / 2;
/** Of the words that carry sense, the share that the least of verdicts asks for; of a long quotation so many are enough. */
const SHARE = 0.4;
const ENOUGH = 12;
/** Having the words as they are is more than having them all, and that more than the speaker's name. */
const VERBATIM = 2;
const NAMED = 0.5;

/** A quotation, or a part of one between omissions. */
interface Wanted {
  readonly run: string;
  readonly heavy: ReadonlySet<string>;
  readonly name?: string;
}

/** For each quotation, and each part of one that has several, a measure of the text; 0 for what cannot matter. */
export type Sieve = (text: string) => number[];

export function createSieve(quotations: readonly DraftQuotation[]): Sieve {
  const wanted = quotations.flatMap(wantedOf);
  const byWord = new Map<string, number[]>();
  wanted.forEach(({ heavy }, i) => {
    for (const word of heavy) byWord.set(word, [...(byWord.get(word) ?? []), i]);
  });
  return (text) => {
    const words = quotedWords(text).flatMap(({ key }) => (key === OMISSION ? [] : [key]));
    const counts = countsIn(words, wanted.length, byWord);
    const whole = ` ${words.join(" ")} `;
    const has = new Set(words);
    return wanted.map(({ run, heavy, name }, i) => {
      const verbatim = run !== "" && whole.includes(` ${run} `);
      const share = heavy.size === 0 ? 0 : counts[i]! / heavy.size;
      if (!verbatim && share < SHARE && counts[i]! < ENOUGH) return 0;
      return share + (verbatim ? VERBATIM : 0) + (name !== undefined && has.has(name) ? NAMED : 0);
    });
  };
}

function wantedOf({ words, speaker }: DraftQuotation): Wanted[] {
  const parts = partsOf(quotedWords(words)).map((part) => part.words);
  const name = speaker === undefined ? undefined : quotedWords(speaker).at(-1)?.key;
  return (parts.length > 1 ? [parts.flat(), ...parts] : parts).map((some) => ({
    ...measures(some),
    ...(name !== undefined && { name }),
  }));
}

function measures(words: readonly QuotedWord[]): Pick<Wanted, "run" | "heavy"> {
  return { run: words.map(({ key }) => key).join(" "), heavy: new Set(heavyWords(words).map(({ key }) => key)) };
}

/** The most heavy words of each that stand in one window. */
function countsIn(words: readonly string[], size: number, byWord: ReadonlyMap<string, readonly number[]>): Uint32Array {
  const most = new Uint32Array(size);
  for (let from = 0; from === 0 || from + STEP < words.length; from += STEP) {
    const counts = new Uint32Array(size);
    for (const key of new Set(words.slice(from, from + WINDOW))) for (const i of byWord.get(key) ?? []) counts[i]!++;
    counts.forEach((count, i) => {
      if (count > most[i]!) most[i] = count;
    });
  }
  return most;
}

/** Sources that are read for one quotation, or one part of it. */
const READ = 12;

/** Chooses as measures come in: keeps whatever is among the best for some quotation. */
export interface Choice<T> {
  add(one: T, measures: readonly number[]): void;
  /** In the order in which they came. */
  chosen(): T[];
}

export function createChoice<T>(): Choice<T> {
  const best: { one: T; place: number; measure: number }[][] = [];
  let places = 0;
  return {
    add(one, measures) {
      const place = places++;
      measures.forEach((measure, i) => {
        const list = (best[i] ??= []);
        if (measure === 0 || (list.length === READ && list.at(-1)!.measure >= measure)) return;
        const at = list.findIndex((other) => other.measure < measure);
        list.splice(at < 0 ? list.length : at, 0, { one, place, measure });
        if (list.length > READ) list.pop();
      });
    },
    chosen: () =>
      [...new Map(best.flat().map(({ place, one }) => [place, one]))].sort(([a], [b]) => a - b).map(([, one]) => one),
  };
}
