/** An article in, the earlier one out whose copy it is: found by MinHash bands, settled by the words themselves. */

import { readText } from "./article-text.ts";
import type { Database } from "./database.ts";
import { foldedWords } from "./fold.ts";
import { bands, containment, similarityOf } from "./minhash.ts";
import { unpack } from "./pack.ts";
import type { Body, PreparedArticle } from "./prepared.ts";

export interface Copy {
  readonly article: number;
  /** Share of its four-word shingles that the first has too. */
  readonly similarity: number;
}

/** Nine tenths of the text stand in the first one: a trimmed or lightly edited copy, not another report of the same event. */
export const COPIED = 0.9;
const ROWS = 400;
const COMPARED = 4;

/** Of its own earlier versions an article is no copy: `article` is left out. */
export function copyOf(db: Database, prepared: PreparedArticle, article: number | undefined): Copy | undefined {
  const exact = db.get<{ article: number }>(
    `SELECT coalesce(a.duplicate_of, a.id) AS article FROM version v JOIN article a ON a.id = v.article
     WHERE v.text_sha = ? AND v.current = 1 AND v.article IS NOT ? ORDER BY v.id LIMIT 1`,
    prepared.textSha, article ?? null,
  ); // biome-ignore format: the values in a row
  if (exact) return exact.article === article ? undefined : { ...exact, similarity: 1 };
  return prepared.minhash && nearCopy(db, prepared, bands(prepared.minhash), article);
}

function nearCopy(
  db: Database,
  prepared: PreparedArticle,
  hashes: readonly number[],
  article: number | undefined,
): Copy | undefined {
  const { words } = prepared;
  const met = new Map<number, number>();
  const marks = hashes.map(() => "?").join();
  for (const { version } of db.all<{ version: number }>(
    `SELECT version FROM band WHERE hash IN (${marks}) LIMIT ${ROWS}`,
    ...hashes,
  ))
    met.set(version, (met.get(version) ?? 0) + 1);
  const nearest = [...met].sort(([a, x], [b, y]) => y - x || a - b).slice(0, COMPARED);
  for (const [version] of nearest) {
    const row = db.get<NearRow>("SELECT article, words, minhash, body FROM version WHERE id = ?", version)!;
    if (row.article === article || !mayHold(prepared, row)) continue;
    const similarity = containment(words, foldedWords(readText(unpack<Body>(row.body))));
    if (similarity >= COPIED) return { article: row.article, similarity };
  }
  return undefined;
}

interface NearRow {
  readonly article: number;
  readonly words: number;
  readonly minhash: Uint8Array;
  readonly body: Uint8Array;
}

/** By so much an estimate of 128 values may be too low: four standard deviations at most. */
const SLACK = 0.18;

/** What a signature tells without the text: of two texts one of which holds the other, so much at least is shared in all. */
function mayHold({ words, minhash }: PreparedArticle, row: NearRow): boolean {
  const least = COPIED / (1 - COPIED + row.words / words.length);
  return similarityOf(minhash!, signatureFrom(row.minhash)) >= least - SLACK;
}

/** Lets later copies find this version. */
export function noteBands(db: Database, version: number, signature: Uint32Array | undefined): void {
  if (!signature) return;
  for (const hash of bands(signature)) db.run("INSERT OR IGNORE INTO band VALUES (?, ?)", hash, version);
}

/** An earlier version is no longer what copies are compared with. */
export function dropBands(db: Database, version: number, signature: Uint8Array | null): void {
  if (!signature) return;
  for (const hash of bands(signatureFrom(signature))) {
    db.run("DELETE FROM band WHERE hash = ? AND version = ?", hash, version);
  }
}

/** The bytes of a column, aligned. */
function signatureFrom(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}
