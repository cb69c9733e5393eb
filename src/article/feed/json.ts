/** A JSON Feed in, a Feed out; of a file that is cut off, the entries before the cut. */
import { OnrecordError } from "../../schema/index.ts";
import { resolveUrl } from "./address.ts";
import { joinNames } from "./byline.ts";
import { finishEntry, languageOf } from "./entry.ts";
import { createNotes, type Notes } from "./notes.ts";
import { htmlFromText, plainText } from "./text.ts";
import type { Feed, FeedEntry } from "./types.ts";
import { withoutDuplicates } from "./unique.ts";

type Fields = Readonly<Record<string, unknown>>;

export function parseJsonFeed(text: string, base?: string): Feed {
  const notes = createNotes();
  const feed = parseJson(text, notes);
  const home = resolveUrl(stringOf(feed.home_page_url), base);
  const context = {
    base: base ?? stringOf(feed.feed_url) ?? home,
    language: languageOf(stringOf(feed.language)),
    notes,
  };
  const items = Array.isArray(feed.items) ? feed.items.filter(isFields) : [];
  const entries = items.map((item) => jsonEntry(item, context)).filter((entry) => entry !== undefined);
  return {
    kind: "json",
    title: plainText(stringOf(feed.title) ?? ""),
    url: home,
    language: context.language,
    everyMinutes: undefined,
    entries: withoutDuplicates(entries, notes),
    messages: notes.messages,
  };
}

type JsonContext = Parameters<typeof finishEntry>[1];

function jsonEntry(item: Fields, context: JsonContext): FeedEntry | undefined {
  const summary = plainText(stringOf(item.summary) ?? "") || undefined;
  const url = resolveUrl(stringOf(item.url), context.base) ?? resolveUrl(stringOf(item.external_url), context.base);
  const authors = Array.isArray(item.authors) ? item.authors : [item.author];
  return finishEntry(
    {
      ...{ id: idOf(item.id), url: url ?? resolveUrl(stringOf(item.id)), summary },
      title: plainText(stringOf(item.title) ?? ""),
      published: stringOf(item.date_published),
      modified: stringOf(item.date_modified),
      byline: joinNames(authors.map((author) => (isFields(author) ? stringOf(author.name) : stringOf(author)))),
      html: stringOf(item.content_html) ?? (htmlFromText(stringOf(item.content_text) ?? "") || undefined),
      language: stringOf(item.language),
    },
    context,
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function idOf(id: unknown): string | undefined {
  return typeof id === "number" ? String(id) : stringOf(id);
}

function parseJson(text: string, notes: Notes): Fields {
  const whole = tryJson(text);
  if (whole) return whole;
  const shortened = tryJson(upToLastItem(text));
  if (!shortened) {
    throw new OnrecordError("bad-json", "The feed is not JSON.", { hint: "A JSON Feed is one object with “items”." });
  }
  notes.add("feed/cut-off", "The feed breaks off or is broken; the entries before that were read.");
  return shortened;
}

function tryJson(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The text up to the end of the last whole object in an array of the outermost object, closed again. */
function upToLastItem(text: string): string {
  let depth = 0;
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === '"') at = endOfString(text, at);
    else if (unit === "{" || unit === "[") depth++;
    else if (unit === "}" || unit === "]") {
      depth--;
      if (unit === "}" && depth === 2) end = at + 1;
    }
  }
  return `${text.slice(0, end)}]}`;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
