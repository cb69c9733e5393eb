/** Issues: topics, each with the query that finds its statements. */
import { OnrecordError } from "../schema/index.ts";
import type { Database } from "./database.ts";

export interface Issue {
  readonly name: string;
  readonly query: string;
}

export function issuesOf(db: Database): Issue[] {
  return db.all<Issue>("SELECT name, query FROM issue ORDER BY name");
}

/** Sets the query of an issue, new or known. */
export function setIssue(db: Database, { name, query }: Issue): void {
  db.run(
    "INSERT INTO issue (name, query) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET query = excluded.query",
    name,
    query,
  );
}

/** @throws OnrecordError `no-such-id` */
export function removeIssue(db: Database, name: string): void {
  if (db.run("DELETE FROM issue WHERE name = ?", name).changes > 0) return;
  const known = issuesOf(db).map((one) => `“${one.name}”`);
  throw new OnrecordError("no-such-id", `There is no issue “${name}” in the record.`, {
    hint: known.length > 0 ? `There are: ${known.join(", ")}.` : "There are none yet.",
  });
}
