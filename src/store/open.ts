/** A path in, an open record out: made if it is not there, brought to this program's version, refused if it is something else. */
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync } from "node:fs";
import { dirname } from "node:path";
import { OnrecordError } from "../schema/index.ts";
import type { Database } from "./database.ts";
import { guarded } from "./errors.ts";
import { MIGRATIONS, SCHEMA_VERSION } from "./migrations/index.ts";
import { connect } from "./sqlite.ts";

export interface OpenOptions {
  /** For readers: nothing is made or migrated. */
  readonly readOnly?: boolean;
  /** How long to wait for another writer, in ms; 120,000 if not given. */
  readonly waitMs?: number;
}

/** "ONRC": tells our files from other SQLite databases. */
const APPLICATION_ID = 0x4f4e5243;

/**
 * Opens a record.
 * @throws OnrecordError `store-missing`, `store-version`, `store-damaged`, `store-busy`, `store-full`, `store-read-only`
 */
export function openDatabase(path: string, { readOnly = false, waitMs }: OpenOptions = {}): Database {
  const there = existsSync(path);
  if (!there && readOnly) {
    throw new OnrecordError("store-missing", `There is no record ${path}.`, {
      hint: "Make one with onrecord add, or name another with --record.",
    });
  }
  return guarded(path, () => {
    if (there) checkFile(path);
    else mkdirSync(dirname(path), { recursive: true });
    const db = connect(path, { readOnly, ...(waitMs !== undefined && { waitMs }) });
    try {
      settle(db, path, readOnly);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

const HEADER = 100;
const MAGIC = "SQLite format 3\0";

/** What the header alone tells: whether it is a database at all, ours, and whole. A new file may still be empty. */
function checkFile(path: string): void {
  const file = openSync(path, "r");
  try {
    const header = Buffer.alloc(HEADER);
    if (fstatSync(file).size === 0) return;
    if (readSync(file, header, 0, HEADER, 0) < HEADER || header.toString("latin1", 0, 16) !== MAGIC) {
      throw damaged(path, "it is not a record of Onrecord, nor any SQLite database");
    }
    const application = header.readUInt32BE(68);
    if (application !== APPLICATION_ID && application !== 0) throw damaged(path, "it is a database of another program");
    const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
    const pages = header.readUInt32BE(28);
    // While another process carries its log over, the header is ahead of the size: the size is looked at last.
    const whole = existsSync(`${path}-wal`);
    const { size } = fstatSync(file);
    if (size < pageSize * pages && !whole) {
      throw damaged(path, `it has ${size} bytes, and its header says ${pageSize * pages}: it was cut off`);
    }
  } finally {
    closeSync(file);
  }
}

function damaged(path: string, why: string): OnrecordError {
  return new OnrecordError("store-damaged", `${path} cannot be used: ${why}.`, {
    hint: "Name another file, or go back to a backup.",
  });
}

/** Checks whose database it is and of which version, and brings an older one up. */
function settle(db: Database, path: string, readOnly: boolean): void {
  const version = versionOf(db);
  if (version > SCHEMA_VERSION) {
    throw new OnrecordError(
      "store-version",
      `The record ${path} has version ${version}; this program knows up to ${SCHEMA_VERSION}.`,
      { hint: "Install a newer onrecord." },
    );
  }
  if (version === SCHEMA_VERSION) return;
  if (readOnly) {
    throw new OnrecordError("store-version", `The record ${path} has version ${version}, an older one.`, {
      hint: "Open it once with a command that writes, e.g. onrecord doctor, to bring it up.",
    });
  }
  migrate(db, path);
}

function versionOf(db: Database): number {
  return db.get<{ user_version: number }>("PRAGMA user_version")!.user_version;
}

/** Forward only, all steps in one transaction; another process may have done it in the meantime. */
function migrate(db: Database, path: string): void {
  db.transaction(() => {
    const from = versionOf(db);
    if (from === 0) {
      const { tables } = db.get<{ tables: number }>("SELECT count(*) AS tables FROM sqlite_master")!;
      if (tables > 0) throw damaged(path, "it is a database of another program");
      db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    }
    for (const { sql } of MIGRATIONS.slice(from)) db.exec(sql);
    if (from < SCHEMA_VERSION) db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
}
