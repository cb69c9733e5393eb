/** A record in, what is wrong with it out: the database's own checks, and that every row, index and blob agree. */
import type { Database } from "./database.ts";
import { unpack } from "./pack.ts";
import { contentOf, versionSha } from "./prepared.ts";
import { readingFromRow, VERSION_COLUMNS, VERSIONS, type VersionRow } from "./stored.ts";

export interface Fault {
  /** database, index, article or statement */
  readonly where: string;
  readonly what: string;
  /** Whether `repair` mends it: the indexes can be made anew from what is kept. */
  readonly mendable: boolean;
}

export interface Checkup {
  readonly articles: number;
  readonly versions: number;
  readonly statements: number;
  readonly speakers: number;
  readonly faults: readonly Fault[];
}

/** Faults told of one kind: a damaged record may have as many as rows. */
const MOST = 20;

/** `progress` is told how many of how many versions are checked. Nothing is changed. */
export function checkRecord(db: Database, progress: (done: number, total: number) => void = () => {}): Checkup {
  const count = (table: string): number => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n;
  const [articles, versions, statements, speakers] = ["article", "version", "statement", "speaker"].map(count);
  const faults = [
    ...databaseFaults(db),
    ...indexFaults(db),
    ...rowFaults(db),
    ...versionFaults(db, versions!, progress),
  ];
  return { articles: articles!, versions: versions!, statements: statements!, speakers: speakers!, faults };
}

const fault = (where: string, what: string, mendable = false): Fault => ({ where, what, mendable });

function databaseFaults(db: Database): Fault[] {
  const integrity = db
    .all<{ integrity_check: string }>(`PRAGMA integrity_check(${MOST})`)
    .map((row) => row.integrity_check)
    .filter((line) => line !== "ok");
  const keys = db.all<{ table: string; parent: string }>("PRAGMA foreign_key_check").slice(0, MOST);
  return [
    ...integrity.map((line) => fault("database", line)),
    ...keys.map(({ table, parent }) => fault("database", `a row of ${table} names a ${parent} that is not there`)),
  ];
}

/** The full-text tables check themselves, and must hold exactly the rows that may be found. */
function indexFaults(db: Database): Fault[] {
  const faults: Fault[] = [];
  for (const table of ["statement_fts", "article_fts"]) {
    try {
      db.run(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`);
    } catch (error) {
      if (/^SQLITE_(?:READONLY|BUSY|FULL)/.test((error as { code?: string }).code ?? "")) throw error;
      faults.push(fault("index", `${table}: ${(error as Error).message}`, true));
    }
  }
  for (const [table, rows] of [
    ["statement_fts", "statement"],
    ["article_fts", "version"],
  ] as const) {
    const missing = db.get<{ n: number }>(
      `SELECT count(*) AS n FROM ${rows} WHERE current = 1 AND id NOT IN (SELECT id FROM ${table}_docsize)`,
    )!.n;
    const stale = db.get<{ n: number }>(
      `SELECT count(*) AS n FROM ${table}_docsize WHERE id NOT IN (SELECT id FROM ${rows} WHERE current = 1)`,
    )!.n;
    if (missing > 0)
      faults.push(fault("index", `${missing} rows of ${rows} cannot be found: ${table} lacks them`, true));
    if (stale > 0) faults.push(fault("index", `${table} has ${stale} rows that ${rows} does not`, true));
  }
  return faults;
}

function rowFaults(db: Database): Fault[] {
  const lost = db.all<{ id: number; n: number }>(
    `SELECT a.id, (SELECT count(*) FROM version v WHERE v.article = a.id AND v.current = 1) AS n FROM article a
     WHERE n <> 1 LIMIT ${MOST}`,
  );
  const chained = db.all<{ id: number }>(
    `SELECT a.id FROM article a JOIN article b ON b.id = a.duplicate_of WHERE b.duplicate_of IS NOT NULL LIMIT ${MOST}`,
  );
  const astray = db.all<{ id: number }>(
    `SELECT s.id FROM statement s JOIN version v ON v.id = s.version WHERE s.current <> v.current LIMIT ${MOST}`,
  );
  const unsaid = db.all<{ id: number }>(
    `SELECT id FROM statement WHERE version NOT IN (SELECT id FROM version) LIMIT ${MOST}`,
  );
  return [
    ...lost.map(({ id, n }) => fault("article", `article ${id} has ${n} current versions instead of one`)),
    ...chained.map(({ id }) => fault("article", `article ${id} is the copy of a copy`)),
    ...astray.map(({ id }) =>
      fault("statement", `statement ${id} is current and its version is not, or the other way round`),
    ),
    ...unsaid.map(({ id }) => fault("statement", `statement ${id} belongs to no version`)),
  ];
}

function versionFaults(db: Database, total: number, progress: (done: number, total: number) => void): Fault[] {
  const faults: Fault[] = [];
  let done = 0;
  for (const row of db.iterate<VersionRow>(`SELECT ${VERSION_COLUMNS} FROM ${VERSIONS} ORDER BY v.id`)) {
    const what = versionFault(db, row);
    if (what !== undefined && faults.length < MOST) {
      faults.push(fault("article", `article ${row.article}, version ${row.n}: ${what}`));
    }
    progress(++done, total);
  }
  return faults;
}

function versionFault(db: Database, row: VersionRow): string | undefined {
  if (Buffer.compare(versionSha(row.body, row.reading), row.sha) !== 0)
    return "its text or its reading was changed outside of Onrecord";
  try {
    unpack(row.body);
    return statementFault(db, row);
  } catch (error) {
    return `it cannot be unpacked (${(error as Error).message})`;
  }
}

/** Every row has its statement in the reading, with the same words. */
function statementFault(db: Database, row: VersionRow): string | undefined {
  const { statements, article } = readingFromRow(row);
  const rows = db.all<{ local: string; content: string }>(
    "SELECT local, content FROM statement WHERE version = ?",
    row.id,
  );
  if (rows.length !== statements.length)
    return `it has ${rows.length} statements in the table and ${statements.length} in its reading`;
  const contents = new Map(rows.map(({ local, content }) => [local, content]));
  const wrong = statements.find((one) => contents.get(one.id) !== contentOf(one, article.text));
  return wrong && `the words of statement ${wrong.id} are not those of its text`;
}
