/** Words in square brackets: what each stands for in the source, and whether it may. */
import type { Change } from "../schema/index.ts";
import type { WordRange } from "./match.ts";
import { isLight, isPronoun, sameStem, weightOf } from "./meaning.ts";
import type { Unit } from "./units.ts";
import { type QuotedWord, type QuotePart, textOf } from "./words.ts";

export interface Insertions {
  readonly clean: readonly Change[];
  /** Nothing tells whether it is right. */
  readonly unclear: readonly Change[];
  /** It changes the sense. */
  readonly altered: readonly Change[];
}

export function insertionsOf(unit: Unit, parts: readonly QuotePart[], places: readonly WordRange[]): Insertions {
  const found: Record<keyof Insertions, Change[]> = { clean: [], unclear: [], altered: [] };
  parts.forEach((part, i) => {
    if (part.inserted.length === 0) return;
    const [from, to] = replacedBy(unit, parts, places, i);
    const replaced = unit.words.slice(from, to);
    const { verdict, weight } = judge(unit, part.inserted, replaced);
    found[verdict].push({ class: weight ?? "other", dropped: textOf(replaced), added: textOf(part.inserted) });
  });
  return found;
}

/**
 * The words of the source that a bracket stands for: what lies between the parts on both sides. Before the first part those that begin its sentence, three
 * at most; behind an omission the same words or a pronoun; behind the last part as many words as it has, if the sentence goes on.
 */
export function replacedBy(
  unit: Unit,
  parts: readonly QuotePart[],
  places: readonly WordRange[],
  i: number,
): WordRange {
  const at = places[i]![0];
  const { words, inserted, before } = parts[i]!;
  if (words.length === 0) {
    let end = at;
    while (end < unit.words.length && end - at < inserted.length && !(end > 0 && unit.ends[end - 1])) end++;
    return [at, end];
  }
  if (before === "omission") return [at - behindOmission(unit, inserted, at), at];
  if (i > 0) return [places[i - 1]![1], at];
  let first = at;
  while (first > 0 && at - first <= 3 && !unit.ends[first - 1]) first--;
  return at - first <= 3 ? [first, at] : [at, at];
}

function behindOmission({ words }: Unit, inserted: readonly QuotedWord[], at: number): number {
  const before = words.slice(Math.max(0, at - inserted.length), at);
  if (sameWords(before, inserted)) return inserted.length;
  const last = words[at - 1];
  return last && isPronoun(last.key) ? 1 : 0;
}

function sameWords(a: readonly QuotedWord[], b: readonly QuotedWord[]): boolean {
  return a.length === b.length && a.every((word, i) => word.key === b[i]!.key);
}

interface Judged {
  readonly verdict: keyof Insertions;
  readonly weight?: Change["class"];
}

function judge(unit: Unit, inserted: readonly QuotedWord[], replaced: readonly QuotedWord[]): Judged {
  if (sameWords(replaced, inserted)) return { verdict: "clean" };
  const weights = [...inserted, ...replaced].map(weightOf).filter((one) => one !== undefined);
  if (weights.length > 0) return { verdict: "altered", weight: weights[0]! };
  if (replaced.length === 0) return { verdict: "clean" };
  if (replaced.length === 1 && inserted.length === 1 && sameStem(replaced[0]!.key, inserted[0]!.key))
    return { verdict: "clean" };
  if (replaced.every(({ key }) => isLight(key)) && inserted.every(({ key }) => isLight(key)))
    return { verdict: "clean" };
  if (!replaced.every(({ key }) => isPronoun(key) || isLight(key))) return { verdict: "altered", weight: "name" };
  return meantBy(unit, inserted, replaced);
}

/** A pronoun replaced by a name: right if the source's own reading says that it means that party. */
function meantBy(
  { source, statement }: Unit,
  inserted: readonly QuotedWord[],
  replaced: readonly QuotedWord[],
): Judged {
  const pronoun = replaced.find(({ key }) => isPronoun(key));
  if (!pronoun) return { verdict: "unclear" };
  const first = /^(?:i|me|my|mine)$/.test(pronoun.key);
  const party = first
    ? namesOf(
        source.reading.speakers.find(({ id }) => id === statement?.speaker?.speaker),
        statement?.speaker?.name,
      )
    : namesOf(
        source.reading.speakers.find(({ mentions }) =>
          mentions.some((m) => m.start <= pronoun.start && pronoun.end <= m.end),
        ),
      );
  if (party.size === 0) return { verdict: "unclear" };
  const named = inserted.filter(({ key }) => !isLight(key));
  return {
    verdict: named.length > 0 && named.every(({ key }) => party.has(key.replace(/'s$/, ""))) ? "clean" : "altered",
    weight: "name",
  };
}

function namesOf(
  speaker: { name: string; aliases: readonly string[]; roles: readonly string[] } | undefined,
  name = "",
): Set<string> {
  const all = speaker ? [speaker.name, ...speaker.aliases, ...speaker.roles] : [];
  return new Set(
    [name, ...all]
      .join(" ")
      .toLowerCase()
      .replace(/[’']s\b/g, "")
      .match(/[\p{L}\p{N}]+(?:[-'][\p{L}]+)*/gu) ?? [],
  );
}
