/** Feeds, sitemaps, lists of feeds and JSON as files; fetchItems, which opens those of the web and keeps what it is given in order. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { countItems, holdsMany, type Item, itemsOf } from "../../../src/article/files/index.ts";
import { type FetchingOptions, fetchItems } from "../../../src/index.ts";
import { item, rss, STORY } from "../feed/support.ts";
import { answer, fakeClock, startServer, type TestServer } from "../fetch/support.ts";
import { all } from "./archive.ts";

const root = mkdtempSync(join(tmpdir(), "onrecord-lists-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
function put(name: string, content: string | Uint8Array): string {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
  return join(root, name);
}
const told = (one: Item): string =>
  one.kind === "failed"
    ? `${one.code}: ${one.message.replaceAll(`${root}/`, "")}`
    : `${one.kind} ${relative(root, one.name)}`;
const read = async (...names: string[]) => (await all(itemsOf(names))).map((one) => told(one).replace("../../", ""));

const WHOLE = `<content:encoded><![CDATA[${STORY}]]></content:encoded>`;
const urlset = (...urls: string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls
    .map((url) => `<url><loc>${url}</loc><lastmod>2026-05-11</lastmod></url>`)
    .join("")}</urlset>`;
const index = (...urls: string[]) =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((url) => `<sitemap><loc>${url}</loc></sitemap>`).join("")}</sitemapindex>`;
const opml = (...urls: string[]) =>
  `<opml version="2.0"><body>${urls.map((url) => `<outline text="x" xmlUrl="${url}"/>`).join("")}</body></opml>`;

describe("a file", () => {
  it("that is a feed gives records and addresses, with what the feed knows; an entry with neither is told", async () => {
    const bad = "<item><title>Nowhere</title></item>";
    const path = put("a.rss", rss(item(1, WHOLE) + bad + item(2, "<pubDate>Mon, 11 May 2026 09:30:00 GMT</pubDate>")));
    const items = await all(itemsOf([path]));
    const [one, two] = [1, 2].map((n) => `https://harbour.example/story-${n}`);
    const meta = { title: "Story 1", publisher: "Harbour News" };
    expect(items.slice(0, 2)).toEqual([
      { kind: "record", name: one, meta, line: { ...meta, html: STORY, url: one }, from: path },
      { kind: "url", name: two, url: two, meta: { title: "Story 2", published: "2026-05-11T09:30:00Z" }, from: path },
    ]);
    expect(items.slice(2).map(told)).toEqual([
      "bad-record: a.rss: “Nowhere” has neither an address nor its whole text.",
    ]);
    expect(await holdsMany(path)).toBe(true);
    expect(await countItems([path])).toBeUndefined();
  });

  it("is told by its head if its name says XML or JSON, packed or not; others are what they were", async () => {
    const json = {
      version: "https://jsonfeed.org/version/1.1",
      title: "Tide",
      items: [{ id: "7", content_html: STORY }],
    };
    put("heads/a.xml", rss(item(1)));
    put("heads/b.xml.gz", gzipSync(urlset("https://harbour.example/b")));
    put("heads/c.json", JSON.stringify(json));
    put("heads/d.json", '{"name":"settings"}');
    put("heads/e.xml", "<project><target/></project>");
    put("heads/f.opml", opml("https://harbour.example/feed"));
    const known = ["url https:/harbour.example/story-1", "url https:/harbour.example/b"];
    expect((await read(join(root, "heads"))).map((line) => line.replace(/.*url .*https:/, "url https:"))).toEqual([
      ...known,
      "record heads/c.json, entry 7",
      "url https:/harbour.example/feed",
    ]);
    expect(await read(join(root, "heads/e.xml"))).toEqual(["file heads/e.xml"]);
  });

  it("of JSON is one record, or an array of them; a bad one is told with its number", async () => {
    const one = put("one.json", '{"text":"Ada: yes."}');
    const many = put("many.json", '[{"text":"Ada: yes."}, 5, {"html":"<p>No.</p>"}]');
    expect(await read(one, many, put("bad.json", "{"))).toEqual([
      "record one.json",
      "record many.json, record 1",
      "bad-record: many.json, record 2 is not an object.",
      "record many.json, record 3",
      expect.stringMatching(/^bad-json: bad\.json is not JSON/),
    ]);
    expect([await holdsMany(one), await holdsMany(many)]).toEqual([false, true]);
  });

  it("whose name says feed and is none, or that is empty or cut off, is told", async () => {
    expect(await read(put("x.rss", "Just words."), put("y.atom", ""), put("z.rss", rss("")))).toEqual([
      "unsupported: x.rss is no feed, sitemap or list of feeds.",
      "unsupported: y.atom is no feed, sitemap or list of feeds.",
      "empty: z.rss names no article.",
    ]);
    const cut = put("cut.xml.gz", gzipSync(rss(item(1).repeat(2000))).subarray(0, 300));
    expect((await read(cut)).at(-1)).toMatch(/^unsupported: .*cut\.xml\.gz/);
  });
});

describe("addresses", () => {
  let server: TestServer;
  let other: TestServer;
  beforeEach(async () => {
    server = await startServer({});
    other = await startServer({});
  });
  afterEach(async () => {
    await server.close();
    await other.close();
  });
  const fetched = async (names: readonly string[], options: FetchingOptions = {}) => {
    const items = fetchItems(itemsOf(names), {
      allowPrivate: true,
      gapMs: 0,
      retries: 0,
      clock: fakeClock(),
      ...options,
    });
    return (await all(items)).map((one) =>
      (one.kind === "bytes" ? `${one.name} ${Buffer.from(one.bytes)}` : told(one))
        .replaceAll(server.base, "")
        .replaceAll(other.base, "2:"),
    );
  };
  const page = (text: string) => answer(200, text, { "content-type": "text/html; charset=utf-8" });

  it("are fetched once each and keep their order; a page stays a page, and carries what the server said", async () => {
    server.routes["/slow"] = (response) => setTimeout(() => response.end("slow"), 50);
    server.routes["/fast"] = answer(200, "fast", { etag: '"1"', "last-modified": "Mon, 11 May 2026 09:30:00 GMT" });
    const names = [`${server.base}/slow`, `${server.base}/fast`, `${server.base}/gone`];
    expect(await fetched(names)).toEqual([
      "/slow slow",
      "/fast fast",
      expect.stringMatching(/^fetch-failed: \/gone answered with status 404/),
    ]);
    expect(server.asked.filter((path) => path !== "/robots.txt").sort()).toEqual(["/fast", "/gone", "/slow"]);
    const [one] = await all(fetchItems(itemsOf([names[1]!]), { allowPrivate: true, gapMs: 0 }));
    expect(one).toMatchObject({ meta: { url: names[1], etag: '"1"', lastModified: "Mon, 11 May 2026 09:30:00 GMT" } });
  });

  it("of a feed give its entries, of an index its sitemaps' pages, of a list its feeds' entries; side by side over hosts", async () => {
    const link = (base: string, n: number) => `<item><link>${base}/${n}</link></item>`;
    for (const [name, { base, routes }] of [
      ["a", server],
      ["b", other],
    ] as const) {
      for (const n of [1, 2]) routes[`/${n}`] = page(name + n);
      routes["/feed"] = answer(200, rss(link(base, 1) + link(base, 2)), { "content-type": "application/rss+xml" });
      routes["/map.xml.gz"] = (response) => response.end(gzipSync(urlset(`${base}/1`, `${base}/2`)));
    }
    server.routes["/index.xml"] = answer(200, index(`${server.base}/map.xml.gz`, `${server.base}/index.xml`));
    server.routes["/opml"] = answer(200, opml(`${server.base}/feed`, `${other.base}/feed`));
    expect(await fetched([`${server.base}/feed`])).toEqual(["/1 a1", "/2 a2"]);
    expect(await fetched([`${server.base}/index.xml`])).toEqual(["/1 a1", "/2 a2"]);
    const both = await fetched([`${server.base}/opml`]);
    expect(both.toSorted()).toEqual(["/1 a1", "/2 a2", "2:/1 b1", "2:/2 b2"]);
    expect(both.indexOf("/1 a1")).toBeLessThan(both.indexOf("/2 a2"));
  });

  it("of an entry are never opened as lists, and what is unchanged is not sent again", async () => {
    server.routes["/feed"] = answer(200, rss(`<item><link>${server.base}/nested</link></item>`));
    server.routes["/nested"] = (response, { headers }) =>
      headers["if-none-match"] === '"n"'
        ? response.writeHead(304).end()
        : response.writeHead(200, { etag: '"n"' }).end(rss(item(1)));
    expect(await fetched([`${server.base}/feed`])).toEqual([`/nested ${rss(item(1))}`]);
    const known = async (name: string) => (name.endsWith("/nested") ? { etag: '"n"' } : undefined);
    const items = fetchItems(itemsOf([`${server.base}/feed`]), { allowPrivate: true, gapMs: 0, known });
    expect(await all(items)).toMatchObject([{ kind: "url", notModified: true }]);
  });

  it("more than are held at a time all come, also when their reader stops early", async () => {
    const links = Array.from({ length: 150 }, (_, n) => `<item><link>${server.base}/p${n}</link></item>`);
    for (const n of links.keys()) server.routes[`/p${n}`] = page(`p${n}`);
    server.routes["/feed"] = answer(200, rss(links.join("")));
    const found = await fetched([`${server.base}/feed`]);
    expect(found).toEqual(links.map((_, n) => `/p${n} p${n}`));
    for await (const one of fetchItems(itemsOf([`${server.base}/feed`]), { allowPrivate: true, gapMs: 0 })) {
      expect(one.kind).toBe("bytes");
      break;
    }
  });
});
