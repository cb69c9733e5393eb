/** What was fetched from the address of a feed in, its entries out: of a feed, or of a news site's sitemap. */
import { OnrecordError } from "../../../schema/index.ts";
import { decodeBytes } from "../../bytes/decode.ts";
import { type Feed, feedsOfPage, parseFeed, parseSitemap, sniffList } from "../../feed/index.ts";
import { unpackBytes } from "../../files/unpack.ts";
import type { FetchedPage } from "../fetcher.ts";

export type Source = Pick<Feed, "title" | "entries" | "everyMinutes" | "messages">;

/** @throws OnrecordError `unsupported`, and those of parseFeed and decodeBytes */
export async function readSource({ bytes, url, contentType }: FetchedPage): Promise<Source> {
  const { text } = await decodeBytes(await unpackBytes(bytes, url), url, contentType);
  const kind = sniffList(text);
  if (kind === "urlset" || kind === "sitemap-index") return sitemapSource(text, url);
  if (kind === undefined) refusePage(text, url);
  return parseFeed(text, url);
}

function sitemapSource(text: string, url: string): Source {
  const sitemap = parseSitemap(text, url);
  if (sitemap.kind === "index") {
    throw new OnrecordError("unsupported", `${url} is an index of sitemaps, not a feed.`, {
      hint: `Watch one of the sitemaps it names, e.g. ${sitemap.entries[0]?.url ?? "its first"}.`,
    });
  }
  const entries = sitemap.entries.map((entry) => ({ title: "", ...entry, id: entry.url }));
  return { title: "", entries, everyMinutes: undefined, messages: [] };
}

/** Whoever gives the address of a page is told where its feeds are. */
function refusePage(text: string, url: string): void {
  const feeds = feedsOfPage(text, url);
  if (feeds.length === 0) return;
  throw new OnrecordError("unsupported", `${url} is a page, not a feed.`, {
    hint: `It names ${feeds.length === 1 ? "its feed" : "these feeds"}: ${feeds.slice(0, 5).join(", ")}`,
  });
}
