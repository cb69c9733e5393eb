/** The start of a text in, which kind of feed, sitemap or list of feeds it is out. */
import { readXml } from "./xml.ts";

export type ListKind = "rss" | "atom" | "rdf" | "json-feed" | "urlset" | "sitemap-index" | "opml";

const ROOTS: Readonly<Record<string, ListKind>> = {
  ...{ rss: "rss", feed: "atom", rdf: "rdf", urlset: "urlset", sitemapindex: "sitemap-index", opml: "opml" },
};

/** Servers print warnings before the feed; so far it is looked for. */
const HEAD = 16_384;
const MOST_ELEMENTS = 20;

/** Nothing for anything else: a page, a text, other XML or JSON. */
export function sniffList(text: string): ListKind | undefined {
  const head = text.slice(0, HEAD).replace(/^[\s\uFEFF]+/, "");
  if (head.startsWith("{")) return isJsonFeed(head) ? "json-feed" : undefined;
  const kind = head.includes("<") ? rootOf(head) : undefined;
  if (kind === "rdf") return /purl\.org\/rss\/1|netscape\.com\/rdf/i.test(head) ? kind : undefined;
  return kind === "atom" && !/\/atom|<(?:\w+:)?entry\b/i.test(head) ? undefined : kind;
}

function isJsonFeed(head: string): boolean {
  return /"version"\s{0,20}:\s{0,20}"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/i.test(head);
}

function rootOf(head: string): ListKind | undefined {
  let kind: ListKind | undefined;
  let met = 0;
  readXml(head, {
    onOpen({ tag }) {
      if (Object.hasOwn(ROOTS, tag)) kind = ROOTS[tag];
      return kind === undefined && tag !== "html" && tag !== "body" && ++met < MOST_ELEMENTS;
    },
  });
  return kind;
}
