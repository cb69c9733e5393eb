/** A web page in, the addresses of the feeds that it names out. */
import { Parser } from "htmlparser2";
import { resolveUrl } from "./address.ts";

const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)$/i;
/** Links stand in the head; so far it is looked for. */
const HEAD = 262_144;
const MOST = 20;

/** In the page's order, each once. */
export function feedsOfPage(html: string, base?: string): string[] {
  const found = new Set<string>();
  const parser = new Parser({
    onopentag(tag, { rel = "", type = "", href }) {
      const isFeed = tag === "link" && /(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(rel) && FEED_TYPE.test(type.trim());
      const url = isFeed ? resolveUrl(href, base) : undefined;
      if (url) found.add(url);
      if (tag === "body" || found.size >= MOST) parser.pause();
    },
  });
  parser.write(html.slice(0, HEAD));
  return [...found];
}
