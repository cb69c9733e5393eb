/** Statements of a version as rows, and their words in the indexes. */
import type { Database } from "./database.ts";
import { FLAGS, facet } from "./facets.ts";
import { foldedWords, indexedText } from "./fold.ts";
import type { PreparedReading, PreparedStatement } from "./prepared.ts";
import { fingerprints } from "./shingles.ts";

/** What all statements of a version share. */
export interface Shared {
  readonly version: number;
  readonly publisher: number | null;
  readonly published: string | null;
  readonly duplicate: boolean;
  /** Ids in the record of the article's speakers. */
  readonly speakers: ReadonlyMap<string, number>;
}

const COLUMNS =
  "version, n, local, current, content, kind, act, type, level, speaker, addressee, publisher, said_from, said_to, published, flags, confidence, replaces";

const UPDATE = `UPDATE statement SET ${COLUMNS.split(", ")
  .filter((name) => name !== "current" && name !== "replaces")
  .map((name) => `${name} = ?`)
  .join()} WHERE id = ?`;

/** `replaces`: id of the statement of the version before whose place the one at this place takes. */
export function insertStatements(
  db: Database,
  { statements }: PreparedReading,
  shared: Shared,
  replaces: (place: number) => number | undefined = () => undefined,
): void {
  statements.forEach((statement, place) => {
    insertStatement(db, statement, place + 1, shared, replaces(place));
  });
}

export function insertStatement(
  db: Database,
  statement: PreparedStatement,
  n: number,
  shared: Shared,
  replaces: number | undefined,
): void {
  indexStatement(db, insertRow(db, statement, n, shared, replaces), statement, shared);
}

function insertRow(
  db: Database,
  s: PreparedStatement,
  n: number,
  shared: Shared,
  replaces: number | undefined,
): number {
  return db.run(
    `INSERT INTO statement (${COLUMNS}) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...valuesOf(s, n, shared),
    replaces ?? null,
  ).id;
}

/** The columns that a reading decides. */
function valuesOf(s: PreparedStatement, n: number, { version, publisher, published, duplicate, speakers }: Shared) {
  const speaker = s.speaker === undefined ? null : (speakers.get(s.speaker) ?? null);
  const addressee = s.addressee === undefined ? null : (speakers.get(s.addressee) ?? null);
  const flags = s.flags | (duplicate ? FLAGS.duplicate : 0);
  return [
    version, n, s.local, s.content, s.kind, s.act, s.type, s.level, speaker, addressee, publisher,
    s.saidFrom ?? null, s.saidTo ?? null, published, flags, s.confidence,
  ] as const; // biome-ignore format: in the order of the columns
}

/** The statement's words, under its id. */
export function indexStatement(db: Database, id: number, s: PreparedStatement, shared: Shared): void {
  const { publisher, duplicate, speakers } = shared;
  const [speaker, addressee] = [s.speaker, s.addressee].map((local) => local && speakers.get(local));
  const facets = [
    ...s.facets,
    ...(speaker ? [facet("speaker", speaker)] : []),
    ...(addressee ? [facet("addressee", addressee)] : []),
    ...(publisher === null ? [] : [facet("publisher", publisher)]),
    ...(duplicate ? [facet("flag", "duplicate")] : []),
  ];
  db.run(
    "INSERT INTO statement_fts (rowid, content, who, facets) VALUES (?, ?, ?, ?)",
    id,
    s.folded,
    s.who,
    facets.join(" "),
  );
  for (const hash of s.fingerprints) db.run("INSERT OR IGNORE INTO fingerprint VALUES (?, ?)", hash, id);
}

/** Gives a known row what another reading says of it. */
export function updateRow(db: Database, id: number, s: PreparedStatement, n: number, shared: Shared): void {
  db.run(UPDATE, ...valuesOf(s, n, shared), id);
}

/** Takes statements out of the indexes: they stay as rows, and are found no more. */
export function unindexStatements(
  db: Database,
  rows: readonly { readonly id: number; readonly content: string }[],
): void {
  for (const { id, content } of rows) {
    db.run("DELETE FROM statement_fts WHERE rowid = ?", id);
    for (const hash of fingerprints(foldedWords(content))) {
      db.run("DELETE FROM fingerprint WHERE hash = ? AND statement = ?", hash, id);
    }
  }
}

/** What is looked for in an article. */
export interface ArticleWords {
  readonly version: number;
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly publisher: number | null;
  readonly folded: string;
  readonly duplicate: boolean;
}

/** The article's words, under the id of its version. */
export function indexArticle(
  db: Database,
  { version, title, language, publisher, folded, duplicate }: ArticleWords,
): void {
  const facets = [
    ...(publisher === null ? [] : [facet("publisher", publisher)]),
    ...(language === undefined ? [] : [facet("language", language)]),
    ...(duplicate ? [facet("flag", "duplicate")] : []),
  ];
  db.run(
    "INSERT INTO article_fts (rowid, title, body, facets) VALUES (?, ?, ?, ?)",
    version,
    indexedText(title ?? ""),
    folded,
    facets.join(" "),
  );
}
