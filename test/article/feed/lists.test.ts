/** Sitemaps, lists of feeds, and telling them apart. */
import { describe, expect, it } from "vitest";
import {
  createSitemapReader,
  feedsOfPage,
  parseOpml,
  parseSitemap,
  sniffList,
} from "../../../src/article/feed/index.ts";
import { atom, item, rss } from "./support.ts";

const URLSET = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://x.example/a?b=1&amp;c=2 </loc><lastmod>2026-05-11T09:30:00+00:00</lastmod><image:image><image:loc>https://x.example/a.png</image:loc></image:image></url>
<url><loc>https://x.example/b</loc><n:news><n:publication><n:name>Coast Times</n:name><n:language>en</n:language></n:publication>
<n:publication_date>2026-05-12</n:publication_date><n:title>Strike &amp; deal</n:title></n:news></url>
<url><loc>mailto:x@y.example</loc></url>
</urlset>`;

describe("parseSitemap", () => {
  it("reads addresses, dates and news", () => {
    expect(parseSitemap(URLSET)).toEqual({
      kind: "urlset",
      entries: [
        { url: "https://x.example/a?b=1&c=2", modified: "2026-05-11T09:30:00+00:00" },
        {
          url: "https://x.example/b",
          title: "Strike & deal",
          published: "2026-05-12",
          publisher: "Coast Times",
          language: "en",
        },
      ],
    });
  });

  it("reads an index, a plain list, and what comes before a break", () => {
    const index =
      "<sitemapindex><sitemap><loc>https://x.example/1.xml</loc></sitemap><sitemap><loc>/2.xml</loc></sitemap></sitemapindex>";
    const entries = [{ url: "https://x.example/1.xml" }, { url: "https://x.example/2.xml" }];
    expect(parseSitemap(index, "https://x.example/")).toEqual({ kind: "index", entries });
    expect(parseSitemap("\uFEFFhttps://x.example/1.xml\r\nnonsense\nhttps://x.example/2.xml")).toEqual({
      kind: "urlset",
      entries,
    });
    expect(parseSitemap(URLSET.slice(0, URLSET.indexOf("Coast"))).entries).toHaveLength(1);
  });

  it("gives the same in pieces of any size, each entry as soon as it is whole", () => {
    for (const size of [1, 7, 64]) {
      const reader = createSitemapReader();
      const entries = [];
      for (let at = 0; at < URLSET.length; at += size) entries.push(...reader.write(URLSET.slice(at, at + size)));
      expect(entries).toEqual(parseSitemap(URLSET).entries);
      expect(reader.end()).toEqual({ kind: "urlset", entries: [] });
    }
  });

  it.each(["<html><body>no</body></html>", "words", "", "<urlse"])("refuses %s", (text) => {
    expect(() => parseSitemap(text)).toThrow(/no sitemap/);
  });
});

describe("parseOpml", () => {
  it("reads outlines in outlines", () => {
    const text = `<opml version="2.0"><head><title>My feeds</title></head><body>
      <outline text="Ports"><outline text="Coast"><outline type="rss" text="Times &amp; Tides" xmlUrl="https://x.example/f" htmlUrl="https://x.example/"/></outline>
      <outline text="again" xmlUrl="https://x.example/f"/><outline text="bad" xmlUrl="nowhere"/></outline><outline xmlUrl="feed://y.example/f"/></body></opml>`;
    expect(parseOpml(text)).toEqual({
      title: "My feeds",
      feeds: [
        { url: "https://x.example/f", title: "Times & Tides", page: "https://x.example/", folders: ["Ports", "Coast"] },
        { url: "http://y.example/f" },
      ],
      messages: [{ rule: "opml/address", text: "“nowhere” is no web address." }],
    });
  });

  it("reads one address a line, and says which line is none", () => {
    expect(
      parseOpml("# ports\nhttps://x.example/f\r\n\n not an address \nhttps://y.example/f\nhttps://x.example/f"),
    ).toEqual({
      title: undefined,
      feeds: [{ url: "https://x.example/f" }, { url: "https://y.example/f" }],
      messages: [{ rule: "opml/address", text: "Line 4: “not an address” is no web address." }],
    });
  });

  it.each(["", "# nothing", "<opml><body/></opml>", "words"])("refuses %s", (text) => {
    expect(() => parseOpml(text)).toThrow(/no feed in it/);
  });
});

describe("sniffList", () => {
  it.each([
    [rss(item(1)), "rss"],
    [atom(""), "atom"],
    ["<feed><entry/></feed>", "atom"],
    ['<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">', "rdf"],
    ['\uFEFF {"version": "https://jsonfeed.org/version/1.1", "items": []}', "json-feed"],
    [URLSET, "urlset"],
    ["<!-- <rss> --><sitemapindex>", "sitemap-index"],
    ['<?xml version="1.0"?><opml version="2.0">', "opml"],
    [`<br/><b>Warning</b> ${rss("")}`, "rss"],
    ["<!doctype html><html><body><rss>", undefined],
    ["<p>About <rss", undefined],
    ["<feed><cattle/></feed>", undefined],
    ['<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><owl/>', undefined],
    ['{"items": []}', undefined],
    ["The rss said so.", undefined],
    ["", undefined],
  ])("%s", (text, kind) => {
    expect(sniffList(text)).toBe(kind);
  });
});

describe("feedsOfPage", () => {
  it("finds the feeds that a page names in its head", () => {
    const link = (href: string, type = "application/rss+xml", rel = "alternate") =>
      `<link rel="${rel}" type="${type}" href="${href}">`;
    const head =
      link("/rss") +
      link("/rss") +
      link("a.json", "application/feed+json", "home ALTERNATE") +
      link("/de", "text/html") +
      link("/style", "text/css", "stylesheet");
    const page = `<!doctype html><head>${head}</head><body>${link("/comments")}</body>`;
    expect(feedsOfPage(page, "https://x.example/news/")).toEqual([
      "https://x.example/rss",
      "https://x.example/news/a.json",
    ]);
    expect(feedsOfPage("plain words")).toEqual([]);
  });
});
