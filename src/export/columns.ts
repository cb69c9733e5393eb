/** The columns of the flat formats (CSV, Parquet): one statement a row, each cell with its type. */
import type { Reading, Span, Statement } from "../schema/index.ts";
import { wordsOf } from "./words.ts";

export type Cell = string | number | boolean | undefined;
export type CellType = "string" | "integer" | "number" | "boolean" | "date";

export interface Column {
  readonly type: CellType;
  of(s: Statement, reading: Reading, n: number): Cell;
}

const text = (of: Column["of"]): Column => ({ type: "string", of });
const share = (of: (s: Statement) => number | undefined): Column => ({ type: "number", of });
const flag = (of: (s: Statement) => boolean | undefined): Column => ({ type: "boolean", of });
const words = (of: (s: Statement) => readonly Span[]): Column => text((s, r) => wordsOf(r.article.text, of(s)));
const offsets = (of: (s: Statement) => readonly Span[]): Column =>
  text((s) =>
    of(s)
      .map(({ start, end }) => `${start}-${end}`)
      .join(" "),
  );

/** In their order. New ones are only ever added at the end. */
export const COLUMNS: Readonly<Record<string, Column>> = {
  article: text((_, r) => r.article.id),
  title: text((_, r) => r.article.title),
  publisher: text((_, r) => r.article.publisher),
  published: text((_, r) => r.article.published),
  url: text((_, r) => r.article.url),
  n: { type: "integer", of: (_, _r, n) => n },
  statement: text((s) => s.id),
  speaker: text((s) => s.speaker?.name),
  speaker_type: text((s) => s.speaker?.type),
  source: words((s) => s.source),
  cue: words((s) => s.cue),
  content: words((s) => s.content),
  kind: text((s) => s.kind),
  form: text((s) => s.form),
  act: text((s) => s.act),
  type: text((s) => s.type),
  said_at: text((s) => s.saidAt?.value),
  said_at_implied: flag((s) => s.saidAt?.implied),
  addressee: text((s) => s.addressee?.name),
  via: text((s) => s.via?.name),
  where: text((s) => s.where?.name),
  level: text((s) => s.level),
  condition: words((s) => s.conditions),
  condition_kind: text((s) => s.conditions.map((c) => c.kind).join(" ")),
  probability: share((s) => s.probability?.value),
  negated: flag((s) => s.negated),
  hypothetical: flag((s) => s.hypothetical),
  historical: flag((s) => s.historical),
  answered: flag((s) => s.answered),
  parent: text((s) => s.parent),
  confidence: share((s) => s.confidence),
  speaker_confidence: share((s) => s.speaker?.confidence),
  type_confidence: share((s) => s.typeConfidence),
  source_span: offsets((s) => s.source),
  cue_span: offsets((s) => s.cue),
  content_span: offsets((s) => s.content),
  input: text((_, r) => r.input),
  source_confidence: share((s) => s.spanConfidence?.source),
  cue_confidence: share((s) => s.spanConfidence?.cue),
  content_confidence: share((s) => s.spanConfidence?.content),
  condition_span: offsets((s) => s.conditions),
};

/** A column's value for every statement: one row each, cells in the order of the columns. */
export function rowsOf(reading: Reading, columns: Readonly<Record<string, Column>>): Cell[][] {
  const all = Object.values(columns);
  return reading.statements.map((s, i) => all.map((column) => column.of(s, reading, i + 1)));
}
