/** How rare words are in the record: counted up to a limit, so that a common word costs no more than that. */
import type { Database } from "../store/database.ts";

/** A word that fewer statements have is rare; from here on words are not counted. */
export const RARE = 2_000;

/** Words that so many statements have, by that number: what was found to be common stays so. The rest is quick to count. */
const common = new WeakMap<Database, Map<number, Set<string>>>();
const KNOWN_MOST = 50_000;

function commonWords(db: Database, most: number): Set<string> {
  let byNumber = common.get(db);
  if (!byNumber) common.set(db, (byNumber = new Map()));
  let words = byNumber.get(most);
  if (!words || words.size > KNOWN_MOST) byNumber.set(most, (words = new Set()));
  return words;
}

const inContent = (word: string): string => `{content} : "${word}"`;

/** In how many statements' contents the word is, RARE at most. */
function frequency(db: Database, word: string): number {
  const known = commonWords(db, RARE);
  if (known.has(word)) return RARE;
  const sql = "SELECT count(*) AS n FROM (SELECT 1 FROM statement_fts WHERE statement_fts MATCH ? LIMIT ?)";
  const { n } = db.get<{ n: number }>(sql, inContent(word), RARE)!;
  if (n === RARE) known.add(word);
  return n;
}

/** The statements in whose contents the word is; none for a word that `most` statements have. */
export function statementsWith(db: Database, word: string, most: number): number[] {
  const known = commonWords(db, most);
  if (known.has(word)) return [];
  // As one text: an object for each row would take longer than the search.
  const sql =
    "SELECT group_concat(id) AS ids FROM (SELECT rowid AS id FROM statement_fts WHERE statement_fts MATCH ? LIMIT ?)";
  const { ids } = db.get<{ ids: string | null }>(sql, inContent(word), most)!;
  const found = ids === null ? [] : ids.split(",").map(Number);
  if (found.length < most) return found;
  known.add(word);
  return [];
}

export interface Rarity {
  readonly word: string;
  readonly statements: number;
}

/** The words that statements have, the rarest first; those that are not rare keep their order. */
export function byRarity(db: Database, words: readonly string[]): Rarity[] {
  return [...new Set(words)]
    .map((word) => ({ word, statements: frequency(db, word) }))
    .filter(({ statements }) => statements > 0)
    .sort((a, b) => a.statements - b.statements);
}
