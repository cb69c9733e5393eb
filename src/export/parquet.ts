/**
 * One statement a row in Apache Parquet: the columns of CSV with their types, offsets and days as columns of their own. Rows are
 * written in groups, so that memory does not grow with the number of articles.
 */
import type { ParquetWriter, SchemaElement } from "hyparquet-writer";
import type { Reading, Span, Statement } from "../schema/index.ts";
import { type Cell, type CellType, COLUMNS, type Column, rowsOf } from "./columns.ts";
import type { Packer } from "./packer.ts";

/** A group is written when it has so many rows, or so many characters. */
const GROUP_ROWS = 10_000;
const GROUP_SIZE = 16_000_000;

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** The day that an ISO 8601 value states; absent if it states only a month or a year. */
function dayOf(value: string | undefined): string | undefined {
  const day = value === undefined ? undefined : DAY.exec(value)?.[0];
  return day === undefined || Number.isNaN(Date.parse(day)) ? undefined : day;
}

const day = (of: Column["of"]): Column => ({ type: "date", of: (...of_) => dayOf(of(...of_) as string | undefined) });
const first = (of: (s: Statement) => readonly Span[]): Column => ({ type: "integer", of: (s) => of(s)[0]?.start });
const last = (of: (s: Statement) => readonly Span[]): Column => ({ type: "integer", of: (s) => of(s).at(-1)?.end });

/** Behind those of CSV. A role's words stand between its start and its end, with gaps if it has several spans. */
const TYPED: Readonly<Record<string, Column>> = {
  ...COLUMNS,
  published_day: day((_, r) => r.article.published),
  said_from: day((s) => s.saidAt?.value),
  said_to: day((s) => s.saidAt?.value.split("/").at(-1)),
  source_start: first((s) => s.source),
  source_end: last((s) => s.source),
  cue_start: first((s) => s.cue),
  cue_end: last((s) => s.cue),
  content_start: first((s) => s.content),
  content_end: last((s) => s.content),
};

const ELEMENTS: Readonly<Record<CellType, Omit<SchemaElement, "name">>> = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  date: { type: "INT32", converted_type: "DATE" },
};

function schemaOf(): SchemaElement[] {
  const columns = Object.entries(TYPED).map(
    ([name, { type }]): SchemaElement => ({ name, repetition_type: "OPTIONAL", ...ELEMENTS[type] }),
  );
  return [{ name: "statements", num_children: columns.length }, ...columns];
}

/** The rows of one reading as they travel from a worker to the packer: one JSON array a line. */
export function parquetRows(reading: Reading): string {
  return rowsOf(reading, TYPED)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join("");
}

type Row = readonly (Exclude<Cell, undefined> | null)[];

function columnData(rows: readonly Row[]) {
  return Object.entries(TYPED).map(([name, { type }], i) => ({
    name,
    data: rows.map((row) => (type === "date" && row[i] !== null ? new Date(row[i] as string) : row[i])),
    offsetIndex: false, // one page index a group and column would stay in memory to the end
  }));
}

/** Takes rows, gives bytes as groups are full; the file's own table of contents comes last. */
export async function parquetPacker(): Promise<Packer> {
  const { ByteWriter, ParquetWriter } = await import("hyparquet-writer");
  const bytes = new ByteWriter();
  const writer: ParquetWriter = new ParquetWriter({ writer: bytes, schema: schemaOf(), createdBy: "onrecord" });
  let rows: Row[] = [];
  let size = 0;
  const taken = (): Uint8Array => {
    const out = bytes.getBytes().slice();
    bytes.index = 0;
    return out;
  };
  const flush = () => {
    if (rows.length > 0) writer.write({ columnData: columnData(rows), rowGroupSize: rows.length });
    [rows, size] = [[], 0];
  };
  return {
    add(part) {
      for (const line of part.split("\n")) if (line !== "") rows.push(JSON.parse(line) as Row);
      size += part.length;
      if (rows.length >= GROUP_ROWS || size >= GROUP_SIZE) flush();
      return taken();
    },
    end() {
      flush();
      writer.finish();
      return taken();
    },
  };
}

/** All statements of the readings as one Parquet file. */
export async function toParquet(readings: Iterable<Reading>): Promise<Uint8Array> {
  const packer = await parquetPacker();
  const parts: Uint8Array[] = [];
  for (const reading of readings) parts.push(packer.add(parquetRows(reading)));
  parts.push(packer.end());
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
