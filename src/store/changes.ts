/** The statements of two versions or two readings of an article in, which of them are the same, changed, new or gone out. */
import { foldedWords } from "./fold.ts";
import type { Added } from "./outcome.ts";
import { fingerprints } from "./shingles.ts";

export interface Comparable {
  readonly content: string;
  readonly kind: string;
}

export interface Pairs {
  /** By place in the new list: place in the old list, and whether its words changed. */
  readonly kept: ReadonlyMap<number, { readonly old: number; readonly changed: boolean }>;
  readonly gone: readonly number[];
}

/** Of the words of both, this share must be shared for one to be the other, changed. */
const ALIKE = 0.5;

/** Same words first, in order; then, of what is left, the most alike. */
export function pairStatements(before: readonly Comparable[], after: readonly Comparable[]): Pairs {
  const kept = new Map<number, { old: number; changed: boolean }>();
  const left = groupedBy(before.map(({ content }) => [content]));
  after.forEach(({ content }, i) => {
    const old = left.get(content)?.shift();
    if (old !== undefined) kept.set(i, { old, changed: false });
  });
  const open = new Set([...left.values()].flat());
  const fresh = after.flatMap((one, i) => (kept.has(i) ? [] : [[one, i] as const]));
  for (const { old, now } of likeliest(before, open, fresh)) {
    if (!open.has(old) || kept.has(now)) continue;
    open.delete(old);
    kept.set(now, { old, changed: true });
  }
  return { kept, gone: [...open].sort((a, b) => a - b) };
}

/** Old statements that one new statement is compared with: a text may say one thing a thousand times. */
const COMPARED = 20;

/** Only those that share a fingerprint are compared: an article of 10,000 statements has 10^8 pairs. */
function likeliest(
  before: readonly Comparable[],
  open: ReadonlySet<number>,
  fresh: readonly (readonly [Comparable, number])[],
) {
  const print = ({ content }: Comparable): number[] => fingerprints(foldedWords(content));
  const byPrint = groupedBy(before.map((one, old) => (open.has(old) ? print(one) : [])));
  const sets = new Map<string, ReadonlySet<string>>();
  const words = ({ content }: Comparable): ReadonlySet<string> => {
    const known = sets.get(content) ?? new Set(foldedWords(content));
    sets.set(content, known);
    return known;
  };
  return fresh
    .flatMap(([one, now]) => {
      const near = new Set(print(one).flatMap((hash) => (byPrint.get(hash) ?? []).slice(0, COMPARED)));
      return [...near].slice(0, COMPARED).map((old) => ({ old, now, alike: alike(words(before[old]!), words(one)) }));
    })
    .filter((pair) => pair.alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || a.now - b.now || a.old - b.old);
}

/** The places of a list under each of the keys that stand at them. */
function groupedBy<K>(keys: readonly (readonly K[])[]): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  keys.forEach((own, place) => {
    for (const key of own) {
      const group = groups.get(key);
      if (group) group.push(place);
      else groups.set(key, [place]);
    }
  });
  return groups;
}

/** Dice coefficient of the sets of words. */
function alike(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  const [fewer, more] = x.size < y.size ? [x, y] : [y, x];
  let shared = 0;
  for (const word of fewer) if (more.has(word)) shared++;
  return (2 * shared) / Math.max(1, x.size + y.size);
}

/** How many of the new list's `total` statements are what. */
export function summary({ kept, gone }: Pairs, total: number): NonNullable<Added["changes"]> {
  const changed = [...kept.values()].filter((pair) => pair.changed).length;
  return { same: kept.size - changed, changed, added: total - kept.size, gone: gone.length };
}
