/** A small record in memory, filled with rows as the store writes them. */
import { deflateRawSync } from "node:zlib";
import type { Database } from "../../src/store/database.ts";
import { FLAGS, type Flag, facet } from "../../src/store/facets.ts";
import { foldedWords } from "../../src/store/fold.ts";
import { MIGRATIONS } from "../../src/store/migrations/index.ts";
import { fingerprints } from "../../src/store/shingles.ts";
import { connect } from "../../src/store/sqlite.ts";

export interface SeedStatement {
  readonly content: string;
  readonly speaker?: string;
  readonly addressee?: string;
  readonly type?: string;
  readonly kind?: string;
  readonly act?: string;
  readonly level?: string;
  readonly said?: readonly [from: string, to?: string];
  readonly flags?: readonly Flag[];
  readonly confidence?: number;
}

export interface SeedArticle {
  readonly id: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  readonly language?: string;
  /** The contents joined by line breaks if not given. */
  readonly text?: string;
  /** The id of the article that this one is a copy of. */
  readonly copyOf?: string;
  /** Of an article that has a newer version. */
  readonly old?: boolean;
  readonly statements: readonly SeedStatement[];
}

export interface SeedSpeaker {
  readonly name: string;
  readonly type?: string;
  readonly aliases?: readonly string[];
  readonly roles?: readonly string[];
}

export function emptyRecord(): Database {
  const db = connect(":memory:");
  for (const { sql } of MIGRATIONS) db.exec(sql);
  return db;
}

export function seeded(articles: readonly SeedArticle[], speakers: readonly SeedSpeaker[] = []): Database {
  const db = emptyRecord();
  const known = new Map<string, number>();
  for (const speaker of speakers) known.set(speaker.name, addSpeaker(db, speaker));
  for (const article of articles) addArticle(db, article, known);
  return db;
}

function addSpeaker(db: Database, { name, type = "person", aliases = [], roles = [] }: SeedSpeaker): number {
  const { id } = db.run("INSERT INTO speaker (name, type) VALUES (?, ?)", name, type);
  const names = [["name", name], ...aliases.map((alias) => ["alias", alias]), ...roles.map((role) => ["role", role])];
  for (const [kind, text] of names as [string, string][]) {
    db.run("INSERT OR IGNORE INTO speaker_name VALUES (?, ?, ?, 1)", id, kind, text);
    for (const word of foldedWords(text)) db.run("INSERT OR IGNORE INTO speaker_word VALUES (?, ?, ?)", word, kind, id);
  }
  return id;
}

function publisherId(db: Database, name: string): number {
  const found = db.get<{ id: number }>("SELECT id FROM publisher WHERE name = ?", name);
  return found?.id ?? db.run("INSERT INTO publisher (name) VALUES (?)", name).id;
}

const packed = (value: unknown): Uint8Array => deflateRawSync(JSON.stringify(value));

/** Blocks and statements of the text: every content is a line of its own. */
function stored(article: SeedArticle) {
  const text = article.text ?? article.statements.map(({ content }) => content).join("\n");
  let from = 0;
  const blocks = text.split("\n").map((line) => {
    const block = { start: from, end: from + line.length, kind: "body", by: "test" };
    from += line.length + 1;
    return block;
  });
  const statements = article.statements.map(({ content }, i) => {
    const start = text.indexOf(content);
    return { id: `s${i + 1}`, content: start < 0 ? [] : [{ start, end: start + content.length }] };
  });
  return { body: { text, blocks, offsetMap: { origin: "text", runs: [] }, messages: [] }, statements };
}

function addArticle(db: Database, article: SeedArticle, speakers: Map<string, number>): void {
  const { body, statements } = stored(article);
  const copied =
    article.copyOf && db.get<{ id: number }>("SELECT id FROM article WHERE identity = ?", article.copyOf)!.id;
  const { id } = db.run(
    "INSERT INTO article (identity, duplicate_of, added_at) VALUES (?, ?, '2026-01-01')",
    article.id,
    copied || null,
  );
  const publisher = article.publisher === undefined ? null : publisherId(db, article.publisher);
  const version = db.run(
    `INSERT INTO version (article, n, current, name, article_key, title, publisher, url, published, language, words,
       text_sha, body, reading, sha, added_at) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, x'00', ?, ?, x'00', '2026-01-01')`,
    id,
    article.old ? 0 : 1,
    `${article.id}.html`,
    article.id,
    article.title ?? null,
    publisher,
    article.url ?? null,
    article.published ?? null,
    article.language ?? null,
    foldedWords(body.text).length,
    packed(body),
    packed({ statements, speakers: [], messages: [] }),
  ).id;
  if (!article.old) {
    const facets = [
      ...(publisher === null ? [] : [facet("publisher", publisher)]),
      ...(article.language === undefined ? [] : [facet("language", article.language)]),
      ...(copied ? [facet("flag", "duplicate")] : []),
    ];
    db.run(
      "INSERT INTO article_fts (rowid, title, body, facets) VALUES (?, ?, ?, ?)",
      version,
      foldedWords(article.title ?? "").join(" "),
      foldedWords(body.text).join(" "),
      facets.join(" "),
    );
  }
  article.statements.forEach((statement, n) => {
    addStatement(db, article, { version, publisher, n, copied: Boolean(copied) }, statement, speakers);
  });
}

function addStatement(
  db: Database,
  article: SeedArticle,
  { version, publisher, n, copied }: { version: number; publisher: number | null; n: number; copied: boolean },
  statement: SeedStatement,
  speakers: Map<string, number>,
): void {
  const idOf = (name: string | undefined): number | null => {
    if (name === undefined) return null;
    if (!speakers.has(name)) speakers.set(name, addSpeaker(db, { name }));
    return speakers.get(name)!;
  };
  const [speaker, addressee] = [idOf(statement.speaker), idOf(statement.addressee)];
  const { kind = "direct", act = "speech", type = "assertion", level = "named" } = statement;
  const flags = [...(statement.flags ?? []), ...(copied ? (["duplicate"] as const) : [])];
  const { id } = db.run(
    `INSERT INTO statement (version, n, local, current, content, kind, act, type, level, speaker, addressee, publisher,
       said_from, said_to, published, flags, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    version,
    n + 1,
    `s${n + 1}`,
    article.old ? 0 : 1,
    statement.content,
    kind,
    act,
    type,
    level,
    speaker,
    addressee,
    publisher,
    statement.said?.[0] ?? null,
    statement.said?.[1] ?? statement.said?.[0] ?? null,
    article.published ?? null,
    flags.reduce((bits, flag) => bits | FLAGS[flag], 0),
    statement.confidence ?? 0.9,
  );
  if (article.old) return;
  const facets = [
    ...(speaker === null ? [] : [facet("speaker", speaker)]),
    ...(addressee === null ? [] : [facet("addressee", addressee)]),
    ...(publisher === null ? [] : [facet("publisher", publisher)]),
    facet("type", type),
    facet("kind", kind),
    facet("act", act),
    facet("level", level),
    ...flags.map((flag) => facet("flag", flag)),
  ];
  const words = foldedWords(statement.content);
  db.run(
    "INSERT INTO statement_fts (rowid, content, who, facets) VALUES (?, ?, ?, ?)",
    id,
    words.join(" "),
    foldedWords(`${statement.speaker ?? ""} ${statement.addressee ?? ""}`).join(" "),
    facets.join(" "),
  );
  for (const hash of fingerprints(words)) db.run("INSERT OR IGNORE INTO fingerprint VALUES (?, ?)", hash, id);
}
