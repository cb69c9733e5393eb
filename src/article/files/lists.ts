/** The bytes of a feed, a sitemap or a list of feeds in, an item for each article or list that it names out; nothing for anything else. */
import type { Message } from "../../schema/index.ts";
import { decodeBytes } from "../bytes/decode.ts";
import type { ListKind } from "../feed/index.ts";
import { type FailedItem, failed, failedBy, type Item } from "./item.ts";
import { isGzip, unpackBytes } from "./unpack.ts";

/** Enough to tell a list by. */
const HEAD = 32 * 1024;

/** Looked at before anything is loaded that could tell for sure. */
function mayBeList(bytes: Uint8Array, contentType: string | undefined): boolean {
  if (isGzip(bytes) || /\b(?:xml|rss|atom|json)\b/i.test(contentType ?? "")) return true;
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1").replace(/\0/g, "");
  return /^[\s\xEF\xBB\xBF\xFE\xFF]{0,100}(?:<\?xml|<!--|<rss|<feed|<rdf|<urlset|<sitemapindex|<opml|\{)/i.test(head);
}

/** Which list these bytes begin, if any: the first 32 KB are enough. */
export async function listKindOf(bytes: Uint8Array, contentType?: string): Promise<ListKind | undefined> {
  if (!mayBeList(bytes, contentType)) return undefined;
  try {
    const { text } = await decodeBytes(bytes.subarray(0, HEAD), "", contentType);
    const { sniffList } = await import("../feed/index.ts");
    return sniffList(text);
  } catch {
    return undefined; // No text at all: whoever reads it says what it is.
  }
}

/**
 * @param place the address or file, named in errors
 * @param base the address that links are relative to
 */
export async function itemsOfList(
  packed: Uint8Array,
  place: string,
  { base, contentType }: { readonly base?: string | undefined; readonly contentType?: string | undefined } = {},
): Promise<readonly Item[] | undefined> {
  if (!mayBeList(packed, contentType)) return undefined;
  try {
    const bytes = await unpackBytes(packed, place);
    const kind = await listKindOf(bytes, contentType);
    if (kind === undefined) return undefined;
    const { text } = await decodeBytes(bytes, place, contentType);
    return await itemsOfText(kind, text, place, base);
  } catch (error) {
    return [{ ...failedBy(place, error), from: place }];
  }
}

async function itemsOfText(kind: ListKind, text: string, place: string, base: string | undefined): Promise<Item[]> {
  const { itemOf, itemOfPage, parseFeed, parseOpml, parseSitemap } = await import("../feed/index.ts");
  const listed = (url: string): Item => ({ kind: "url", name: url, url, open: true, from: place });
  if (kind === "opml") {
    const { feeds, messages } = parseOpml(text, base);
    return [...feeds.map(({ url }) => listed(url)), ...told(messages, place)];
  }
  if (kind === "urlset" || kind === "sitemap-index") {
    const { kind: found, entries } = parseSitemap(text, base);
    const items = entries.map((entry) => (found === "index" ? listed(entry.url) : itemOfPage(entry, place)));
    return items.length > 0 ? items : [nothingIn(place)];
  }
  const feed = parseFeed(text, base);
  const items: Item[] = feed.entries.map((entry) => itemOf(entry, feed, place)).filter((item) => item !== undefined);
  const all = [...items, ...told(feed.messages, place)];
  return all.length > 0 ? all : [nothingIn(place)];
}

/** What an article was lost by. Other messages (a date that could not be read) are about articles that are there. */
const LOSSES: ReadonlySet<string> = new Set([
  "feed/no-address",
  "feed/cut-off",
  "feed/too-deep",
  "opml/address",
  "opml/too-deep",
]);

function told(messages: readonly Message[], place: string): FailedItem[] {
  return messages
    .filter(({ rule }) => LOSSES.has(rule))
    .map(({ text }) => ({ ...failed(place, "bad-record", `${place}: ${text}`), from: place }));
}

function nothingIn(place: string): FailedItem {
  return {
    ...failed(place, "empty", `${place} names no article.`, "Look at it in a browser: it may be empty for now."),
    from: place,
  };
}
