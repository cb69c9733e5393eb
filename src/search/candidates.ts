/** The words of a quotation in, statements that may have them out: by hashes of three words in a row, and by the rarest words. */
import type { Database } from "../store/database.ts";
import { fingerprints } from "../store/shingles.ts";
import { statementsWith } from "./frequency.ts";

/** Statements read for one hash: words that more than these have in a row say little. */
const POSTINGS = 300;
const MOST_HASHES = 400;
/** Quotations of fewer words may have no three of them unchanged. */
export const SHORT = 16;
/** Statements that the words alone give; the rarest words together weigh as much as a few hashes. */
const BY_WORDS = 400;
const WORDS_WEIGH = 2;

/** Words that more statements have are not looked up: at first, and where that found nothing good. */
export const COMMON = 10_000;
export const VERY_COMMON = 60_000;

/** Numbers of statements, the likeliest first. */
export function candidates(db: Database, words: readonly string[], most: number, common = COMMON): number[] {
  const points = byHashes(db, words);
  if (words.length < SHORT || points.size === 0)
    for (const [id, share] of byWords(db, words, common)) points.set(id, (points.get(id) ?? 0) + share * WORDS_WEIGH);
  if (points.size === 0) for (const id of asPhrase(db, words, most)) points.set(id, 1);
  return best(points, most).map(([id]) => id);
}

type Points = Map<number, number>;

const best = (points: Points, most: number): [number, number][] =>
  [...points].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);

function byHashes(db: Database, words: readonly string[]): Points {
  const points: Points = new Map();
  for (const hash of fingerprints(words).slice(0, MOST_HASHES)) {
    const found = db.all<{ statement: number }>(
      "SELECT statement FROM fingerprint WHERE hash = ? LIMIT ?",
      hash,
      POSTINGS,
    );
    const weight = 1 / Math.log2(2 + found.length);
    for (const { statement } of found) points.set(statement, (points.get(statement) ?? 0) + weight);
  }
  return points;
}

/** Statements that share the rarest words, each with its share of their weight: a word weighs the more the rarer it is. */
function byWords(db: Database, words: readonly string[], common: number): [number, number][] {
  const points: Points = new Map();
  let all = 0;
  for (const word of new Set(words)) {
    const found = statementsWith(db, word, common);
    const weight = found.length === 0 ? 0 : Math.log(2 + common / found.length);
    all += weight;
    for (const id of found) points.set(id, (points.get(id) ?? 0) + weight);
  }
  return best(points, BY_WORDS).map(([id, weight]) => [id, weight / all]);
}

/** To the letter, where every word is common and no hash of the quotation was kept: slow, and seldom needed. */
function asPhrase(db: Database, words: readonly string[], most: number): number[] {
  const sql = "SELECT rowid AS id FROM statement_fts WHERE statement_fts MATCH ? LIMIT ?";
  return db.all<{ id: number }>(sql, `{content} : "${words.join(" ")}"`, most).map(({ id }) => id);
}
