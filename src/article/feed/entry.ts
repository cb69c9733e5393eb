/** One `item` or `entry` element in, what the feed says of that article out. */
import { hashText } from "../hash.ts";
import { resolveUrl } from "./address.ts";
import { bylineOf } from "./byline.ts";
import { feedDate } from "./dates.ts";
import type { Notes } from "./notes.ts";
import { decodeReferences, fieldOf, fieldsOf, htmlFromText, htmlOf, plainText, textOf } from "./text.ts";
import type { FeedEntry } from "./types.ts";
import { isWholeArticle } from "./whole.ts";
import type { XmlElement } from "./xml.ts";

/** What holds for all entries of a feed. */
export interface FeedContext {
  readonly isAtom: boolean;
  readonly base: string | undefined;
  readonly language: string | undefined;
  readonly notes: Notes;
}

/** Nothing for an entry that has neither an address nor its whole text: there is nothing to read. */
export function entryOf(record: XmlElement, context: FeedContext): FeedEntry | undefined {
  const fields = fieldsOf(record);
  const title = titleOf(fieldOf(fields, "title", "atom:title", "dc:title"), context.isAtom);
  const summary = plainText(htmlOf(fieldOf(fields, "description", "summary", "atom:summary"))) || undefined;
  const named = textOf(fieldOf(fields, "guid", "id", "atom:id", "dc:identifier")) || record.attributes["rdf:about"];
  return finishEntry(
    {
      ...{ id: named, title, summary },
      url: urlOf(record, fields, context.base),
      html: contentOf(fields),
      published: textOf(
        fieldOf(fields, "pubdate", "published", "issued", "dc:date", "dcterms:created", "dcterms:issued"),
      ),
      modified: textOf(fieldOf(fields, "updated", "modified", "atom:updated", "dcterms:modified")),
      byline: bylineOf(fields),
      publisher: publisherOf(fields),
      language: textOf(fieldOf(fields, "dc:language", "language")) || record.language,
    },
    context,
  );
}

/** An entry as it stands in the feed, XML or JSON. */
export interface RawEntry {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string;
  readonly published: string | undefined;
  readonly modified: string | undefined;
  readonly byline: string | undefined;
  readonly publisher?: string | undefined;
  readonly html: string | undefined;
  readonly summary: string | undefined;
  readonly language: string | undefined;
}

/** Resolve dates, tell a whole article from a teaser, give every entry an id. */
export function finishEntry(raw: RawEntry, { notes, language }: Omit<FeedContext, "isAtom">): FeedEntry | undefined {
  const name = raw.title || raw.url || raw.id || "an entry";
  const html = raw.html && isWholeArticle(raw.html, raw.summary) ? raw.html : undefined;
  if (!raw.url && !html) {
    notes.add("feed/no-address", `“${name}” has neither an address nor its whole text.`);
    return undefined;
  }
  const given = {
    published: dateOf(raw.published, name, notes),
    modified: dateOf(raw.modified, name, notes),
    ...{ byline: raw.byline, publisher: raw.publisher, html },
    summary: raw.summary ?? (html || !raw.html ? undefined : plainText(raw.html)),
    language: languageOf(raw.language) ?? language,
  };
  return {
    id: raw.id || raw.url || hashText(`${raw.title} ${raw.published ?? ""} ${html}`),
    url: raw.url,
    title: raw.title,
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as object),
  };
}

/** "en-GB" -> en: ISO 639-1, as articles have it. */
export function languageOf(tag: string | undefined): string | undefined {
  return /^([a-z]{2})(?:[-_]|$)/i.exec(tag?.trim() ?? "")?.[1]?.toLowerCase();
}

function dateOf(raw: string | undefined, name: string, notes: Notes): string | undefined {
  if (!raw) return undefined;
  const date = feedDate(raw);
  if (!date) notes.add("feed/date", `The date of “${name}”, “${raw.slice(0, 80)}”, could not be read.`);
  return date;
}

/** Atom's titles are plain text unless they say otherwise; RSS leaves it open, and most are HTML. */
export function titleOf(element: XmlElement | undefined, isAtom: boolean): string {
  const type = element?.attributes.type ?? (isAtom ? "text" : "html");
  if (type !== "text" && type !== "text/plain") return plainText(htmlOf(element));
  return decodeReferences(textOf(element)).replace(/\s+/g, " ").trim();
}

function urlOf(record: XmlElement, fields: readonly XmlElement[], base: string | undefined): string | undefined {
  const origin = textOf(fieldOf(fields, "feedburner:origlink"));
  return (
    resolveUrl(origin, base) ?? linkOf(fields, base) ?? permalink(fields) ?? resolveUrl(record.attributes["rdf:about"])
  );
}

/** The `link` of RSS (its text) or Atom (its href, of those that lead to the page itself). */
export function linkOf(fields: readonly XmlElement[], base: string | undefined, rel = "alternate"): string | undefined {
  for (const link of fields) {
    if (link.name !== "link" && link.name !== "atom:link") continue;
    const href = link.attributes.href;
    if ((href !== undefined || rel !== "alternate") && (link.attributes.rel ?? "alternate") !== rel) continue;
    const url = resolveUrl(href ?? textOf(link), link.base ?? base);
    if (url) return url;
  }
  return undefined;
}

/** A guid is the address too, unless it says that it is not. */
function permalink(fields: readonly XmlElement[]): string | undefined {
  const guid = fieldOf(fields, "guid");
  if (!guid) return undefined;
  return guid.attributes.ispermalink?.toLowerCase() === "false" ? undefined : resolveUrl(textOf(guid));
}

/** The whole article, as `content:encoded` or Atom's `content`; what lies elsewhere or is no text is none. */
function contentOf(fields: readonly XmlElement[]): string | undefined {
  const content = fieldOf(fields, "content:encoded", "content", "atom:content", "xhtml:body");
  if (!content || content.attributes.src !== undefined || content.attributes.mode === "base64") return undefined;
  const isPlain = content.name.endsWith("content") && content.name !== "content:encoded";
  const type = content.attributes.type?.toLowerCase() ?? (isPlain ? "text" : "html");
  if (type === "text" || type === "text/plain") return plainContent(content);
  return /^(?:x?html|text\/html|application\/xhtml\+xml)$/.test(type) ? htmlOf(content) || undefined : undefined;
}

/** Content that says it is plain text but has markup in it is HTML. */
function plainContent(content: XmlElement): string | undefined {
  const html = htmlOf(content);
  return (/<\/(?:p|div|a|em|strong|h\d|ul)>/i.test(html) ? html : htmlFromText(textOf(content))) || undefined;
}

function publisherOf(fields: readonly XmlElement[]): string | undefined {
  const source = fieldOf(fields, "source", "atom:source");
  const title = source && (fieldsOf(source).find(({ tag }) => tag === "title") ?? source);
  return plainText(textOf(title)) || plainText(textOf(fieldOf(fields, "dc:publisher"))) || undefined;
}
