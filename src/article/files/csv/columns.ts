/** The header of a table in, which column is which field of a record out. */
import { OnrecordError } from "../../../schema/index.ts";

/** Fields of a record (see records.ts) and the names that columns have for them, the likelier first. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  text: ["text", "article_text", "full_text", "fulltext", "body_text", "maintext", "body", "content", "article", "story"],
  html: ["html", "body_html", "content_html", "raw_html", "article_html"],
  id: ["id", "article_id", "doc_id", "uid"],
  title: ["title", "headline", "article_title"],
  published: [
    "published", "date", "publication_date", "date_published", "published_at", "publish_date", "published_date",
    "pub_date", "pubdate", "date_publish",
  ],
  modified: ["modified", "date_modified", "updated", "updated_at", "date_modify"],
  publisher: ["publisher", "source", "outlet", "publication", "newspaper", "source_name", "source_domain"],
  url: ["url", "link", "article_url", "permalink"],
  byline: ["byline", "author", "authors", "author_name"],
  language: ["language", "lang"],
}; // biome-ignore format: one table

/** For each field that the table has, the number of its column. */
export type Columns = ReadonlyMap<string, number>;

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

/**
 * @param textColumn the column that holds the text, if its name is none of the usual ones
 * @throws OnrecordError `bad-record` if no column holds a text
 */
export function columnsOf(header: readonly string[], place: string, textColumn?: string): Columns {
  const names = header.map(plain);
  const columns = new Map<string, number>();
  for (const [field, known] of Object.entries(NAMES)) {
    const name = known.find((candidate) => names.includes(candidate));
    if (name !== undefined) columns.set(field, names.indexOf(name));
  }
  if (textColumn !== undefined) {
    columns.delete("html");
    columns.delete("text");
    const at = names.indexOf(plain(textColumn));
    if (at >= 0) columns.set("text", at);
  }
  if (columns.has("text") || columns.has("html")) return columns;
  const missing = textColumn === undefined ? "no column with a text" : `no column “${textColumn}”`;
  throw new OnrecordError("bad-record", `${place} has ${missing}; its columns are: ${listed(header)}.`, {
    hint: "The first row names the columns; call one of them text (or body, content, html), or say which holds the text.",
  });
}

function listed(header: readonly string[]): string {
  const shown = header.slice(0, 40).map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  return shown.join(", ") + (header.length > 40 ? ", …" : "");
}

const DELIMITERS = [",", ";", "\t", "|"];

/** The delimiter that stands most often in the header, outside quotation marks; a comma if none does. */
export function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}
