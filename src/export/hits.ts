/** Statements that were found, for programs: one a row as CSV, one a line as JSON Lines. */
import type { StatementHit } from "../schema/index.ts";
import type { Cell } from "./columns.ts";
import { encode } from "./csv.ts";

/** The columns in their order. New ones are only ever added at the end. */
const COLUMNS: Readonly<Record<string, (hit: StatementHit) => Cell>> = {
  number: (hit) => hit.number,
  speaker: (hit) => hit.speaker?.name,
  speaker_type: (hit) => hit.speaker?.type,
  addressee: (hit) => hit.addressee?.name,
  content: (hit) => hit.content,
  kind: (hit) => hit.kind,
  act: (hit) => hit.act,
  type: (hit) => hit.type,
  level: (hit) => hit.level,
  said_at: (hit) => hit.saidAt,
  negated: (hit) => hit.flags.includes("negated"),
  hypothetical: (hit) => hit.flags.includes("hypothetical"),
  historical: (hit) => hit.flags.includes("historical"),
  conditional: (hit) => hit.flags.includes("conditional"),
  duplicate: (hit) => hit.flags.includes("duplicate"),
  confidence: (hit) => hit.confidence,
  article_number: (hit) => hit.article.number,
  article: (hit) => hit.article.id,
  title: (hit) => hit.article.title,
  publisher: (hit) => hit.article.publisher,
  url: (hit) => hit.article.url,
  published: (hit) => hit.article.published,
  statement: (hit) => hit.id,
  score: (hit) => hit.score,
};

/** Header and rows. */
export function hitsCsv(hits: readonly StatementHit[]): string {
  const columns = Object.values(COLUMNS);
  return encode([Object.keys(COLUMNS), ...hits.map((hit) => columns.map((column) => column(hit)))]);
}

/** Any results, one a line. */
export function resultsJsonl(results: readonly object[]): string {
  return results.map((one) => `${JSON.stringify(one)}\n`).join("");
}
