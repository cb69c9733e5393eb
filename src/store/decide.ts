/** What a person decides of speakers: two are the same, or one article's is another than the rest. Kept with who and when. */
import { OnrecordError } from "../schema/index.ts";
import { refresh } from "./correct.ts";
import type { Database } from "./database.ts";
import { foldedWords } from "./fold.ts";
import { statementsOfVersion } from "./stored.ts";

export interface Decided {
  readonly by: string;
  readonly note?: string;
}

/**
 * Two speakers are one: everything of the second goes over to the first.
 * @returns how many statements have another speaker or addressee now
 * @throws OnrecordError `no-such-id`, `bad-option`
 */
export function joinSpeakers(db: Database, keep: number, other: number, decided: Decided, now: string): number {
  if (keep === other) throw new OnrecordError("bad-option", `Speaker #${keep} is named twice; name two.`);
  return db.transaction(() => {
    for (const id of [keep, other]) checkSpeaker(db, id);
    const touched = statementsWith(db, other);
    note(db, "same", keep, other, decided, now);
    db.run(
      "UPDATE member SET speaker = ?, decided_by = 'decision', why = 'decided by a person', confidence = 1 WHERE speaker = ?",
      keep,
      other,
    );
    for (const table of ["speaker_word", "speaker_key"]) {
      db.run(`UPDATE OR IGNORE ${table} SET speaker = ? WHERE speaker = ?`, keep, other);
      db.run(`DELETE FROM ${table} WHERE speaker = ?`, other);
    }
    db.run(
      `INSERT INTO speaker_name (speaker, kind, name, articles)
       SELECT ?, CASE kind WHEN 'name' THEN 'alias' ELSE kind END, name, articles FROM speaker_name WHERE speaker = ?
       ON CONFLICT DO UPDATE SET articles = articles + excluded.articles`,
      keep,
      other,
    );
    db.run("DELETE FROM speaker_name WHERE speaker = ?", other);
    reindex(db, touched);
    return touched.length;
  });
}

/**
 * The speaker of one article is not the one that the record took it for: it becomes a speaker of its own.
 * @returns the new speaker's id
 * @throws OnrecordError `no-such-id`
 */
export function partSpeaker(db: Database, speaker: number, article: number, decided: Decided, now: string): number {
  return db.transaction(() => {
    checkSpeaker(db, speaker);
    const members = db.all<{ version: number; local: string }>(
      "SELECT m.version, m.local FROM member m JOIN version v ON v.id = m.version WHERE m.speaker = ? AND v.article = ?",
      speaker,
      article,
    );
    if (members.length === 0) {
      throw new OnrecordError("no-such-id", `Speaker #${speaker} does not speak in article ${article}.`);
    }
    const { name, type } = db.get<{ name: string; type: string }>(
      "SELECT name, type FROM speaker WHERE id = ?",
      speaker,
    )!;
    const { id } = db.run("INSERT INTO speaker (name, type) VALUES (?, ?)", name, type);
    db.run("INSERT INTO speaker_name (speaker, kind, name, articles) VALUES (?, 'name', ?, 1)", id, name);
    for (const word of new Set(foldedWords(name))) db.run("INSERT INTO speaker_word VALUES (?, 'name', ?)", word, id);
    note(db, "apart", speaker, id, decided, now);
    const touched = statementsWith(db, speaker, article);
    for (const { version, local } of members) {
      db.run(
        "UPDATE member SET speaker = ?, decided_by = 'decision', why = 'decided by a person', confidence = 1, profile = NULL WHERE version = ? AND local = ?",
        id,
        version,
        local,
      );
    }
    reindex(db, touched);
    return id;
  });
}

function checkSpeaker(db: Database, id: number): void {
  const there = db.get(
    "SELECT 1 FROM speaker s WHERE id = ? AND EXISTS (SELECT 1 FROM speaker_name n WHERE n.speaker = s.id)",
    id,
  );
  if (there) return;
  throw new OnrecordError("no-such-id", `There is no speaker #${id} in the record.`, {
    hint: "onrecord speaker NAME prints the numbers of speakers.",
  });
}

interface Touched {
  readonly id: number;
  readonly version: number;
}

/** Statements that the speaker makes or is spoken to in, in the articles that it is a speaker of. */
function statementsWith(db: Database, speaker: number, article?: number): Touched[] {
  const within = article === undefined ? "" : "AND version IN (SELECT id FROM version WHERE article = ?)";
  return db.all<Touched>(
    `SELECT id, version FROM statement WHERE version IN (SELECT version FROM member WHERE speaker = ?) AND (speaker = ? OR addressee = ?) ${within}`,
    speaker,
    speaker,
    speaker,
    ...(article === undefined ? [] : [article]),
  );
}

function reindex(db: Database, statements: readonly Touched[]): void {
  const ids = new Set(statements.map(({ id }) => id));
  for (const version of new Set(statements.map((one) => one.version))) {
    refresh(db, statementsOfVersion(db, version, ids));
  }
}

function note(
  db: Database,
  verdict: "same" | "apart",
  a: number,
  b: number,
  { by, note: text }: Decided,
  now: string,
): void {
  db.run(
    "INSERT INTO decision (verdict, a, b, made_by, made_at, note) VALUES (?, ?, ?, ?, ?, ?)",
    verdict, a, b, by, now, text ?? null,
  ); // biome-ignore format: the values in a row
}
