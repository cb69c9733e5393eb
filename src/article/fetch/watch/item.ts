/** An entry of a feed in, the article to read out: as a record if the feed has its whole text, else as an address. */
import type { Feed, FeedEntry } from "../../feed/index.ts";

/** What the feed says of the article. */
export interface WatchMeta {
  readonly title?: string;
  readonly byline?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly language?: string;
}

/** A record as articleFromRecord reads it. */
export interface WatchRecord extends WatchMeta {
  readonly html: string;
  readonly url?: string;
}

export type WatchItem =
  | { readonly kind: "url"; readonly name: string; readonly url: string; readonly meta: WatchMeta }
  | { readonly kind: "record"; readonly name: string; readonly line: WatchRecord; readonly meta: WatchMeta };

/** Nothing, if there is neither text nor address. */
export function itemOf(entry: FeedEntry, feed: Pick<Feed, "title">): WatchItem | undefined {
  const { url, html } = entry;
  const name = url ?? entry.id;
  if (html !== undefined) {
    // A page names its outlet itself; of a bare text the feed's title is the best that is known.
    const meta = metaOf(entry, entry.publisher ?? (feed.title || undefined));
    return { kind: "record", name, line: { ...meta, html, ...(url !== undefined && { url }) }, meta };
  }
  return url === undefined ? undefined : { kind: "url", name, url, meta: metaOf(entry, entry.publisher) };
}

function metaOf(entry: FeedEntry, publisher: string | undefined): WatchMeta {
  const { title, byline, published, modified, language } = entry;
  const known = { title, byline, publisher, published, modified, language };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value)) as WatchMeta;
}
