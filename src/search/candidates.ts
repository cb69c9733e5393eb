/** The words of a quotation in, statements that may have them out: by hashes of three words in a row, and by the rarest words. */
import type { Database } from "../store/database.ts";
import { fingerprints } from "../store/shingles.ts";
import { byRarity, COMMON } from "./frequency.ts";

/** Statements read for one hash: words that more than these have in a row say little. */
const POSTINGS = 300;
const MOST_HASHES = 400;
/** Quotations of fewer words may have no three of them unchanged. */
export const SHORT = 16;
const RAREST = 5;
/** Pairs of words that each are common. */
const PAIRS = 4;

/** Numbers of statements, the likeliest first. */
export function candidates(db: Database, words: readonly string[], most: number): number[] {
  const points = new Map<number, number>();
  const add = (id: number, value: number): void => void points.set(id, (points.get(id) ?? 0) + value);
  for (const hash of fingerprints(words).slice(0, MOST_HASHES)) {
    const found = db.all<{ statement: number }>(
      "SELECT statement FROM fingerprint WHERE hash = ? LIMIT ?",
      hash,
      POSTINGS,
    );
    const weight = 1 / Math.log2(2 + found.length);
    for (const { statement } of found) add(statement, weight);
  }
  if (words.length < SHORT || points.size === 0)
    byRarestWords(db, words, most).forEach((id, place) => {
      add(id, 1 / (1 + place / 16));
    });
  return [...points]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, most)
    .map(([id]) => id);
}

function byRarestWords(db: Database, words: readonly string[], most: number): number[] {
  const known = byRarity(db, words);
  const rare = known.filter(({ statements }) => statements < COMMON).slice(0, RAREST);
  const rarest =
    rare.length > 0
      ? ranked(
          db,
          rare.map(({ word }) => `"${word}"`),
          most,
        )
      : [];
  return rare.length >= RAREST - 1 ? rarest : [...rarest, ...ranked(db, pairsOf(words), most)];
}

/** Neighbours, as phrases: quick to look up even where each word is common. */
function pairsOf(words: readonly string[]): string[] {
  const pairs = words.slice(1).map((word, i) => `"${words[i]} ${word}"`);
  const step = Math.max(1, Math.floor(pairs.length / PAIRS));
  return pairs.filter((_, i) => i % step === 0).slice(0, PAIRS);
}

function ranked(db: Database, expressions: readonly string[], most: number): number[] {
  if (expressions.length === 0) return [];
  return db
    .all<{ id: number }>(
      `SELECT rowid AS id FROM statement_fts
       WHERE statement_fts MATCH ? AND rank MATCH 'bm25(1.0, 0.0, 0.0)' ORDER BY rank LIMIT ?`,
      `{content} : (${expressions.join(" OR ")})`,
      most,
    )
    .map(({ id }) => id);
}
