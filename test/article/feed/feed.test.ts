/** parseFeed: the four kinds, whole articles against teasers, addresses, dates, and what feeds get wrong. */
import { parseFeed as oracle } from "feedsmith";
import { describe, expect, it } from "vitest";
import { parseFeed } from "../../../src/article/feed/index.ts";
import { atom, BASE, item, rss, STORY } from "./support.ts";

const first = (text: string, base = BASE) => parseFeed(text, base).entries[0]!;
const cdata = (html: string) => `<![CDATA[${html}]]>`;
const rules = (text: string) => parseFeed(text, BASE).messages.map(({ rule }) => rule);

describe("parseFeed", () => {
  it("reads RSS", () => {
    const more = `<pubDate>Mon, 11 May 2026 09:30:00 +0200</pubDate><dc:creator>Lena Fuchs</dc:creator>
      <description>A short &lt;b&gt;teaser&lt;/b&gt;.</description><content:encoded>${cdata(STORY)}</content:encoded>`;
    const head =
      "<title>Harbour News</title><link>https://harbour.example/</link><language>en-gb</language><ttl>45</ttl>";
    expect(parseFeed(rss(item(1, more), head), BASE)).toEqual({
      ...{ kind: "rss", title: "Harbour News", url: "https://harbour.example/", language: "en", everyMinutes: 45 },
      entries: [
        {
          ...{
            id: "g1",
            url: "https://harbour.example/story-1",
            title: "Story 1",
            published: "2026-05-11T09:30:00+02:00",
          },
          ...{ byline: "Lena Fuchs", html: STORY, summary: "A short teaser.", language: "en" },
        },
      ],
      messages: [],
    });
  });

  it("reads Atom, its XHTML content as HTML", () => {
    const entry = `<entry xml:lang="de"><id>tag:x,1</id><title type="html">Tom &amp;amp; Jerry</title>
      <link rel="edit" href="/edit/1"/><link rel="alternate" href="a?x=1&amp;y=2"/><published>2026-05-11T09:30:00Z</published>
      <updated>2026-05-12T09:30:00Z</updated><author><name>Lena Fuchs</name><email>l@x.example</email></author><author><name>Jo Ray</name></author>
      <summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${STORY}<br/>A &lt; B</div></content></entry>`;
    const feed = parseFeed(atom(entry), BASE);
    expect(feed).toMatchObject({ kind: "atom", title: "Harbour Atom", messages: [] });
    expect(feed.entries[0]).toEqual({
      ...{ id: "tag:x,1", url: "https://harbour.example/news/a?x=1&y=2", title: "Tom & Jerry", language: "de" },
      ...{ published: "2026-05-11T09:30:00Z", modified: "2026-05-12T09:30:00Z", byline: "Lena Fuchs, Jo Ray" },
      ...{ summary: "Short.", html: `<div>${STORY}<br>A &lt; B</div>` },
    });
  });

  it("reads RDF, and Atom under a prefix of its own", () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://x.example/"><title>R</title><link>https://x.example/</link></channel>
      <item rdf:about="https://x.example/1"><title>One</title><link>https://x.example/1</link><d:date>2026-05-11</d:date></item></rdf:RDF>`;
    const one = { id: "https://x.example/1", url: "https://x.example/1", title: "One", published: "2026-05-11" };
    expect(parseFeed(rdf)).toMatchObject({ kind: "rdf", title: "R", entries: [one] });
    const prefixed = `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>P</a:title><a:entry><a:id>1</a:id><a:title>One</a:title>
      <a:link href="https://x.example/1"/></a:entry></a:feed>`;
    expect(parseFeed(prefixed)).toMatchObject({ kind: "atom", title: "P", entries: [{ id: "1", url: one.url }] });
  });

  it("reads JSON Feed, and one that is cut off", () => {
    const items = [
      {
        id: 7,
        url: "/7",
        title: "Seven",
        content_html: STORY,
        date_published: "2026-05-11T09:30:00Z",
        authors: [{ name: "Jo Ray" }],
      },
      {
        id: "8",
        external_url: "https://y.example/8",
        title: "Eight",
        content_text: "Only a line with “quotes] }” in it.",
      },
    ];
    const text = JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "J", language: "en", items });
    const feed = parseFeed(`\uFEFF${text}`, BASE);
    expect(feed).toMatchObject({ kind: "json", title: "J", messages: [] });
    expect(feed.entries).toMatchObject([
      { id: "7", url: "https://harbour.example/7", html: STORY, byline: "Jo Ray", language: "en" },
      { id: "8", url: "https://y.example/8", summary: "Only a line with “quotes] }” in it." },
    ]);
    expect(feed.entries[1]).not.toHaveProperty("html");
    const cut = parseFeed(text.slice(0, text.indexOf("Eight")), BASE);
    expect(cut.entries.map(({ id }) => id)).toEqual(["7"]);
    expect(cut.messages).toMatchObject([{ rule: "feed/cut-off" }]);
  });

  it.each([
    ["a description alone", `<description>${cdata(STORY)}</description>`],
    [
      "content that is the summary again",
      `<description>${cdata(STORY)}</description><content:encoded>${cdata(STORY)}</content:encoded>`,
    ],
    ["content that breaks off", `<content:encoded>${cdata(`${STORY}<p>The talks […]</p>`)}</content:encoded>`],
    [
      "content that leads on",
      `<content:encoded>${cdata(`${STORY}<a href="/1">Continue reading →</a>`)}</content:encoded>`,
    ],
    ["a line", `<content:encoded>${cdata("<p>The strike is over.</p>")}</content:encoded>`],
  ])("never takes a teaser for the article: %s", (_, more) => {
    expect(first(rss(item(1, more)))).not.toHaveProperty("html");
    expect(first(rss(item(1, more))).summary).toMatch(/strike|talks/);
  });

  it("takes no content that lies elsewhere or is no text", () => {
    const at = (attributes: string) =>
      first(
        atom(
          `<entry><id>1</id><link href="/1"/><content ${attributes}>${STORY.replaceAll("<", "&lt;")}</content></entry>`,
        ),
      );
    expect(at('type="html"').html).toBe(STORY);
    expect(at('type="html" src="/1.html"')).not.toHaveProperty("html");
    expect(at('type="image/png"')).not.toHaveProperty("html");
  });

  it("undoes what was escaped twice, and leaves a bare & alone", () => {
    const twice = STORY.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    expect(first(rss(item(1, `<content:encoded>${cdata(twice)}</content:encoded>`))).html).toBe(STORY);
    const odd =
      "<item><title>Fish & Chips &amp;#8217; &nbsp; Caf&eacute; 3 &lt; 4</title><link>/a?x=1&y=2</link></item>";
    expect(first(rss(odd))).toMatchObject({
      title: "Fish & Chips ’ Café 3 < 4",
      url: "https://harbour.example/a?x=1&y=2",
    });
  });

  it("resolves addresses against xml:base, the feed's address, else what the feed says of itself", () => {
    const entry = '<entry xml:base="sub/"><id>1</id><link href="a"/></entry>';
    expect(first(atom(entry)).url).toBe("https://harbour.example/news/sub/a");
    const based = atom(entry).replace("<feed", '<feed xml:base="https://y.example/x/"');
    expect(first(based).url).toBe("https://y.example/x/sub/a");
    expect(parseFeed(rss("<item><link>/a</link></item>")).entries[0]!.url).toBe("https://harbour.example/a");
    expect(first(rss("<item><link>javascript:alert(1)</link><guid>https://z.example/1</guid></item>")).url).toBe(
      "https://z.example/1",
    );
  });

  it("gives an id to entries without one, and tells apart those that share one", () => {
    const items =
      "<item><link>/a</link></item><item><link>/b</link><guid>0</guid></item><item><link>/c</link><guid>0</guid></item><item><link>/c</link><guid>0</guid></item>";
    const feed = parseFeed(rss(items), BASE);
    expect(feed.entries.map(({ id }) => id)).toEqual(["https://harbour.example/a", "0", "https://harbour.example/c"]);
    expect(feed.messages.map(({ rule }) => rule)).toEqual(["feed/duplicate", "feed/duplicate"]);
    const bare = rss(`<item><title>T</title><content:encoded>${cdata(STORY)}</content:encoded></item>`);
    expect(first(bare).id).toMatch(/^[0-9a-f]{16}$/);
  });

  it("says which entry has nothing to read, and which date is none", () => {
    expect(rules(rss("<item><title>Lost</title></item>"))).toEqual(["feed/no-address"]);
    const feed = parseFeed(rss(item(1, "<pubDate>31 Feb 2026</pubDate>")), BASE);
    expect(feed.messages[0]!.text).toBe("The date of “Story 1”, “31 Feb 2026”, could not be read.");
    expect(feed.entries[0]).not.toHaveProperty("published");
  });

  it.each([
    ["<dc:creator>Lena Fuchs</dc:creator><author>x@y.example</author>", "Lena Fuchs"],
    ["<author>lena@x.example (Lena Fuchs)</author>", "Lena Fuchs"],
    ["<author>Lena Fuchs &lt;lena@x.example&gt;</author>", "Lena Fuchs"],
    ["<author>lena@x.example</author>", undefined],
  ])("byline: %s", (more, byline) => {
    expect(first(rss(item(1, more))).byline).toBe(byline);
  });

  it("names the outlet of an entry that comes from another", () => {
    expect(first(rss(item(1, '<source url="https://y.example/f">Coast Times</source>'))).publisher).toBe("Coast Times");
  });

  it.each([
    ["<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 30],
    ["<sy:updatePeriod>daily</sy:updatePeriod>", 1440],
    ["<ttl>soon</ttl>", undefined],
  ])("asks for patience: %s", (head, minutes) => {
    expect(parseFeed(rss("", head)).everyMinutes).toBe(minutes);
  });
});

describe("parseFeed, of broken feeds", () => {
  const whole = rss(item(1) + item(2) + item(3));

  it("keeps the entries before a break, wherever it is", () => {
    for (let end = whole.indexOf("<item>"); end < whole.length; end++) {
      const text = whole.slice(0, end);
      expect(parseFeed(text, BASE).entries.length).toBe(text.split("</item>").length - 1);
    }
    expect(rules(whole.slice(0, whole.lastIndexOf("</item>")))).toEqual(["feed/cut-off"]);
  });

  it("loses no other entry to one that is broken", () => {
    const ids = (text: string) => parseFeed(text, BASE).entries.map(({ url }) => url);
    const broken = "<item><title>Two</titel><link>/two</link></item>";
    expect(ids(rss(item(1) + broken + item(3)))).toHaveLength(3);
    expect(parseFeed(rss(item(1) + broken + item(3)), BASE).entries[1]!.title).toBe("Two");
    const unended = "<item><title>Two</title><link>/two</link>";
    expect(ids(rss(item(1) + unended + item(3)))).toHaveLength(3);
    expect(ids(rss(`${item(1)}<item><title>Half${item(3)}`))).toHaveLength(2);
  });

  it("reads a feed after a server's warnings", () => {
    expect(parseFeed(`<br />\n<b>Warning</b>: deprecated<br />${whole}`, BASE).entries).toHaveLength(3);
  });

  it.each([
    ["<!doctype html><html><body>no feed</body></html>", /starts with <html>/],
    ["plain words", /no element/],
    ["", /no element/],
  ])("refuses %s", (text, message) => {
    expect(() => parseFeed(text)).toThrow(message);
  });

  it("expands no entities of the document, and loads none", () => {
    const laughs = `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    const text = whole.replace("<rss", `${laughs}<rss`).replace("Story 1", "S &b;&x;");
    expect(first(text).title).toBe("S &b;&x;");
  });
});

/** Another reader of feeds reads the same of those that are in order. */
describe("parseFeed and feedsmith agree", () => {
  const bodies = ["A & B", "<b>x</b> y", "Zoë’s “deal”", "5 < 6", "tail ]] >"];
  it.each(bodies)("on %s", (body) => {
    const escaped = body.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const text = rss(
      `<item><title>${escaped}</title><link>https://x.example/?q=1&amp;r=2</link><guid>${escaped}</guid><description>${cdata(body)}</description></item>`,
    );
    const theirs = oracle(text);
    if (theirs.format !== "rss") throw new Error("not RSS");
    const [their] = theirs.feed.items!;
    expect(first(text)).toMatchObject({ url: their!.link, id: their!.guid!.value });
    expect(first(text).title).toBe(their!.title!.replace(/<\/?b>/g, ""));
  });
});
