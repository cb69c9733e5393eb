/** Addresses and feeds into a record: what is stored, what is asked for again, what a second run finds. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addItems, createPreparer, itemsOf, type NamedFeed, type WatchNews, watchRecord } from "../../src/index.ts";
import { type OpenRecord, openRecord } from "../../src/record.ts";
import { atom, rss, STORY } from "../article/feed/support.ts";
import { answer, fakeClock, type Route, startServer, type TestServer } from "../article/fetch/support.ts";
import { pdf } from "../article/make-pdf.ts";
import { HARBOUR, PIER, recordPath } from "./fixtures.ts";

let server: TestServer;
let record: OpenRecord;
/** What was sent, and not only said to be unchanged. */
let sent: string[];

beforeEach(async () => {
  server = await startServer({});
  record = await openRecord(recordPath());
  sent = [];
});
afterEach(async () => {
  record.close();
  await server.close();
});

const html = (text: string, title = "") =>
  `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>${text
    .split("\n\n")
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("")}</article></body></html>`;

/** Answers with 304 to whoever has this version already. */
const tagged =
  (body: string | Uint8Array, etag: string, type = "text/html; charset=utf-8"): Route =>
  (response, request) => {
    if (request.headers["if-none-match"] === etag) return void response.writeHead(304, { etag }).end();
    sent.push(request.url!);
    response.writeHead(200, { etag, "content-type": type }).end(body);
  };

const OPTIONS = { allowPrivate: true, gapMs: 0, retries: 0 };

async function add(...paths: string[]): Promise<string[]> {
  const results: string[] = [];
  for await (const { outcome, name } of addItems(record, itemsOf(paths.map((path) => server.base + path)), OPTIONS)) {
    results.push(`${outcome} ${name.replace(server.base, "")}`);
  }
  return results;
}

const entry = (path: string, more = "") =>
  `<item><title>A story</title><link>${server.base}${path}</link>${more}</item>`;

describe("onrecord add of an address", () => {
  it("that is a feed adds its pages and its whole texts; again, and nothing is sent twice", async () => {
    server.routes["/pier"] = tagged(html(PIER.text, "Pier"), '"1"');
    const whole = `<content:encoded><![CDATA[${STORY}]]></content:encoded>`;
    server.routes["/feed"] = answer(200, rss(entry("/pier") + entry("/whole", whole)), { "content-type": "text/xml" });
    expect(await add("/feed")).toEqual(["added /pier", "added /whole"]);
    const { reading } = await record.article(1);
    expect(reading.article).toMatchObject({ title: "A story", url: `${server.base}/pier` });
    expect(reading.statements.length).toBeGreaterThan(2);
    expect((await record.article(2)).reading.article).toMatchObject({ publisher: "Harbour News" });
    expect(await add("/feed", "/pier")).toEqual(["unchanged /pier", "unchanged /pier", "unchanged /whole"]);
    expect(sent).toEqual(["/pier"]);
    expect((await record.check()).faults).toEqual([]);
  });

  it("that is an index of sitemaps adds the pages of all of them", async () => {
    const [pier, harbour] = [
      `<url><loc>${server.base}/pier</loc></url>`,
      `<url><loc>${server.base}/harbour</loc></url>`,
    ];
    server.routes["/pier"] = answer(200, html(PIER.text, "Pier"));
    server.routes["/harbour"] = answer(200, html(HARBOUR.text, "Harbour"));
    server.routes["/one.xml"] = answer(200, `<urlset>${pier}</urlset>`);
    server.routes["/two.xml"] = answer(200, `<urlset>${harbour}</urlset>`);
    const maps = ["/one.xml", "/two.xml", "/gone.xml"].map(
      (path) => `<sitemap><loc>${server.base}${path}</loc></sitemap>`,
    );
    server.routes["/sitemap.xml"] = answer(200, `<sitemapindex>${maps.join("")}</sitemapindex>`);
    expect((await add("/sitemap.xml")).toSorted()).toEqual(["added /harbour", "added /pier", "failed /gone.xml"]);
  });

  it("that is a PDF adds it", async () => {
    const lines = ["Ada Quill, the mayor of Northshore, said that the harbour", "would reopen by May."];
    const bytes = pdf([lines.map((text, n) => ({ x: 60, y: 100 + 14 * n, text }))]);
    server.routes["/report"] = tagged(bytes, '"p"', "application/pdf");
    expect(await add("/report")).toEqual(["added /report"]);
    expect((await record.article(1)).reading.article.text).toContain("the harbour would reopen by May");
    expect(await add("/report")).toEqual(["unchanged /report"]);
    expect(sent).toEqual(["/report"]);
  });

  it("that has changed makes a new version; one that failed is asked for whole the next time", async () => {
    server.routes["/pier"] = tagged(html(PIER.text, "Pier"), '"1"');
    expect(await add("/pier")).toEqual(["added /pier"]);
    server.routes["/pier"] = answer(500);
    expect(await add("/pier")).toEqual(["failed /pier"]);
    server.routes["/pier"] = tagged(html(PIER.text.replace("Tuesday", "Wednesday"), "Pier"), '"2"');
    expect(await add("/pier")).toEqual(["updated /pier"]);
    expect(await add("/pier")).toEqual(["unchanged /pier"]);
    expect(sent).toEqual(["/pier", "/pier"]);
  });
});

async function watch(
  feeds: readonly NamedFeed[],
  more: { signal?: AbortSignal; once?: boolean } = {},
): Promise<string[]> {
  const preparer = createPreparer(record);
  const lines: string[] = [];
  try {
    for await (const news of watchRecord(record, feeds, { preparer, once: true, ...OPTIONS, ...more })) {
      lines.push(lineOf(news));
      if (news.kind === "polled" && more.once === false) break;
    }
  } finally {
    preparer.close();
  }
  return lines;
}

const lineOf = (news: WatchNews): string =>
  (news.kind === "item"
    ? `${news.result.outcome} ${news.result.name}`
    : news.kind === "polled"
      ? `polled ${news.feed} ${news.notModified ? "304" : `${news.fresh}/${news.entries}`}`
      : `${news.kind} ${news.feed}`
  ).replaceAll(server.base, "");

const feed = (path: string): NamedFeed => ({ url: server.base + path });

describe("onrecord watch", () => {
  beforeEach(() => {
    server.routes["/pier"] = tagged(html(PIER.text, "Pier"), '"1"');
    server.routes["/harbour"] = tagged(html(HARBOUR.text, "Harbour"), '"1"');
  });

  it("once, and again: the second run adds nothing, and the feed is not sent again; it need not be named either", async () => {
    server.routes["/feed"] = tagged(rss(entry("/pier") + entry("/harbour")), '"f"');
    expect(await watch([feed("/feed")])).toEqual(["added /pier", "added /harbour", "polled /feed 2/2"]);
    expect(await watch([feed("/feed")])).toEqual(["polled /feed 304"]);
    expect(await watch([])).toEqual(["polled /feed 304"]);
    expect(sent.toSorted()).toEqual(["/feed", "/harbour", "/pier"]);
    expect(await record.feeds()).toMatchObject([{ url: `${server.base}/feed`, title: "Harbour News" }]);
  });

  it("takes in what is new, and leaves what the record has from elsewhere", async () => {
    expect(await add("/pier")).toEqual(["added /pier"]);
    server.routes["/feed"] = tagged(rss(entry("/pier")), '"f"');
    expect(await watch([feed("/feed")])).toEqual(["polled /feed 0/1"]);
    server.routes["/feed"] = tagged(rss(entry("/harbour") + entry("/pier")), '"g"');
    expect(await watch([])).toEqual(["added /harbour", "polled /feed 1/2"]);
  });

  it("asks again for an entry that was updated, and makes a version of it if its words changed", async () => {
    const at = (date: string) =>
      atom(`<entry><id>1</id><title>Pier</title><link href="${server.base}/pier"/><updated>${date}</updated></entry>`);
    server.routes["/feed"] = tagged(at("2026-03-11T09:00:00Z"), '"1"');
    expect(await watch([feed("/feed")])).toEqual(["added /pier", "polled /feed 1/1"]);
    server.routes["/feed"] = tagged(at("2026-03-11T10:00:00Z"), '"2"');
    server.routes["/pier"] = tagged(html(PIER.text.replace("Tuesday", "Wednesday"), "Pier"), '"2"');
    expect(await watch([])).toEqual(["updated /pier", "polled /feed 1/1"]);
    server.routes["/feed"] = tagged(at("2026-03-11T10:00:00Z"), '"3"');
    expect(await watch([])).toEqual(["polled /feed 0/1"]);
    expect((await record.article(1)).versions).toHaveLength(2);
  });

  it("tells a feed that fails and goes on with the others; an article that fails is tried again", async () => {
    server.routes["/feed"] = tagged(rss(entry("/pier") + entry("/late")), '"f"');
    const lines = await watch([feed("/none"), feed("/feed"), feed("/pier")]);
    expect(lines.toSorted()).toEqual([
      "added /pier",
      "failed /late",
      "failed /none",
      "failed /pier",
      "polled /feed 2/2",
    ]);
    server.routes["/late"] = answer(200, html(HARBOUR.text, "Late"));
    expect((await watch([feed("/feed")])).toSorted()).toEqual(["added /late", "polled /feed 1/2"]);
    expect(await watch([feed("/feed")])).toEqual(["polled /feed 304"]);
  });

  it("keeps the new address of a feed that has moved, and gives up one that is gone until it is named again", async () => {
    server.routes["/old"] = answer(301, "", { location: "/new" });
    server.routes["/new"] = tagged(rss(entry("/pier")), '"n"');
    server.routes["/gone"] = answer(410);
    expect((await watch([feed("/old"), feed("/gone")])).toSorted()).toEqual([
      "added /pier",
      "moved /old",
      "polled /new 1/1",
      "stopped /gone",
    ]);
    expect((await record.feeds()).map(({ url }) => url.replace(server.base, ""))).toEqual(["/gone", "/new"]);
    expect(await watch([])).toEqual(["polled /new 304"]);
    expect(await watch([feed("/gone")])).toEqual(["stopped /gone"]);
  });

  it("ends when it is stopped, at once while it waits, and a poll that was broken off is made again", async () => {
    server.routes["/feed"] = tagged(rss(entry("/pier") + entry("/harbour")), '"f"');
    const stop = new AbortController();
    server.routes["/harbour"] = () => stop.abort();
    expect(await watch([feed("/feed")], { signal: stop.signal, once: false })).toEqual(["added /pier"]);
    server.routes["/harbour"] = answer(200, html(HARBOUR.text, "Harbour"));
    expect(await watch([feed("/feed")], { once: false })).toEqual(["added /harbour", "polled /feed 1/2"]);
    expect(await record.feeds()).toMatchObject([{ state: { etag: '"f"', failures: 0, nextAt: expect.any(Number) } }]);
    expect(await record.forgetFeed(`${server.base}/feed`)).toBe(true);
    expect(await record.forgetFeed(`${server.base}/feed`)).toBe(false);
  });

  it("polls again when it is time", async () => {
    const clock = fakeClock();
    const preparer = createPreparer(record);
    server.routes["/feed"] = tagged(rss(entry("/pier")), '"f"');
    const lines: string[] = [];
    for await (const news of watchRecord(record, [feed("/feed")], { preparer, clock, ...OPTIONS })) {
      lines.push(lineOf(news));
      if (lines.length === 2) server.routes["/feed"] = tagged(rss(entry("/harbour") + entry("/pier")), '"g"');
      if (lines.length >= 2 && lines.at(-1)!.startsWith("polled /feed 1/2")) break;
    }
    preparer.close();
    expect(lines.filter((line) => !line.endsWith("304"))).toEqual([
      "added /pier",
      "polled /feed 1/1",
      "added /harbour",
      "polled /feed 1/2",
    ]);
  });
});
