/** An entry of a feed or sitemap in, the article to read out: as a record if the whole text is there, else as an address. */
import type { Feed, FeedEntry, SitemapEntry } from "./types.ts";

/** What the feed says of the article. */
export interface EntryMeta {
  readonly title?: string;
  readonly byline?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly language?: string;
}

/** A record as articleFromRecord reads it. */
export interface EntryRecord extends EntryMeta {
  readonly html: string;
  readonly url?: string;
  /** Of an entry without an address. */
  readonly id?: string;
}

export type EntryItem = (
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "record"; readonly line: EntryRecord }
) & {
  /** The article's address; of one without, its feed and its id there. */
  readonly name: string;
  readonly meta: EntryMeta;
  /** The feed or sitemap. */
  readonly from: string;
};

/**
 * Nothing, if there is neither text nor address.
 * @param from the feed's address or file
 */
export function itemOf(entry: FeedEntry, feed: Pick<Feed, "title">, from: string): EntryItem | undefined {
  const { url, html } = entry;
  if (html !== undefined) {
    // A page names its outlet itself; of a bare text the feed's title is the best that is known.
    const meta = metaOf(entry, entry.publisher ?? (feed.title || undefined));
    const own = url === undefined ? { id: entry.id } : { url };
    return { kind: "record", name: url ?? `${from}, entry ${entry.id}`, line: { ...meta, html, ...own }, meta, from };
  }
  return url === undefined ? undefined : { kind: "url", name: url, url, meta: metaOf(entry, entry.publisher), from };
}

/** A sitemap's `lastmod` is left out: many sites write the day on which the sitemap was made. The page knows better. */
export function itemOfPage(entry: SitemapEntry, from: string): EntryItem {
  const { url, modified: _, ...about } = entry;
  return { kind: "url", name: url, url, meta: metaOf(about, about.publisher), from };
}

function metaOf(entry: EntryMeta, publisher: string | undefined): EntryMeta {
  const { title, byline, published, modified, language } = entry;
  const known = { title, byline, publisher, published, modified, language };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value)) as EntryMeta;
}
