/** Prepared articles in, stored in one transaction; what became of each out. Only when this returns is anything acknowledged. */

import { type Pairs, pairStatements, summary } from "./changes.ts";
import { settleCopies } from "./copies.ts";
import { refreshCorrected } from "./correct.ts";
import { carryCorrections } from "./corrections.ts";
import type { Database } from "./database.ts";
import { copyOf, dropBands, noteBands } from "./duplicates.ts";
import type { Added, Failed, ItemResult } from "./outcome.ts";
import { sameBytes } from "./pack.ts";
import { type PreparedArticle, versionSha } from "./prepared.ts";
import { indexArticle, insertStatements, unindexStatements } from "./rows.ts";
import type { SpeakerDesk } from "./speakers.ts";

/** What was prepared on knowledge that another writer has overtaken: prepare it again, whole. */
export interface Overtaken {
  readonly outcome: "overtaken";
  readonly name: string;
}

interface CurrentRow {
  readonly id: number;
  readonly n: number;
  readonly text_sha: Uint8Array;
  readonly title: string | null;
  readonly minhash: Uint8Array | null;
  readonly statements: number;
}

/** Stores these; the rest of the input may follow in other calls. */
export function addArticles(
  db: Database,
  desk: SpeakerDesk,
  items: readonly (PreparedArticle | Failed)[],
  now: string,
): (ItemResult | Overtaken)[] {
  return db.transaction(() =>
    items.map((item) => {
      const result = "outcome" in item ? item : addOne(db, desk, item, now);
      if (result.outcome !== "overtaken") noteItem(db, item, result, now);
      return result;
    }),
  );
}

function addOne(db: Database, desk: SpeakerDesk, item: PreparedArticle, now: string): Added | Overtaken {
  const known = db.get<{ id: number }>("SELECT id FROM article WHERE identity = ?", item.identity)?.id;
  const current = known === undefined ? undefined : currentOf(db, known);
  if (known !== undefined && current && isSame(current, item)) {
    noteModified(db, current.id, item);
    return { ...told(item, known), outcome: "unchanged", statements: current.statements };
  }
  const copy = copyOf(db, item, known);
  if (!item.read && copy?.similarity !== 1) return { outcome: "overtaken", name: item.name };
  const article = known ?? newArticle(db, item.identity, now);
  db.run(
    "UPDATE article SET duplicate_of = ?, similarity = ? WHERE id = ?",
    copy?.article ?? null,
    copy?.similarity ?? null,
    article,
  );
  const version = insertVersion(db, article, (current?.n ?? 0) + 1, item, now);
  if (!copy) noteBands(db, version, item.minhash);
  const pairs = current && retire(db, current, item);
  const duplicate = copy !== undefined;
  const publisher = publisherId(db, item);
  const { title, published, language } = item.head;
  indexArticle(db, { version, title, language, publisher, folded: item.folded, duplicate });
  if (item.read) {
    const speakers = desk.place(version, item.read.speakers);
    const shared = { version, publisher, published: published ?? null, duplicate, speakers };
    insertStatements(db, item.read, shared, (place) => pairs?.replaced(place));
    if (pairs) carryCorrections(db, version);
    if (pairs) refreshCorrected(db, version);
  }
  if (current && !sameBytes(current.text_sha, item.textSha)) settleCopies(db, article, item.words, copy);
  const base = { ...told(item, article), statements: item.read?.statements.length ?? 0 };
  if (pairs) return { ...base, outcome: "updated", changes: pairs.summary };
  return copy ? { ...base, outcome: "duplicate", of: copy } : { ...base, outcome: "added" };
}

function told({ name, head: { title, language } }: PreparedArticle, article: number) {
  const unread = language !== undefined && !/^en\b/i.test(language) ? language : undefined;
  return { name, article, ...(title !== undefined && { title }), ...(unread !== undefined && { unread }) };
}

function currentOf(db: Database, article: number): CurrentRow | undefined {
  return db.get<CurrentRow>(
    `SELECT id, n, text_sha, title, minhash, (SELECT count(*) FROM statement s WHERE s.version = v.id) AS statements
     FROM version v WHERE article = ? AND current = 1`,
    article,
  );
}

function isSame(current: Pick<CurrentRow, "text_sha" | "title">, { textSha, head }: PreparedArticle): boolean {
  return sameBytes(current.text_sha, textSha) && (current.title ?? undefined) === head.title;
}

/** Same words, but its publisher calls it changed: not asked for again because of that. */
function noteModified(db: Database, version: number, { head: { modified } }: PreparedArticle): void {
  if (modified !== undefined) db.run("UPDATE version SET modified = ? WHERE id = ?", modified, version);
}

function newArticle(db: Database, identity: string, now: string): number {
  return db.run("INSERT INTO article (identity, added_at) VALUES (?, ?)", identity, now).id;
}

function publisherId(db: Database, { head: { publisher } }: PreparedArticle): number | null {
  if (publisher === undefined) return null;
  db.run("INSERT OR IGNORE INTO publisher (name) VALUES (?)", publisher);
  return db.get<{ id: number }>("SELECT id FROM publisher WHERE name = ?", publisher)!.id;
}

function insertVersion(db: Database, article: number, n: number, item: PreparedArticle, now: string): number {
  const { id, title, byline, url, published, modified, language } = item.head;
  const signature =
    item.minhash && new Uint8Array(item.minhash.buffer, item.minhash.byteOffset, item.minhash.byteLength);
  return db.run(
    `INSERT INTO version (article, n, current, name, article_key, title, byline, publisher, url, published, modified, language,
     words, text_sha, minhash, body, reading, sha, engine, added_at) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    article, n, item.name, id, title ?? null, byline ?? null, publisherId(db, item), url ?? null, published ?? null, modified ?? null,
    language ?? null, item.words.length, item.textSha, signature ?? null, item.body, item.read?.reading ?? null,
    versionSha(item.body, item.read?.reading), item.read?.engine ?? null, now,
  ).id; // biome-ignore format: in the order of the columns
}

/** The version before stays, and is found no more. Tells which of its statements each new one takes the place of. */
function retire(db: Database, { id, minhash }: CurrentRow, { read }: PreparedArticle) {
  const before = db.all<{ id: number; content: string; kind: string }>(
    "SELECT id, content, kind FROM statement WHERE version = ? ORDER BY n",
    id,
  );
  db.run("UPDATE version SET current = 0 WHERE id = ?", id);
  db.run("UPDATE statement SET current = 0 WHERE version = ?", id);
  db.run("DELETE FROM article_fts WHERE rowid = ?", id);
  dropBands(db, id, minhash);
  unindexStatements(db, before);
  const pairs = pairStatements(before, read?.statements ?? []);
  return {
    summary: summary(pairs, read?.statements.length ?? 0),
    replaced: (place: number) => oldId(pairs, before, place),
  };
}

function oldId(pairs: Pairs, before: readonly { readonly id: number }[], place: number): number | undefined {
  const kept = pairs.kept.get(place);
  return kept && before[kept.old]!.id;
}

/** What became of an input, as it was named: the same bytes under the same name are not looked at again. */
function noteItem(db: Database, item: PreparedArticle | Failed, result: ItemResult, now: string): void {
  const failed = result.outcome === "failed" ? result : undefined;
  const read = "outcome" in item ? undefined : item;
  db.run(
    "INSERT OR REPLACE INTO item (name, sha, etag, last_modified, outcome, article, code, message, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    item.name, read?.itemSha ?? null, read?.etag ?? null, read?.lastModified ?? null, result.outcome,
    "article" in result ? result.article : null, failed?.code ?? null, failed?.message ?? null, now,
  ); // biome-ignore format: in the order of the columns
}
