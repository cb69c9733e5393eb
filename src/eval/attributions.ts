/** Attributions as sets of tokens, and the one-to-one alignment of predicted with gold ones. */
import type { GoldAttribution, GoldRecord } from "./records.ts";
import { type ScoredText, tokensOf } from "./text.ts";

export const ROLES = ["source", "cue", "content"] as const;
export type Role = (typeof ROLES)[number];

/** The tokens of each role, and the record that they come from. */
export interface TokenAttribution {
  readonly source: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
  readonly record: GoldAttribution;
}

/** The attributions of a record; those that touch no token are left out. */
export function attributionsOf(doc: ScoredText, record: GoldRecord | undefined): TokenAttribution[] {
  const out: TokenAttribution[] = [];
  for (const record_ of record?.attributions ?? []) {
    const [source, cue, content] = ROLES.map((role) => tokensOf(doc, record_[role] ?? []));
    if (source!.size + cue!.size + content!.size === 0) continue;
    out.push({ source: source!, cue: cue!, content: content!, record: record_ });
  }
  return out;
}

export function sharedCount(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let n = 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const t of small) if (large.has(t)) n++;
  return n;
}

export function equalSets(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && sharedCount(a, b) === a.size;
}

/** Dice's coefficient; two empty sets agree. */
export function dice(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return a.size + b.size > 0 ? (2 * sharedCount(a, b)) / (a.size + b.size) : 1;
}

/** Dice of the (role, token) sets. */
function wholeDice(p: TokenAttribution, g: TokenAttribution): number {
  let both = 0;
  let sizes = 0;
  for (const role of ROLES) {
    both += sharedCount(p[role], g[role]);
    sizes += p[role].size + g[role].size;
  }
  return (2 * both) / sizes;
}

/** [predicted index, gold index]: pairs that share a cue or content token, taken greedily by Dice. */
export function align(pred: readonly TokenAttribution[], gold: readonly TokenAttribution[]): [number, number][] {
  const pairs: { score: number; i: number; j: number }[] = [];
  for (const [i, p] of pred.entries()) {
    for (const [j, g] of gold.entries()) {
      if (sharedCount(p.cue, g.cue) > 0 || sharedCount(p.content, g.content) > 0) {
        pairs.push({ score: wholeDice(p, g), i, j });
      }
    }
  }
  pairs.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  const usedPred = new Set<number>();
  const usedGold = new Set<number>();
  const out: [number, number][] = [];
  for (const { i, j } of pairs) {
    if (usedPred.has(i) || usedGold.has(j)) continue;
    usedPred.add(i);
    usedGold.add(j);
    out.push([i, j]);
  }
  return out;
}
