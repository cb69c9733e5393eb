/** A table of articles in (CSV or TSV, one article a row, the first row names the columns), a record a row out. */
import { LARGEST_HEAD, tooLarge } from "../../limits.ts";
import { failed, failedBy, type Item } from "../item.ts";
import { utf8 } from "../lines.ts";
import { textBytesOf } from "../streams.ts";
import { createTape, type Tape } from "../tape.ts";
import { type Columns, columnsOf, delimiterOf } from "./columns.ts";
import { type Row, rowsOf } from "./rows.ts";

/** Fields of a row; throws if it is no row. */
type Split = (row: Buffer) => string[];

async function splitBy(delimiter: string): Promise<Split> {
  const { parse } = await import("csv-parse/sync");
  const options = { delimiter, relax_column_count: true, relax_quotes: true, record_delimiter: ["\r\n", "\n", "\r"] };
  return (row) => {
    const text = utf8(row);
    if (text === undefined) throw new Error("is not UTF-8");
    if (text.includes("\0")) throw new Error("holds NUL bytes");
    return (parse(text, options) as string[][])[0] ?? [];
  };
}

/** The first line, as far as it is needed to tell the delimiter. */
async function firstLine(tape: Tape): Promise<string> {
  const lineEnd = () => tape.view().subarray(0, LARGEST_HEAD).indexOf(10);
  while (lineEnd() < 0 && tape.view().length < LARGEST_HEAD && (await tape.more())) {}
  const end = lineEnd();
  return tape.view().toString("latin1", 0, end < 0 ? Math.min(LARGEST_HEAD, tape.view().length) : end);
}

/** The rows of a table as records. Row numbers are a spreadsheet's: the header is row 1. */
export async function* tableOf(
  name: string,
  source: AsyncIterable<Uint8Array>,
  textColumn?: string,
): AsyncGenerator<Item> {
  const tape = createTape(source);
  try {
    const delimiter = delimiterOf(await firstLine(tape));
    const split = await splitBy(delimiter);
    const rows = rowsOf(tape, delimiter.charCodeAt(0));
    const header = headerOf((await rows.next()).value, split, name, textColumn);
    if (header.kind === "failed") return yield header;
    let n = 1;
    for await (const row of rows) {
      n++;
      if (row.length > 2 || row.toString().trim() !== "") yield itemOf(row, `${name}, row ${n}`, header, split);
    }
  } finally {
    await tape.close();
  }
}

interface Header {
  readonly kind: "header";
  readonly columns: Columns;
  readonly width: number;
}

function headerOf(row: Row | undefined, split: Split, name: string, textColumn?: string) {
  try {
    if (row === undefined) return failed(name, "empty", `${name} is empty.`, "Its first row must name the columns.");
    if (typeof row === "string" || row.length > LARGEST_HEAD)
      return failed(name, "bad-record", `${name} has no row of column names.`, "Its first row must name the columns.");
    const names = split(row);
    return { kind: "header", columns: columnsOf(names, name, textColumn), width: names.length } satisfies Header;
  } catch (error) {
    return failedBy(name, error);
  }
}

const QUOTE_HINT = 'Inside quotation marks a mark is written twice: "".';

function itemOf(row: Row, place: string, { columns, width }: Header, split: Split): Item {
  if (row === "long") return failedBy(place, tooLarge(`${place} is too long for one article`));
  if (row === "bad-quotes")
    return failed(place, "bad-record", `${place} opens a quotation mark and does not close it rightly.`, QUOTE_HINT);
  try {
    const fields = split(row);
    if (fields.length !== width) return miscounted(place, fields.length, width);
    return {
      kind: "record",
      name: place,
      line: Object.fromEntries([...columns].map(([field, i]) => [field, fields[i]!])),
    };
  } catch (error) {
    return failed(place, "bad-record", `${place} ${(error as Error).message}.`, "Save the table as UTF-8 text.");
  }
}

function miscounted(place: string, found: number, expected: number): Item {
  const message = `${place} has ${found} ${found === 1 ? "field" : "fields"}; the header has ${expected}.`;
  return failed(place, "bad-record", message, "Put fields that hold a delimiter or a line break in quotation marks.");
}

export function openTable(path: string, { textColumn }: { readonly textColumn?: string }): AsyncGenerator<Item> {
  return tableOf(path, textBytesOf(path), textColumn);
}
