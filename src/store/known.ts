/** What the record knows of an item before it is read: saves cleaning and reading what has not changed. */
import type { Database } from "./database.ts";
import { sameBytes } from "./pack.ts";
import type { PreparedArticle } from "./prepared.ts";

/** The article that these bytes became under this name; undefined if they are new or failed. */
export function knownItem(db: Database, name: string, sha: Uint8Array): number | undefined {
  const row = db.get<{ sha: Uint8Array | null; article: number | null }>(
    "SELECT sha, article FROM item WHERE name = ?",
    name,
  );
  return row?.article != null && sameBytes(row.sha, sha) ? row.article : undefined;
}

/** Does the record hold this text already, under the same identity or another? Then it need not be read for statements. */
export function knowsText(db: Database, { identity, textSha, head }: PreparedArticle): boolean {
  const row = db.get<{ text_sha: Uint8Array; title: string | null }>(
    "SELECT v.text_sha, v.title FROM article a JOIN version v ON v.article = a.id AND v.current = 1 WHERE a.identity = ?",
    identity,
  );
  if (row) return sameBytes(row.text_sha, textSha) && (row.title ?? undefined) === head.title;
  return db.get("SELECT 1 FROM version WHERE text_sha = ? AND current = 1", textSha) !== undefined;
}

/** How many statements an article has. */
export function statementsOf(db: Database, article: number): number {
  return db.get<{ n: number }>(
    "SELECT count(*) AS n FROM statement s JOIN version v ON v.id = s.version WHERE v.article = ? AND v.current = 1",
    article,
  )!.n;
}
