/** How rare words are in the record: counted up to a limit, so that a common word costs no more than that. */
import type { Database } from "../store/database.ts";

/** A word that fewer statements have is rare; one that so many have is common, and not counted further. */
export const RARE = 2_000;
export const COMMON = 20_000;
/** What is known to be common stays so; only this is kept, the rest is quick to count. */
const KNOWN_MOST = 50_000;
const known = new WeakMap<Database, Set<string>>();

/** In how many statements' contents the word is, COMMON at most. */
export function frequency(db: Database, word: string): number {
  let common = known.get(db);
  if (!common) known.set(db, (common = new Set()));
  if (common.has(word)) return COMMON;
  const sql = "SELECT count(*) AS n FROM (SELECT 1 FROM statement_fts WHERE statement_fts MATCH ? LIMIT ?)";
  const { n } = db.get<{ n: number }>(sql, `{content} : "${word}"`, COMMON)!;
  if (n === COMMON && common.size < KNOWN_MOST) common.add(word);
  return n;
}

export interface Rarity {
  readonly word: string;
  readonly statements: number;
}

/** The words that statements have, the rarest first; common ones keep their order. */
export function byRarity(db: Database, words: readonly string[]): Rarity[] {
  return [...new Set(words)]
    .map((word) => ({ word, statements: frequency(db, word) }))
    .filter(({ statements }) => statements > 0)
    .sort((a, b) => a.statements - b.statements);
}
