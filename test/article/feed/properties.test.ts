/** Whatever comes in: a feed, or one clear error; and the work grows no faster than the input. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFeed, parseOpml, parseSitemap, sniffList } from "../../../src/article/feed/index.ts";
import { OnrecordError } from "../../../src/schema/index.ts";
import { atom, BASE, item, rss, STORY } from "./support.ts";

const SEED = { seed: 11, numRuns: 400 };
const PIECES = [
  ...["<item>", "</item>", "<entry>", "<title>", "</title>", "<link>", "<link href='/x'/>", "<![CDATA[", "]]>", "<!--", "-->", "&amp;", "&#0;", "&#x110000;"],
  ...["<?", "<!DOCTYPE a [", "</", "<", ">", '"', "\0", "\ud800", "<content:encoded>", "xmlns='", "</channel>", "{", "}", "[", "]", "\\", " "],
]; // biome-ignore format: one list

const FEEDS = [
  rss(
    item(1) +
      item(
        2,
        `<content:encoded><![CDATA[${STORY}]]></content:encoded><pubDate>Mon, 11 May 2026 09:30:00 GMT</pubDate>`,
      ),
  ),
  atom(`<entry><id>1</id><link href="/1"/><content type="xhtml"><div>${STORY}</div></content></entry>`),
  JSON.stringify({ version: "https://jsonfeed.org/version/1", items: [{ id: 1, url: "/1", content_html: STORY }] }),
  "<urlset><url><loc>https://x.example/</loc><lastmod>2026-05-11</lastmod></url></urlset>",
  '<opml><body><outline text="a"><outline xmlUrl="https://x.example/f"/></outline></body></opml>',
];

/** A feed with pieces cut out and others put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...FEEDS),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        fc.oneof(fc.constantFrom(...PIECES), fc.string()),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([feed, changes]) =>
    changes.reduce((text, [place, length, piece]) => {
      const at = Math.floor(place * text.length);
      return text.slice(0, at) + piece + text.slice(at + length);
    }, feed),
  );

const READERS = { parseFeed, parseSitemap, parseOpml, sniffList };

describe("mutated feeds", () => {
  it.each(Object.entries(READERS))("%s throws nothing but an OnrecordError", (_, read) => {
    fc.assert(
      fc.property(mutated, (text) => {
        try {
          read(text, BASE);
        } catch (error) {
          expect(error).toBeInstanceOf(OnrecordError);
        }
      }),
      SEED,
    );
  });

  it("every entry has an id, and an absolute address or its whole text", () => {
    fc.assert(
      fc.property(mutated, (text) => {
        for (const { id, url, html } of entriesOf(text)) {
          expect(id).not.toBe("");
          if (url === undefined) expect(html).toBeTruthy();
          else expect(url).toMatch(/^https?:\/\//);
        }
      }),
      SEED,
    );
  });

  it("a feed read twice gives the same", () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expect(entriesOf(text)).toEqual(entriesOf(text));
      }),
      { ...SEED, numRuns: 50 },
    );
  });
});

function entriesOf(text: string) {
  try {
    return parseFeed(text, BASE).entries;
  } catch {
    return [];
  }
}

/** Each of a megabyte or more: what costs more than its length would not come back within a test's time. */
describe("hostile feeds", () => {
  const many = (piece: string, end = "") =>
    piece.repeat(Math.ceil(500_000 / piece.length)) + end.repeat(Math.ceil(500_000 / piece.length));
  const inItem = (text: string) => rss(item(1) + item(2, text));
  it.each([
    ["open elements", inItem(many("<a>"))],
    ["nested elements", inItem(many("<a>", "</a>"))],
    ["end tags of nothing", inItem(`${"<a>".repeat(200)}${many("</b>")}`)],
    ["items without end", rss(many("<item><link>/x</link>"))],
    ["items in titles", rss(item(1) + many("<item><title>"))],
    ["unclosed fields", inItem("<a>".repeat(200) + many("<b/>"))],
    ["brackets in an author", inItem(`<author>${many("(")}@</author>`)],
    ["sections that never end", inItem(`<description>${many("<![CDATA[")}`)],
    ["comments that never end", inItem(many("<!--"))],
    ["tags that never end", inItem(`<description><![CDATA[${many("<b ")}]]></description>`)],
    ["references", inItem(`<description>${many("&amp;")}</description>`)],
    ["ampersands", inItem(`<title>${many("&")}</title>`)],
    ["attributes", inItem(`<a ${many("x='1' ")}>`)],
    [
      "namespaces",
      inItem(
        `<a ${Array.from({ length: 50_000 }, (_, i) => `xmlns:n${i}="u${i}"`).join(" ")}>${many("<b xmlns='x'/>")}</a>`,
      ),
    ],
    ["entities", `<!DOCTYPE r [${many("<!ENTITY a '&a;&a;'>")}]>${inItem("&a;")}`],
    ["line ends", inItem(`<content type="text">${many("\n ")}</content>`)],
    ["objects", `{"items":[${many('{"a":')}`],
    ["strings", `{"items":[{"id":1,"url":"https://x.example/"},${many('"\\"')}`],
  ])("%s", (_, text) => {
    expect(entriesOf(text).length).toBeGreaterThanOrEqual(text.startsWith("{") || text.startsWith("<!") ? 0 : 1);
    for (const read of [parseOpml, parseSitemap]) expect(() => read(text)).toThrow(OnrecordError);
  });
});
