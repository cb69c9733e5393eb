/** The namespaces of feeds and sitemaps: an address in, the prefix that this room writes for it out. */

const PREFIXES: Readonly<Record<string, string>> = {
  "http://www.w3.org/2005/atom": "atom",
  "http://purl.org/atom/ns": "atom",
  "http://purl.org/rss/1.0": "",
  "http://my.netscape.com/rdf/simple/0.9": "",
  "http://backend.userland.com/rss2": "",
  "http://www.sitemaps.org/schemas/sitemap/0.9": "",
  "http://www.google.com/schemas/sitemap/0.84": "",
  "http://www.google.com/schemas/sitemap-news/0.9": "news",
  "http://purl.org/rss/1.0/modules/content": "content",
  "http://purl.org/rss/1.0/modules/syndication": "sy",
  "http://purl.org/dc/elements/1.1": "dc",
  "http://purl.org/dc/elements/1.0": "dc",
  "http://purl.org/dc/terms": "dcterms",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
  "http://www.w3.org/1999/xhtml": "xhtml",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
  "http://search.yahoo.com/mrss": "media",
};

/** Addresses differ in case, http or https, and a last slash: feeds mean the same namespace by all of them. */
export function prefixOf(address: string): string | undefined {
  let key = address.trim().slice(0, 200).toLowerCase();
  if (key.startsWith("https:")) key = `http:${key.slice(6)}`;
  if (key.endsWith("/") || key.endsWith("#")) key = key.slice(0, -1);
  return Object.hasOwn(PREFIXES, key) ? PREFIXES[key] : undefined;
}
