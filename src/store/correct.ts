/** A correction in, its statement's row and words in the indexes brought in line out. */
import type { Speaker } from "../schema/index.ts";
import { checkCorrection, correctedIn, currentValue, insertCorrection, type NewCorrection } from "./corrections.ts";
import type { Database } from "./database.ts";
import { foldedWords } from "./fold.ts";
import { prepareStatement } from "./prepared.ts";
import { indexStatement, type Shared, unindexStatements, updateRow } from "./rows.ts";
import { type StoredStatement, statementOf, statementsOfVersion } from "./stored.ts";

/**
 * Corrects fields of a statement, all or none.
 * @throws OnrecordError `no-such-id`, `bad-option`
 */
export function correctStatement(
  db: Database,
  id: number,
  corrections: readonly NewCorrection[],
  now: string,
): StoredStatement {
  for (const correction of corrections) checkCorrection(correction);
  return db.transaction(() => {
    for (const correction of corrections) {
      const { statement } = statementOf(db, id);
      insertCorrection(db, id, correction, currentValue(statement, checkCorrection(correction)), now);
    }
    const corrected = statementOf(db, id);
    refresh(db, [corrected]);
    return corrected;
  });
}

/** Writes the rows and the index of statements of one version anew, as corrected. */
export function refresh(db: Database, statements: readonly StoredStatement[]): void {
  const [first] = statements;
  if (!first) return;
  const row = db.get<{ version: number; publisher: number | null; published: string | null }>(
    "SELECT version, publisher, published FROM statement WHERE id = ?",
    first.id,
  )!;
  const speakers = membersOf(db, row.version);
  const shared = { ...row, duplicate: first.article.duplicateOf !== undefined, speakers };
  for (const one of statements) refreshOne(db, one, shared);
}

function refreshOne(
  db: Database,
  { id, n, statement, current, article, corrections }: StoredStatement,
  shared: Shared & { readonly speakers: Map<string, number> },
): void {
  const named = corrections.some(({ field }) => field === "speaker") && statement.speaker;
  const local = named
    ? localOf(db, shared.version, shared.speakers, statement.speaker!.name, named.type)
    : statement.speaker?.speaker;
  const { speaker: _, ...rest } = prepareStatement(statement, article.reading.article.text);
  const prepared = { ...rest, ...(local !== undefined && { speaker: local }) };
  updateRow(db, id, prepared, n, shared);
  if (!current) return;
  unindexStatements(db, [{ id, content: prepared.content }]);
  indexStatement(db, id, prepared, shared);
}

/** Brings those statements of a version that people have corrected in line with what they said. */
export function refreshCorrected(db: Database, version: number): void {
  const corrected = new Set(correctedIn(db, version));
  if (corrected.size > 0) refresh(db, statementsOfVersion(db, version, corrected));
}

export function membersOf(db: Database, version: number): Map<string, number> {
  const rows = db.all<{ local: string; speaker: number }>(
    "SELECT local, speaker FROM member WHERE version = ?",
    version,
  );
  return new Map(rows.map(({ local, speaker }) => [local, speaker]));
}

/** The member of the version by that name: one of its own speakers, or one of the record, or a new one. */
function localOf(
  db: Database,
  version: number,
  speakers: Map<string, number>,
  name: string,
  type: Speaker["type"],
): string {
  const local = `named ${name}`;
  const known = db.get<{ speaker: number }>(
    "SELECT speaker FROM speaker_name WHERE name = ? AND kind <> 'role' ORDER BY articles DESC, speaker LIMIT 1",
    name,
  )?.speaker;
  const speaker = known ?? db.run("INSERT INTO speaker (name, type) VALUES (?, ?)", name, type).id;
  if (known === undefined) {
    db.run("INSERT INTO speaker_name (speaker, kind, name, articles) VALUES (?, 'name', ?, 1)", speaker, name);
    for (const word of new Set(foldedWords(name)))
      db.run("INSERT OR IGNORE INTO speaker_word VALUES (?, 'name', ?)", word, speaker);
  }
  db.run(
    "INSERT OR REPLACE INTO member (version, local, speaker, face, decided_by, why, confidence) VALUES (?, ?, ?, ?, 'correction', 'named by a person', 1)",
    version,
    local,
    speaker,
    speaker,
  );
  speakers.set(local, speaker);
  return local;
}
