/** A stored version and a newer reading of it in, its statements brought up out: who has the same words keeps the id and what people decided. */

import type { Article, Statement } from "../schema/index.ts";
import { pairStatements, summary } from "./changes.ts";
import { membersOf, refreshCorrected } from "./correct.ts";
import { correctionsIn } from "./corrections.ts";
import type { Database } from "./database.ts";
import type { Added } from "./outcome.ts";
import { pack, unpack } from "./pack.ts";
import {
  IMPORTED,
  type PreparedReading,
  type PreparedStatement,
  prepareStatement,
  type ReadingBody,
  versionSha,
} from "./prepared.ts";
import { indexStatement, insertStatement, type Shared, unindexStatements, updateRow } from "./rows.ts";
import type { SpeakerDesk } from "./speakers.ts";
import { articleFromRow, readingFromRow, VERSION_COLUMNS, VERSIONS, type VersionRow } from "./stored.ts";

export interface Reread {
  readonly article: number;
  readonly title?: string;
  readonly changes: NonNullable<Added["changes"]>;
  /** Of the statements whose words are the same: those of another speaker, type, date … */
  readonly revised: number;
}

/** What people have annotated is not read again. */
const STALE = `current = 1 AND engine IS NOT NULL AND engine <> ? AND engine NOT LIKE '${IMPORTED}%'`;

/** The next current versions that another engine has read, by id. */
export function staleVersions(db: Database, engine: string, after: number, limit: number): number[] {
  return db
    .all<{ id: number }>(`SELECT id FROM version WHERE ${STALE} AND id > ? ORDER BY id LIMIT ?`, engine, after, limit)
    .map(({ id }) => id);
}

/** The text of a version; undefined if there is no such version. */
export function articleOfVersion(db: Database, version: number): Article | undefined {
  const row = db.get<VersionRow>(`SELECT ${VERSION_COLUMNS} FROM ${VERSIONS} WHERE v.id = ?`, version);
  return row && articleFromRow(row);
}

export function countStale(db: Database, engine: string): number {
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM version WHERE ${STALE}`, engine)!.n;
}

/** Another process may have stored a newer text since the version was read. */
function isCurrent(db: Database, version: number): boolean {
  return db.get("SELECT 1 FROM version WHERE id = ? AND current = 1", version) !== undefined;
}

/** Stores newer readings of these versions, in one transaction; those that are no longer current are passed over. */
export function storeReadings(
  db: Database,
  desk: SpeakerDesk,
  readings: readonly (readonly [version: number, PreparedReading])[],
): Reread[] {
  return db.transaction(() =>
    readings.flatMap(([version, prepared]) =>
      isCurrent(db, version) ? [storeReading(db, desk, version, prepared)] : [],
    ),
  );
}

interface OldRow {
  readonly id: number;
  readonly local: string;
  readonly content: string;
  readonly kind: string;
  /** What a reading says beside the words, to tell whether another one says the same. */
  readonly fields: string;
}

const OLD_ROWS = `SELECT id, local, content, kind, json_array(kind, act, type, level, speaker, addressee, said_from, said_to, flags) AS fields
  FROM statement WHERE version = ? ORDER BY n`;

function storeReading(db: Database, desk: SpeakerDesk, version: number, fresh: PreparedReading): Reread {
  const row = db.get<VersionRow>(`SELECT ${VERSION_COLUMNS} FROM ${VERSIONS} WHERE v.id = ?`, version)!;
  const before = db.all<OldRow>(OLD_ROWS, version);
  const pairs = pairStatements(before, fresh.statements);
  const corrected = correctionsIn(db, version);
  const held = pairs.gone.filter((place) => corrected.has(before[place]!.id));
  const reading = withHeld(
    row,
    fresh,
    held.map((place) => before[place]!.local),
  );
  unindexStatements(db, before);
  const members = takeMembers(db, row);
  desk.forget(members.values());
  const shared = sharedOf(db, version, desk.place(version, fresh.speakers, members));
  db.run(
    "UPDATE version SET reading = ?, engine = ?, sha = ? WHERE id = ?",
    reading.reading, reading.engine, versionSha(row.body, reading.reading), version,
  ); // biome-ignore format: the values in a row
  // Numbers are unique within a version: make room before the rows take their new ones.
  db.run("UPDATE statement SET n = -n WHERE version = ?", version);
  const gone = pairs.gone.filter((place) => !corrected.has(before[place]!.id));
  for (const place of gone) drop(db, before[place]!.id);
  const idOf = (place: number): number | undefined => {
    const old = place < fresh.statements.length ? pairs.kept.get(place)?.old : held[place - fresh.statements.length];
    return old === undefined ? undefined : before[old]!.id;
  };
  reading.statements.forEach((statement, place) => {
    upsert(db, idOf(place), statement, place + 1, shared);
  });
  refreshCorrected(db, version);
  const after = new Map(db.all<OldRow>(OLD_ROWS, version).map((one) => [one.id, one]));
  const revised = before.filter((one) => isRevised(one, after.get(one.id))).length;
  return {
    article: row.article,
    ...(row.title !== null && { title: row.title }),
    changes: summary({ kept: pairs.kept, gone }, fresh.statements.length),
    revised,
  };
}

const isRevised = (before: OldRow, after: OldRow | undefined): boolean =>
  after !== undefined && after.content === before.content && after.fields !== before.fields;

/** What a person has corrected stays, though the engine no longer finds it: its words and all that was said of it. */
function withHeld(row: VersionRow, fresh: PreparedReading, held: readonly string[]): PreparedReading {
  if (held.length === 0) return fresh;
  const old = readingFromRow(row);
  const kept = old.statements.filter(({ id }) => held.includes(id)).map((one, i) => ownId(one, i));
  const body = unpack<ReadingBody>(fresh.reading);
  return {
    ...fresh,
    reading: pack({ ...body, statements: [...body.statements, ...kept] } satisfies ReadingBody),
    statements: [...fresh.statements, ...kept.map((one) => prepareStatement(one, old.article.text))],
  };
}

/** Ids of another reading's speakers and statements mean others now: the names stay. */
function ownId({ parent: _, ...one }: Statement, i: number): Statement {
  const { speaker, addressee } = one;
  const nameOnly = <T extends { speaker?: string | undefined }>({ speaker: __, ...party }: T) =>
    party as Omit<T, "speaker">;
  return {
    ...one,
    id: `kept${i + 1}`,
    ...(speaker && { speaker: nameOnly(speaker) }),
    ...(addressee && { addressee: nameOnly(addressee) }),
  };
}

function sharedOf(db: Database, version: number, speakers: ReadonlyMap<string, number>): Shared {
  const row = db.get<{ publisher: number | null; published: string | null; duplicate_of: number | null }>(
    "SELECT v.publisher, v.published, a.duplicate_of FROM version v JOIN article a ON a.id = v.article WHERE v.id = ?",
    version,
  )!;
  return { version, ...row, duplicate: row.duplicate_of !== null, speakers };
}

/** Takes the version's members out, and tells by name who they were. */
function takeMembers(db: Database, row: VersionRow): Map<string, number> {
  const members = membersOf(db, row.id);
  db.run("DELETE FROM member WHERE version = ? AND decided_by <> 'correction'", row.id);
  const named = readingFromRow(row).speakers.map(({ id, name }) => [name, members.get(id)] as const);
  return new Map(named.filter((one): one is readonly [string, number] => one[1] !== undefined));
}

function upsert(db: Database, id: number | undefined, s: PreparedStatement, n: number, shared: Shared): void {
  if (id === undefined) insertStatement(db, s, n, shared, undefined);
  else {
    updateRow(db, id, s, n, shared);
    indexStatement(db, id, s, shared);
  }
}

function drop(db: Database, id: number): void {
  db.run("UPDATE statement SET replaces = (SELECT replaces FROM statement WHERE id = ?) WHERE replaces = ?", id, id);
  db.run("DELETE FROM statement WHERE id = ?", id);
}
