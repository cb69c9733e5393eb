/** Names like one that was not found, for a message: an edit distance with a limit. */

/** Levenshtein's distance, or `most + 1` if it is larger. Words longer than 40 characters are cut. */
export function distance(a: string, b: string, most: number): number {
  const [from, to] = [a.slice(0, 40), b.slice(0, 40)];
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let k = 1; k <= to.length; k++) {
      const swap = row[k - 1]! + (from[i - 1] === to[k - 1] ? 0 : 1);
      next.push(Math.min(swap, row[k]! + 1, next[k - 1]! + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return Math.min(row.at(-1)!, most + 1);
}

/** How far a misspelt word may be off: one letter in five, two at most. */
const tolerance = (word: string): number => Math.min(2, Math.ceil(word.length / 5));

/** Those of `values` that are near to `value`, the nearest first. */
export function nearest(value: string, values: Iterable<string>, most: number): string[] {
  const limit = tolerance(value);
  const found: { name: string; off: number }[] = [];
  for (const name of values) {
    const off = distance(value, name, limit);
    if (off <= limit) found.push({ name, off });
  }
  return found
    .sort((a, b) => a.off - b.off || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}
