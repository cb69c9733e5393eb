/** One statement a row, for spreadsheets and statistics packages: RFC 4180, UTF-8, safe to open in a spreadsheet. */
import { stringify } from "csv-stringify/sync";
import type { Reading } from "../schema/index.ts";
import { type Cell, COLUMNS, rowsOf } from "./columns.ts";

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
  return encode(rowsOf(reading, COLUMNS));
}

/** Header and rows of one reading. */
export function toCsv(reading: Reading): string {
  return csvHeader() + csvRows(reading);
}
