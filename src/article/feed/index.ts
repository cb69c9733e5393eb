/** Feeds, sitemaps and lists of feeds -> the articles that they name. Pure: what is fetched is fetched elsewhere. */

export { feedsOfPage } from "./discover.ts";
export { parseFeed } from "./feed.ts";
export { type EntryItem, type EntryMeta, type EntryRecord, itemOf, itemOfPage } from "./item.ts";
export { parseOpml } from "./opml.ts";
export { createSitemapReader, parseSitemap, type SitemapReader } from "./sitemap.ts";
export { type ListKind, sniffList } from "./sniff.ts";
export type { Feed, FeedEntry, FeedKind, FeedList, ListedFeed, Sitemap, SitemapEntry } from "./types.ts";
