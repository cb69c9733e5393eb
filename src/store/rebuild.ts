/** Makes the full-text indexes and the fingerprints anew, from what is kept: what a doctor can mend. */
import { readText } from "./article-text.ts";
import { refresh } from "./correct.ts";
import type { Database } from "./database.ts";
import { indexedText } from "./fold.ts";
import { indexArticle } from "./rows.ts";
import { articleFromRow, statementsOfVersion, VERSION_COLUMNS, VERSIONS, type VersionRow } from "./stored.ts";

/** All or nothing. `progress` is told how many of how many articles are done. */
export function rebuildIndexes(db: Database, progress: (done: number, total: number) => void = () => {}): void {
  db.transaction(() => {
    for (const table of ["statement_fts", "article_fts"])
      db.run(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
    db.exec("DELETE FROM fingerprint");
    const versions = db.all<{ id: number }>("SELECT id FROM version WHERE current = 1 ORDER BY id");
    versions.forEach(({ id }, i) => {
      indexVersion(db, id);
      progress(i + 1, versions.length);
    });
  });
}

/** The words of a version and of its statements, into indexes that hold nothing of it. */
export function indexVersion(db: Database, version: number): void {
  const row = db.get<VersionRow>(`SELECT ${VERSION_COLUMNS} FROM ${VERSIONS} WHERE v.id = ?`, version)!;
  const { publisher, duplicate } = db.get<{ publisher: number | null; duplicate: number }>(
    "SELECT v.publisher, a.duplicate_of IS NOT NULL AS duplicate FROM version v JOIN article a ON a.id = v.article WHERE v.id = ?",
    version,
  )!;
  const article = articleFromRow(row);
  const { title, language } = article;
  indexArticle(db, {
    version,
    title,
    language,
    publisher,
    folded: indexedText(readText(article)),
    duplicate: duplicate === 1,
  });
  refresh(db, statementsOfVersion(db, version));
}
