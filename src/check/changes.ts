/** Differences between what was said and what the draft has, each with its class. */
import { CHANGES, type Change, type ChangeClass } from "../schema/index.ts";
import { replacedBy } from "./insertions.ts";
import type { DiffStep, WordRange } from "./match.ts";
import { lossOf, sameStem, weightOf } from "./meaning.ts";
import type { Unit } from "./units.ts";
import { OMISSION, type QuotedWord, type QuotePart, textOf } from "./words.ts";

function classOf(dropped: readonly QuotedWord[], added: readonly QuotedWord[]): ChangeClass {
  const weights: ReadonlySet<ChangeClass | undefined> = new Set([...dropped, ...added].map(weightOf));
  const heavy = CHANGES.find((one) => weights.has(one));
  if (heavy) return heavy;
  if (dropped.length === 1 && added.length === 1 && sameStem(dropped[0]!.key, added[0]!.key)) return "tense";
  if ([...dropped, ...added].some(({ text }) => /^\p{Lu}/u.test(text))) return "name";
  return "other";
}

/** Neighbouring steps that are not the same make one change. */
export function changesOf(steps: readonly DiffStep[]): Change[] {
  const changes: Change[] = [];
  let [dropped, added]: [QuotedWord[], QuotedWord[]] = [[], []];
  const close = (): void => {
    if (dropped.length + added.length > 0)
      changes.push({ class: classOf(dropped, added), dropped: textOf(dropped), added: textOf(added) });
    [dropped, added] = [[], []];
  };
  for (const { kind, word } of steps) {
    if (kind === "same") close();
    else (kind === "dropped" ? dropped : added).push(word);
  }
  close();
  return changes;
}

/**
 * What the draft leaves out: between its parts, and of the sentences that its ends cut. Only what is left out of a sentence of which words are kept can
 * change their sense; whole sentences are left out without a class.
 */
export function dropsOf(unit: Unit, parts: readonly QuotePart[], places: readonly WordRange[]): Change[] {
  const start = parts[0]!.before === "bracket" ? replacedBy(unit, parts, places, 0)[0] : places[0]![0];
  const tail = places.length - 1;
  const last = parts[tail]!.words.length === 0 ? replacedBy(unit, parts, places, tail)[1] : places[tail]![1];
  const gaps = places
    .slice(1)
    .flatMap((place, i): WordRange[] => (parts[i + 1]!.before === "omission" ? [[places[i]![1], place[0]]] : []));
  const cut: WordRange[] = [[sentenceStart(unit, start), start], ...gaps, [last, sentenceEnd(unit, last)]];
  return cut.flatMap(([from, to]) => dropOf(unit, from, to));
}

function sentenceStart({ ends }: Unit, at: number): number {
  let first = at;
  while (first > 0 && !ends[first - 1]) first--;
  return first;
}

function sentenceEnd({ ends, words }: Unit, at: number): number {
  let end = at;
  while (end > 0 && end < words.length && !ends[end - 1]) end++;
  return end;
}

function dropOf(unit: Unit, from: number, to: number): Change[] {
  const words = unit.words.slice(from, to).filter((word) => word.key !== OMISSION);
  if (words.length === 0) return [];
  const behind = Math.min(to, sentenceEnd(unit, from));
  const ahead = Math.max(from, sentenceStart(unit, to));
  const shared = unit.words.slice(from, to).filter((_, i) => from + i < behind || from + i >= ahead);
  const loss = lossOf(shared);
  return [{ class: loss ?? "other", dropped: textOf(words), added: "" }];
}
