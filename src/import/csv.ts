/** CSV as we write it (`--csv`), also after a spreadsheet has saved it -> annotated articles. The text itself is not in a table. */
import { parse } from "csv-parse/sync";
import { OnrecordError } from "../schema/index.ts";
import { badRecord, gathered, type Imported, statementFrom, tryEach } from "./result.ts";

type Row = Readonly<Record<string, string>>;

/** What our CSV puts an apostrophe before. */
const FORMULA = /^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/;

/** Spreadsheets part cells by semicolons where the comma is the decimal sign. */
function delimiterOf(text: string): string {
  const header = text.slice(0, (text.indexOf("\n") + 1 || text.length + 1) - 1);
  const counts = [",", ";", "\t"].map((mark) => ({ mark, n: header.split(mark).length }));
  return counts.reduce((best, one) => (one.n > best.n ? one : best)).mark;
}

const cell = (row: Row, name: string): string | null => {
  const value = row[name]?.replace(FORMULA, "");
  return value === undefined || value === "" ? null : value;
};

/** "40-71 80-90" */
function spans(row: Row, name: string, place: string): [number, number][] {
  return (cell(row, name) ?? "")
    .split(" ")
    .filter((part) => part !== "")
    .map((part) => {
      const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(part) ?? [];
      if (start === undefined) throw badRecord(place, `“${part}” in ${name} is no span such as 40-71`);
      return [Number(start), Number(end)];
    });
}

function flag(row: Row, name: string, place: string): boolean | null {
  const value = cell(row, name)?.toLowerCase() ?? null;
  if (value === null) return null;
  if (value !== "true" && value !== "false") throw badRecord(place, `“${value}” in ${name} is neither true nor false`);
  return value === "true";
}

function number(row: Row, name: string, place: string): number | null {
  const value = cell(row, name);
  const parsed = Number(value?.replace(",", "."));
  if (value !== null && Number.isNaN(parsed)) throw badRecord(place, `“${value}” in ${name} is no number`);
  return value === null ? null : parsed;
}

function attribution(row: Row, place: string) {
  const kinds = cell(row, "condition_kind");
  return statementFrom(
    {
      id: cell(row, "statement"),
      source: spans(row, "source_span", place),
      cue: spans(row, "cue_span", place),
      content: spans(row, "content_span", place),
      kind: cell(row, "kind"),
      form: cell(row, "form"),
      act: cell(row, "act"),
      speaker: cell(row, "speaker"),
      speakerType: cell(row, "speaker_type") ?? "unknown",
      addressee: cell(row, "addressee"),
      via: cell(row, "via"),
      where: cell(row, "where"),
      level: cell(row, "level"),
      type: cell(row, "type"),
      negated: flag(row, "negated", place),
      hypothetical: flag(row, "hypothetical", place),
      historical: flag(row, "historical", place),
      answered: flag(row, "answered", place),
      when: cell(row, "said_at"),
      condition: spans(row, "condition_span", place),
      conditionKind: kinds === null ? [] : kinds.split(" "),
      probability: number(row, "probability", place),
      parent: cell(row, "parent"),
      confidence: number(row, "confidence", place),
    },
    place,
  );
}

function head(row: Row, place: string) {
  const id = cell(row, "article");
  if (id === null) throw badRecord(place, "the article's id is missing");
  const [title, publisher, url] = [cell(row, "title"), cell(row, "publisher"), cell(row, "url")];
  return { id, title, publisher, ...(url === null ? {} : { url }), date: cell(row, "published") };
}

interface Parsed {
  readonly record: Row;
  readonly info: { readonly lines: number };
}

/** `name` is the file's, for errors. Lines are counted as an editor counts them; a record is named by its last line. */
export function importCsv(text: string, name: string): Imported {
  const errors: OnrecordError[] = [];
  const into = gathered();
  const rows = parse(text, {
    bom: true,
    columns: true,
    delimiter: delimiterOf(text),
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      errors.push(badRecord(`${name}, line ${error?.lines ?? "?"}`, error?.message ?? "it cannot be read"));
      return undefined;
    },
  }) as unknown as Parsed[];
  const first = rows[0]?.record;
  if (first && !("article" in first && "content_span" in first)) {
    const hint = "It needs the columns that `onrecord read --csv` writes, article and content_span at least.";
    throw new OnrecordError("bad-record", `${name} has no columns article and content_span.`, { hint });
  }
  for (const { record, info } of rows) {
    const place = `${name}, line ${info.lines}`;
    tryEach(errors, () => into.add(head(record, place), [attribution(record, place)]));
  }
  return { articles: into.articles(), errors, messages: [] };
}
