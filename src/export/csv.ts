/** One statement a row, for spreadsheets and statistics packages: RFC 4180, UTF-8, safe to open in a spreadsheet. */
import { stringify } from "csv-stringify/sync";
import type { Reading, Span, Statement } from "../schema/index.ts";
import { wordsOf } from "./words.ts";

export type Cell = string | number | boolean | undefined;
type Column = (s: Statement, reading: Reading, n: number) => Cell;

const offsets = (spans: readonly Span[]) => spans.map((s) => `${s.start}-${s.end}`).join(" ");
const words =
  (of: (s: Statement) => readonly Span[]): Column =>
  (s, r) =>
    wordsOf(r.article.text, of(s));

/** The columns in their order. New ones are only ever added at the end. */
const COLUMNS: Readonly<Record<string, Column>> = {
  article: (_, r) => r.article.id,
  title: (_, r) => r.article.title,
  publisher: (_, r) => r.article.publisher,
  published: (_, r) => r.article.published,
  url: (_, r) => r.article.url,
  n: (_, _r, n) => n,
  statement: (s) => s.id,
  speaker: (s) => s.speaker?.name,
  speaker_type: (s) => s.speaker?.type,
  source: words((s) => s.source),
  cue: words((s) => s.cue),
  content: words((s) => s.content),
  kind: (s) => s.kind,
  form: (s) => s.form,
  act: (s) => s.act,
  type: (s) => s.type,
  said_at: (s) => s.saidAt?.value,
  said_at_implied: (s) => s.saidAt?.implied,
  addressee: (s) => s.addressee?.name,
  via: (s) => s.via?.name,
  where: (s) => s.where?.name,
  level: (s) => s.level,
  condition: words((s) => s.conditions),
  condition_kind: (s) => s.conditions.map((c) => c.kind).join(" "),
  probability: (s) => s.probability?.value,
  negated: (s) => s.negated,
  hypothetical: (s) => s.hypothetical,
  historical: (s) => s.historical,
  answered: (s) => s.answered,
  parent: (s) => s.parent,
  confidence: (s) => s.confidence,
  speaker_confidence: (s) => s.speaker?.confidence,
  type_confidence: (s) => s.typeConfidence,
  source_span: (s) => offsets(s.source),
  cue_span: (s) => offsets(s.cue),
  content_span: (s) => offsets(s.content),
  input: (_, r) => r.input,
  source_confidence: (s) => s.spanConfidence?.source,
  cue_confidence: (s) => s.spanConfidence?.cue,
  content_confidence: (s) => s.spanConfidence?.content,
};

/**
 * A cell that a spreadsheet would take for a formula (= + - @, a tab or a carriage return first) gets an apostrophe
 * before it. Yes and no are written true and false; what is not known is empty.
 */
export function encode(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], {
    record_delimiter: "\r\n",
    quoted_match: /[\r\n]/, // the library quotes only the whole delimiter
    escape_formulas: true,
    cast: { boolean: (value) => (value ? "true" : "false") },
  });
}

/** The first line: the names of the columns. */
export function csvHeader(): string {
  return encode([Object.keys(COLUMNS)]);
}

/** The rows of one reading, without the header. */
export function csvRows(reading: Reading): string {
  const columns = Object.values(COLUMNS);
  return encode(reading.statements.map((s, i) => columns.map((column) => column(s, reading, i + 1))));
}

/** Header and rows of one reading. */
export function toCsv(reading: Reading): string {
  return csvHeader() + csvRows(reading);
}
