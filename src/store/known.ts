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

/** The article that was last brought in under this name. */
export function articleUnder(db: Database, name: string): number | undefined {
  return db.get<{ article: number | null }>("SELECT article FROM item WHERE name = ?", name)?.article ?? undefined;
}

/** What the web server gave with the page that is kept under this name. */
export function freshnessOf(db: Database, name: string): { etag?: string; lastModified?: string } | undefined {
  const row = db.get<{ etag: string | null; last_modified: string | null }>(
    "SELECT etag, last_modified FROM item WHERE name = ? AND article IS NOT NULL",
    name,
  );
  if (!row) return undefined;
  return { ...(row.etag && { etag: row.etag }), ...(row.last_modified && { lastModified: row.last_modified }) };
}

/** Is this article kept, brought in under this name or with this identity, as it was at this time or later? */
export function isUpToDate(db: Database, name: string, identity: string, modified: string | undefined): boolean {
  const row = db.get<{ modified: string | null; added_at: string }>(
    `SELECT v.modified, v.added_at FROM version v WHERE v.current = 1 AND v.article =
       coalesce((SELECT article FROM item WHERE name = ?), (SELECT id FROM article WHERE identity = ?))`,
    name,
    identity,
  );
  if (!row) return false;
  return modified === undefined || !(Date.parse(modified) > Date.parse(row.modified ?? row.added_at));
}
