/** The words of a quotation in, statements that may have them out: by hashes of three words in a row, and by the rarest words. */
import type { Database } from "../store/database.ts";
import { fingerprints } from "../store/shingles.ts";
import { byRarity, COMMON, RARE } from "./frequency.ts";

/** Statements read for one hash: words that more than these have in a row say little. */
const POSTINGS = 300;
const MOST_HASHES = 400;
/** Quotations of fewer words may have no three of them unchanged. */
export const SHORT = 16;
const RAREST = 5;
/** Of words that are less rare, two must occur. */
const PAIRED = 4;

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
  if (points.size === 0) for (const id of asPhrase(db, words, most)) add(id, 1);
  return [...points]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, most)
    .map(([id]) => id);
}

function byRarestWords(db: Database, words: readonly string[], most: number): number[] {
  const known = byRarity(db, words);
  const rare = known.filter(({ statements }) => statements < RARE).slice(0, RAREST);
  const found = ranked(
    db,
    rare.map(({ word }) => `"${word}"`),
    most,
  );
  if (rare.length > 2) return found;
  const less = known.filter(({ statements }) => statements < COMMON).slice(0, PAIRED);
  return [...found, ...ranked(db, pairsOf(less.map(({ word }) => word)), most)];
}

function pairsOf(words: readonly string[]): string[] {
  return words.flatMap((a, i) => words.slice(i + 1).map((b) => `("${a}" AND "${b}")`));
}

function ranked(db: Database, expressions: readonly string[], most: number): number[] {
  if (expressions.length === 0) return [];
  return ids(
    db,
    `{content} : (${expressions.join(" OR ")})`,
    "AND rank MATCH 'bm25(1.0, 0.0, 0.0)' ORDER BY rank",
    most,
  );
}

/** To the letter, where every word is common and no hash of the quotation was kept: slow, and seldom needed. */
function asPhrase(db: Database, words: readonly string[], most: number): number[] {
  return ids(db, `{content} : "${words.join(" ")}"`, "", most);
}

function ids(db: Database, match: string, order: string, most: number): number[] {
  const sql = `SELECT rowid AS id FROM statement_fts WHERE statement_fts MATCH ? ${order} LIMIT ?`;
  return db.all<{ id: number }>(sql, match, most).map(({ id }) => id);
}
