/** What this room gives back: a feed with its entries, a sitemap, a list of feeds. */
import type { Message } from "../../schema/index.ts";

export interface FeedEntry {
  /** What the feed tells the entry by; else its address, else a hash of its title and date. */
  readonly id: string;
  /** Absolute. An entry without one has its whole text in `html`. */
  readonly url: string | undefined;
  readonly title: string;
  /** ISO 8601, as precise as the feed has it. */
  readonly published?: string;
  readonly modified?: string;
  readonly byline?: string;
  /** The outlet, if the entry itself names one (feeds that gather from several). */
  readonly publisher?: string;
  /** The whole article, if the feed has it. A summary never stands here. */
  readonly html?: string;
  /** Plain text. */
  readonly summary?: string;
  readonly language?: string;
}

export type FeedKind = "rss" | "atom" | "rdf" | "json";

export interface Feed {
  readonly kind: FeedKind;
  readonly title: string;
  /** The page that the feed belongs to. */
  readonly url: string | undefined;
  readonly language: string | undefined;
  /** How often the feed asks to be fetched at most, in minutes. */
  readonly everyMinutes: number | undefined;
  readonly entries: readonly FeedEntry[];
  readonly messages: readonly Message[];
}

export interface SitemapEntry {
  readonly url: string;
  readonly modified?: string;
  readonly title?: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly language?: string;
}

export interface Sitemap {
  /** An index lists further sitemaps. */
  readonly kind: "urlset" | "index";
  readonly entries: readonly SitemapEntry[];
}

/** One feed of a list of feeds. */
export interface ListedFeed {
  readonly url: string;
  readonly title?: string;
  /** The page that the feed belongs to. */
  readonly page?: string;
  /** The outlines that it stands under, the outermost first. */
  readonly folders?: readonly string[];
}

export interface FeedList {
  readonly title: string | undefined;
  readonly feeds: readonly ListedFeed[];
  readonly messages: readonly Message[];
}
