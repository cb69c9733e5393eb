/** better-sqlite3 as a Database: a file in, a connection with our settings out. */
import { createRequire } from "node:module";
import type Driver from "better-sqlite3";
import type { Database, Value } from "./database.ts";

export interface Connection {
  readonly readOnly?: boolean;
  /** How long a writer waits for another one, in ms. */
  readonly waitMs?: number;
}

/** WAL lets readers go on while one writes; FULL makes every commit survive a power cut. Not mapped into memory: a file cut short would kill the process. */
const SETTINGS = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "temp_store = MEMORY",
  "cache_size = -65536",
];

const PAGES_AT_ONCE = 2000;

/** Loaded when the first record is opened: who only reads an article does not wait for it. */
const driver = (): typeof Driver => createRequire(import.meta.url)("better-sqlite3") as typeof Driver;

/** @throws the driver's own errors: see errors.ts */
export function connect(path: string, { readOnly = false, waitMs = 120_000 }: Connection = {}): Database {
  const db = new (driver())(path, { readonly: readOnly, fileMustExist: readOnly, timeout: waitMs });
  try {
    for (const setting of SETTINGS) if (!readOnly || !setting.startsWith("journal_mode")) db.pragma(setting);
  } catch (error) {
    db.close();
    throw error;
  }
  const prepared = new Map<string, Driver.Statement>();
  const prepare = (sql: string): Driver.Statement => {
    let statement = prepared.get(sql);
    if (!statement) prepared.set(sql, (statement = db.prepare(sql)));
    return statement;
  };
  return {
    all: <T>(sql: string, ...values: Value[]) => prepare(sql).all(...values) as T[],
    get: <T>(sql: string, ...values: Value[]) => prepare(sql).get(...values) as T | undefined,
    iterate: <T>(sql: string, ...values: Value[]) => db.prepare(sql).iterate(...values) as IterableIterator<T>,
    run(sql, ...values) {
      const { lastInsertRowid, changes } = prepare(sql).run(...values);
      return { id: Number(lastInsertRowid), changes };
    },
    exec: (sql) => void db.exec(sql),
    transaction: (work) => db.transaction(work).immediate(),
    stamp: () => db.pragma("data_version", { simple: true }) as number,
    backup: (to, progress) =>
      db
        .backup(to, {
          progress: ({ remainingPages, totalPages }) => {
            progress?.(remainingPages, totalPages);
            return PAGES_AT_ONCE;
          },
        })
        .then(() => {}),
    close: () => void db.close(),
  };
}
