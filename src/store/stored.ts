/** Ids in, what the record holds under them out: articles with their versions, readings, statements with their corrections. */
import { type Article, OnrecordError, type Reading, type Statement } from "../schema/index.ts";
import { type Correction, correctionsIn, correctionsOf, withCorrections } from "./corrections.ts";
import type { Database } from "./database.ts";
import { unpack } from "./pack.ts";
import type { Body, ReadingBody } from "./prepared.ts";

export interface VersionInfo {
  readonly n: number;
  readonly addedAt: string;
  readonly name: string;
  readonly statements: number;
  readonly current: boolean;
}

/** An article of the record. */
export interface StoredArticle {
  /** Its id in the record. */
  readonly article: number;
  readonly n: number;
  readonly engine?: string;
  readonly duplicateOf?: { readonly article: number; readonly similarity: number };
  readonly versions: readonly VersionInfo[];
  readonly reading: Reading;
  /** Ids in the record of the reading's statements, in their order. */
  readonly ids: readonly number[];
}

/** A statement of the record, with the article that it stands in. */
export interface StoredStatement {
  readonly id: number;
  readonly n: number;
  readonly current: boolean;
  readonly article: StoredArticle;
  /** As corrected. */
  readonly statement: Statement;
  readonly corrections: readonly Correction[];
  /** Of the same article's later version: the statement that took this one's place. */
  readonly replacedBy?: number;
}

export interface VersionRow {
  readonly id: number;
  readonly article: number;
  readonly n: number;
  readonly name: string;
  readonly article_key: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly language: string | null;
  readonly body: Uint8Array;
  readonly reading: Uint8Array | null;
  readonly sha: Uint8Array;
  readonly engine: string | null;
}

export const VERSION_COLUMNS =
  "v.id, v.article, v.n, v.name, v.article_key, v.title, v.byline, p.name AS publisher, v.url, v.published, v.modified, v.language, v.body, v.reading, v.sha, v.engine";
export const VERSIONS = "version v LEFT JOIN publisher p ON p.id = v.publisher";

const META = ["title", "byline", "publisher", "url", "published", "modified", "language"] as const;

export function articleFromRow(row: VersionRow): Article {
  const meta = Object.fromEntries(META.filter((key) => row[key] !== null).map((key) => [key, row[key]]));
  return { id: row.article_key, ...meta, ...unpack<Body>(row.body) };
}

const UNREAD: ReadingBody = { statements: [], speakers: [], messages: [] };

/** The reading as the engine made it. */
export function readingFromRow(row: VersionRow): Reading {
  const body = row.reading ? unpack<ReadingBody>(row.reading) : UNREAD;
  return { onrecord: row.engine ?? "", input: row.name, article: articleFromRow(row), ...body };
}

/** @throws OnrecordError `no-such-id` */
export function articleOf(db: Database, article: number, n?: number): StoredArticle {
  const row = db.get<VersionRow>(
    `SELECT ${VERSION_COLUMNS} FROM ${VERSIONS} WHERE v.article = ? AND ${n === undefined ? "v.current = 1" : "v.n = ?"}`,
    ...(n === undefined ? [article] : [article, n]),
  );
  if (!row) throw noSuch(n === undefined ? `article ${article}` : `version ${n} of article ${article}`);
  return storedArticle(db, row);
}

function noSuch(what: string): OnrecordError {
  return new OnrecordError("no-such-id", `There is no ${what} in the record.`, {
    hint: "onrecord search prints the ids of statements and articles.",
  });
}

function storedArticle(db: Database, row: VersionRow): StoredArticle {
  const { duplicate_of, similarity } = db.get<{ duplicate_of: number | null; similarity: number | null }>(
    "SELECT duplicate_of, similarity FROM article WHERE id = ?",
    row.article,
  )!;
  const reading = readingFromRow(row);
  const rows = db.all<{ id: number; local: string }>(
    "SELECT id, local FROM statement WHERE version = ? ORDER BY n",
    row.id,
  );
  const idOf = new Map(rows.map(({ id, local }) => [local, id]));
  const ids = reading.statements.map(({ id }) => idOf.get(id)!);
  const corrections = correctionsIn(db, row.id);
  const corrected = reading.statements.map((one, i) => withCorrections(one, corrections.get(ids[i]!) ?? []));
  return {
    article: row.article,
    n: row.n,
    ...(row.engine !== null && { engine: row.engine }),
    ...(duplicate_of !== null && { duplicateOf: { article: duplicate_of, similarity: similarity! } }),
    versions: versionsOf(db, row.article),
    reading: { ...reading, statements: corrected },
    ids,
  };
}

function versionsOf(db: Database, article: number): VersionInfo[] {
  return db
    .all<{ n: number; added_at: string; name: string; current: number; statements: number }>(
      `SELECT n, added_at, name, current, (SELECT count(*) FROM statement s WHERE s.version = v.id) AS statements
       FROM version v WHERE article = ? ORDER BY n`,
      article,
    )
    .map(({ added_at: addedAt, current, ...rest }) => ({ ...rest, addedAt, current: current === 1 }));
}

/** @throws OnrecordError `no-such-id` */
export function statementOf(db: Database, id: number): StoredStatement {
  const row = db.get<{ n: number; local: string; current: number; article: number; version_n: number }>(
    `SELECT s.n, s.local, s.current, v.article, v.n AS version_n FROM statement s JOIN version v ON v.id = s.version WHERE s.id = ?`,
    id,
  );
  if (!row) throw noSuch(`statement ${id}`);
  const article = articleOf(db, row.article, row.version_n);
  const next = db.get<{ id: number }>("SELECT id FROM statement WHERE replaces = ? ORDER BY id DESC", id);
  return {
    id,
    n: row.n,
    current: row.current === 1,
    article,
    statement: article.reading.statements.find((one) => one.id === row.local)!,
    corrections: correctionsOf(db, id),
    ...(next && { replacedBy: next.id }),
  };
}

/** The statements of a version, or those of them that are in `only`; its article is unpacked once for all. */
export function statementsOfVersion(db: Database, version: number, only?: ReadonlySet<number>): StoredStatement[] {
  const { article: id, n } = db.get<{ article: number; n: number }>(
    "SELECT article, n FROM version WHERE id = ?",
    version,
  )!;
  const article = articleOf(db, id, n);
  const corrections = correctionsIn(db, version);
  const statements = new Map(article.reading.statements.map((one) => [one.id, one]));
  return db
    .all<{ id: number; n: number; local: string; current: number }>(
      "SELECT id, n, local, current FROM statement WHERE version = ? ORDER BY n",
      version,
    )
    .filter((row) => only?.has(row.id) ?? true)
    .map((row) => ({
      id: row.id,
      n: row.n,
      current: row.current === 1,
      article,
      statement: statements.get(row.local)!,
      corrections: corrections.get(row.id) ?? [],
    }));
}

/** Readings of the current versions, one after the other: the whole record in bounded memory. `duplicates`: copies too. */
export function* allReadings(db: Database, { duplicates = false } = {}): Generator<StoredArticle> {
  const ids = db.all<{ id: number }>(
    `SELECT id FROM article ${duplicates ? "" : "WHERE duplicate_of IS NULL"} ORDER BY id`,
  );
  for (const { id } of ids) yield articleOf(db, id);
}
