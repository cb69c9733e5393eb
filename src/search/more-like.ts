/** A statement or a text in, statements about the same out: those that share its rarest words. */
import { OnrecordError, type StatementHit } from "../schema/index.ts";
import type { Database } from "../store/database.ts";
import { foldedWords } from "../store/fold.ts";
import { byRarity, RARE } from "./frequency.ts";
import { hitsOf } from "./hits.ts";
import { limitOf } from "./paging.ts";
import { ranked } from "./statements.ts";

export interface MoreLikeOptions {
  readonly limit?: number;
  readonly duplicates?: boolean;
}

const WORDS = 10;
const MOST_WORDS = 400;

/** @throws OnrecordError no-such-id, bad-option */
export function moreLike(db: Database, like: number | string, options: MoreLikeOptions = {}): StatementHit[] {
  const words = byRarity(db, foldedWords(typeof like === "number" ? contentOf(db, like) : like).slice(0, MOST_WORDS));
  const rare = words.filter(({ statements }) => statements < RARE);
  const used = (rare.length > 0 ? rare : words.slice(0, 2)).slice(0, WORDS).map(({ word }) => word);
  if (used.length === 0) return [];
  const tests = [
    { sql: "s.current = 1", values: [] },
    { sql: "s.id <> ?", values: [typeof like === "number" ? like : -1] },
    ...(options.duplicates ? [] : [{ sql: "s.flags & 16 = 0", values: [] }]),
  ];
  const match = `{content} : (${used.map((word) => `"${word}"`).join(rare.length > 0 ? " OR " : " AND ")})`;
  const found = ranked(db, { match, tests }, { limit: limitOf(options.limit) });
  const terms = used.map((word) => ({ kind: "words" as const, words: [word], prefix: false }));
  const scores = new Map(found.map(({ id, score }) => [id, score]));
  return hitsOf(
    db,
    found.map(({ id }) => id),
    terms,
  ).map((hit) => ({ ...hit, score: scores.get(hit.number)! }));
}

/** @throws OnrecordError no-such-id */
export function contentOf(db: Database, statement: number): string {
  const row = db.get<{ content: string }>("SELECT content FROM statement WHERE id = ?", statement);
  if (row) return row.content;
  throw new OnrecordError("no-such-id", `There is no statement ${statement} in the record.`, {
    hint: "onrecord search prints the ids of statements and articles.",
  });
}
