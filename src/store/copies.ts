/** An article whose words have changed in; its copies compared with it again: who is no copy any more speaks for itself. */
import { readText } from "./article-text.ts";
import type { Database } from "./database.ts";
import { COPIED, type Copy, noteBands } from "./duplicates.ts";
import { foldedWords } from "./fold.ts";
import { containment } from "./minhash.ts";
import { unpack } from "./pack.ts";
import type { Body } from "./prepared.ts";
import { indexVersion } from "./rebuild.ts";

interface CopyRow {
  readonly article: number;
  readonly version: number;
  readonly body: Uint8Array;
  readonly minhash: Uint8Array | null;
}

/** A first one, with its words. */
interface First {
  readonly article: number;
  readonly words: readonly string[];
}

/** Copies that were let go and that the next one is compared with. */
const COMPARED = 4;

/** @param of the article is itself a copy now: no copy leads to a copy */
export function settleCopies(db: Database, article: number, words: readonly string[], of: Copy | undefined): void {
  const rows = db.all<CopyRow>(
    `SELECT a.id AS article, v.id AS version, v.body, v.minhash FROM article a JOIN version v ON v.article = a.id AND v.current = 1
     WHERE a.duplicate_of = ? ORDER BY a.id`,
    article,
  );
  const firsts: First[] = [{ article: of?.article ?? article, words }];
  for (const row of rows) {
    const own = foldedWords(readText(unpack<Body>(row.body)));
    const found = firsts
      .map((first) => ({ article: first.article, similarity: containment(own, first.words) }))
      .find(({ similarity }) => similarity >= COPIED);
    db.run(
      "UPDATE article SET duplicate_of = ?, similarity = ? WHERE id = ?",
      found?.article ?? null, found?.similarity ?? null, row.article,
    ); // biome-ignore format: the values in a row
    if (found) continue;
    letGo(db, row);
    if (firsts.length <= COMPARED) firsts.push({ article: row.article, words: own });
  }
}

/** Found on its own from now on. A copy to the letter was not read for statements: `onrecord reread` does it. */
function letGo(db: Database, { version, minhash }: CopyRow): void {
  db.run("UPDATE version SET engine = '' WHERE id = ? AND engine IS NULL", version);
  if (minhash) noteBands(db, version, new Uint32Array(Uint8Array.from(minhash).buffer));
  db.run("DELETE FROM article_fts WHERE rowid = ?", version);
  indexVersion(db, version);
}
