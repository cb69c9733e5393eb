/** Statements as an Atom feed (RFC 4287): one entry a statement, for readers that follow a search. */
import { OnrecordError, type Reading, type Statement } from "../schema/index.ts";
import { authorsOf } from "./citation/reference.ts";
import { timestampOf } from "./dates.ts";
import { speakerName } from "./facts.ts";
import { quoteCard } from "./quote-card/index.ts";
import { urn, webUrl } from "./urn.ts";
import { wordsOf } from "./words.ts";
import { element, textElement, xmlText } from "./xml.ts";

export interface FeedEntry {
  readonly reading: Reading;
  readonly statement: Statement;
  /** When it came into the record, ISO 8601; else the article's own dates. */
  readonly updated?: string;
}

export interface FeedOptions {
  readonly title: string;
  /** Address of the feed; also its id. */
  readonly selfUrl: string;
  /** When the feed last changed, ISO 8601. */
  readonly updated: string;
}

/** A title has one line and no end of words. */
const TITLE = 120;

function titleOf(reading: Reading, s: Statement): string {
  const words = wordsOf(reading.article.text, s.content).replace(/\s+/g, " ");
  const characters = [...words.slice(0, 2 * TITLE)];
  const short = characters.length > TITLE ? `${characters.slice(0, TITLE).join("").trimEnd()}…` : words;
  return `${speakerName(reading, s).replace(/\s+/g, " ")}: ${short}`;
}

function authors({ article }: Reading): string {
  const names = authorsOf(article);
  const all = names.length > 0 ? names : [article.publisher ?? "Not known"];
  return all.map((name) => `<author>${textElement("name", name) || "<name>Not known</name>"}</author>`).join("");
}

function entry({ reading, statement, updated }: FeedEntry, fallback: string): string {
  const { article } = reading;
  const published = timestampOf(article.published);
  const changed = timestampOf(updated) ?? timestampOf(article.modified) ?? published ?? fallback;
  const url = webUrl(article.url);
  return (
    "<entry>\n" +
    `${textElement("id", urn("article", article.id, statement.id))}\n` +
    `${element("title", { type: "text" }, xmlText(titleOf(reading, statement)))}\n` +
    `<updated>${changed}</updated>\n` +
    (published === undefined ? "" : `<published>${published}</published>\n`) +
    `${authors(reading)}\n` +
    (url === undefined ? "" : `${element("link", { rel: "alternate", href: url })}\n`) +
    `${element("category", { term: statement.type, scheme: "urn:onrecord:type" })}\n` +
    `${textElement("content", quoteCard(reading, statement, "html"), { type: "html" })}\n` +
    "</entry>\n"
  );
}

/**
 * The feed, entries in the order given.
 * @throws OnrecordError `bad-option` if `updated` is no ISO 8601 date
 */
export function toAtom(entries: Iterable<FeedEntry>, { title, selfUrl, updated }: FeedOptions): string {
  const changed = timestampOf(updated);
  if (changed === undefined) {
    throw new OnrecordError(
      "bad-option",
      `“${updated}” is no date for a feed; expected one like 2026-03-11T09:00:00Z.`,
    );
  }
  let out = '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n';
  out += `${textElement("id", selfUrl)}\n${textElement("title", title) || "<title>Statements</title>"}\n`;
  out += `<updated>${changed}</updated>\n${element("link", { rel: "self", href: selfUrl })}\n`;
  out += "<author><name>Onrecord</name></author>\n<generator>Onrecord</generator>\n";
  for (const one of entries) out += entry(one, changed);
  return `${out}</feed>\n`;
}
