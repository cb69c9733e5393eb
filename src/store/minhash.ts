/**
 * Articles' words in, signatures that tell near-duplicates out: MinHash (Broder 1997) of four-word shingles, with bands
 * for locality-sensitive hashing.
 */
import { mix, shingles } from "./shingles.ts";

const PERMUTATIONS = 128;
/** 32 bands of 4: two texts that share half of their shingles meet in a band 87 times of 100, with 0.7 always (0.9998). */
const ROWS = 4;
const ARTICLE_WORDS = 4;

const SEEDS = Uint32Array.from({ length: PERMUTATIONS }, (_, i) => mix(0x9e3779b9 * (i + 1)) | 1);
const SHIFTS = Uint32Array.from({ length: PERMUTATIONS }, (_, i) => mix(0x7f4a7c15 * (i + 1)));

/** The signature; undefined for a text of fewer than 20 words, which says too little. */
export function minhash(words: readonly string[]): Uint32Array | undefined {
  if (words.length < 20) return undefined;
  const signature = new Uint32Array(PERMUTATIONS).fill(0xffffffff);
  for (const hash of new Set(shingles(words, ARTICLE_WORDS))) {
    for (let i = 0; i < PERMUTATIONS; i++) {
      const value = (Math.imul(hash, SEEDS[i]!) + SHIFTS[i]!) >>> 0;
      if (value < signature[i]!) signature[i] = value;
    }
  }
  return signature;
}

/** A hash for each band; texts that share one are compared. */
export function bands(signature: Uint32Array): number[] {
  const found: number[] = [];
  for (let i = 0; i < PERMUTATIONS; i += ROWS) {
    let hash = i + 1;
    for (let k = i; k < i + ROWS; k++) hash = mix(Math.imul(hash, 31) + signature[k]!);
    found.push(hash);
  }
  return found;
}

/** The share of shingles, of all that two texts have, that both have (Jaccard), as their signatures estimate it. */
export function similarityOf(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let i = 0; i < PERMUTATIONS; i++) if (a[i] === b[i]) same++;
  return same / PERMUTATIONS;
}

/** Of the shingles of `part`, the share that `whole` has too (0 to 1): a trimmed copy has all of its own in the original. */
export function containment(part: readonly string[], whole: readonly string[]): number {
  const inWhole = new Set(shingles(whole, ARTICLE_WORDS));
  const own = new Set(shingles(part, ARTICLE_WORDS));
  let shared = 0;
  for (const hash of own) if (inWhole.has(hash)) shared++;
  return own.size === 0 ? 0 : shared / own.size;
}
