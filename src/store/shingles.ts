/** Words in, hashes of runs of words out: how copies of texts and of quotations are found. */

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over UTF-16 code units, 32 bits. */
function hashWord(word: string): number {
  let hash = OFFSET;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return hash >>> 0;
}

/** Spreads all bits (finalizer of MurmurHash3). */
export function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hashes of every `size` words in a row, in order; a shorter text has one, of all its words. */
export function shingles(words: readonly string[], size: number): Uint32Array {
  if (words.length === 0) return new Uint32Array(0);
  const count = Math.max(1, words.length - size + 1);
  const hashes = words.map(hashWord);
  const found = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    let hash = OFFSET;
    for (let k = i; k < Math.min(i + size, hashes.length); k++) hash = mix(Math.imul(hash, 31) + hashes[k]!);
    found[i] = hash;
  }
  return found;
}

/** Three words in a row find a quotation; of their hashes a third is kept, whichever text they stand in. */
const QUOTE_WORDS = 3;
const KEPT = 3;

/** The hashes under which a quotation is kept and looked for: the same words give the same ones wherever they stand. */
export function fingerprints(words: readonly string[]): number[] {
  const all = [...new Set(shingles(words, QUOTE_WORDS))];
  const kept = all.filter((hash) => hash % KEPT === 0);
  return kept.length > 0 || all.length === 0 ? kept : [Math.min(...all)];
}
