/** Watching feeds: what is new, when a feed is asked again, what is kept of it, how it ends. */
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createFetcher,
  type Fetcher,
  type WatchEvent,
  type WatchedFeed,
  type WatchOptions,
  watchFeeds,
} from "../../../src/article/fetch/index.ts";
import { item, rss, STORY } from "../feed/support.ts";
import { answer, type FakeClock, fakeClock, inTurn, startServer, type TestServer } from "./support.ts";

const MINUTE = 60_000;
let server: TestServer;
let clock: FakeClock;
let fetcher: Fetcher;

beforeEach(async () => {
  clock = fakeClock();
  server = await startServer({});
  fetcher = createFetcher({ allowPrivate: true, clock, gapMs: 0, retries: 0, robots: false });
});
afterEach(async () => {
  await fetcher.close();
  await server.close();
});

type Kept = Partial<WatchOptions> & { readonly polls?: number };

/** The events of so many polls, failed ones included (default: one round). */
async function watch(
  feeds: readonly (string | WatchedFeed)[],
  { polls, ...options }: Kept = {},
): Promise<WatchEvent[]> {
  const events: WatchEvent[] = [];
  const list = feeds.map((feed) => (typeof feed === "string" ? { url: server.base + feed } : feed));
  let settled = 0;
  for await (const event of watchFeeds(list, {
    fetcher,
    clock,
    seen: () => false,
    once: polls === undefined,
    ...options,
  })) {
    events.push(event);
    if ("state" in event && ++settled === polls) break;
  }
  return events;
}

const names = (events: readonly WatchEvent[]) =>
  events.map((event) => (event.kind === "item" ? event.item.name.split("/").at(-1) : event.kind));
const states = (events: readonly WatchEvent[]) => events.flatMap((event) => ("state" in event ? [event.state] : []));

describe("what is new", () => {
  it("is given as an address with what the feed knows, or as a record where the feed has the whole text", async () => {
    const whole = `<content:encoded><![CDATA[${STORY}]]></content:encoded><dc:creator>Lena Fuchs</dc:creator>`;
    const teaser = "<pubDate>Mon, 11 May 2026 09:30:00 GMT</pubDate><description>Soon.</description>";
    server.routes["/feed"] = answer(200, rss(item(1, whole) + item(2, teaser)));
    const items = (await watch(["/feed"])).flatMap((event) => (event.kind === "item" ? [event.item] : []));
    const [one, two] = [1, 2].map((n) => `https://harbour.example/story-${n}`);
    const meta = { title: "Story 1", byline: "Lena Fuchs", publisher: "Harbour News" };
    const from = `${server.base}/feed`;
    expect(items).toEqual([
      { kind: "record", name: one, meta, line: { ...meta, html: STORY, url: one }, from },
      { kind: "url", name: two, url: two, meta: { title: "Story 2", published: "2026-05-11T09:30:00Z" }, from },
    ]);
  });

  it("leaves out what is known, and gives nothing twice, not from two feeds either", async () => {
    server.routes["/feed"] = inTurn(answer(200, rss(item(1) + item(2))), answer(200, rss(item(3) + item(2))));
    server.routes["/other"] = answer(200, rss(item(2)));
    const asked: string[] = [];
    const seen = (key: string) => asked.push(key) > 0 && key.endsWith("-1");
    const events = await watch(["/feed", "/other"], { polls: 4, seen, concurrency: 1 });
    expect(names(events)).toEqual(["story-2", "polled", "polled", "story-3", "polled", "polled"]);
    expect(asked[0]).toBe("https://harbour.example/story-1");
  });

  it("gives an article again that has changed, if the store wants it", async () => {
    const version = (day: number) => rss(item(1, `<atom:updated>2026-05-${day}</atom:updated>`));
    server.routes["/feed"] = inTurn(answer(200, version(11)), answer(200, version(12)), answer(200, version(12)));
    expect(names(await watch(["/feed"], { polls: 3 }))).toEqual(["story-1", "polled", "story-1", "polled", "polled"]);
  });

  it("is found in a news sitemap too, and in a feed that declares Latin-1", async () => {
    const loc = "https://x.example/a";
    server.routes["/map"] = answer(
      200,
      `<urlset><url><loc>${loc}</loc><news:news><news:title>Deal</news:title></news:news></url></urlset>`,
    );
    const latin = rss(item(1)).replace("utf-8", "iso-8859-1").replace("Story 1", "Zo\xeb");
    server.routes["/latin"] = (response) => response.end(Buffer.from(latin, "latin1"));
    const events = await watch(["/map", "/latin"], { concurrency: 1 });
    expect(events[0]).toMatchObject({ item: { kind: "url", url: loc, meta: { title: "Deal" } } });
    expect(events[2]).toMatchObject({ item: { meta: { title: "Zoë" } } });
  });
});

describe("what is at the address", () => {
  it("may be a sitemap that is stored compressed", async () => {
    const map = gzipSync("<urlset><url><loc>https://x.example/a</loc></url></urlset>");
    server.routes["/map.gz"] = (response) => response.end(map);
    server.routes["/cut.gz"] = (response) => response.end(map.subarray(0, 30));
    expect(names(await watch(["/map.gz"]))).toEqual(["a", "polled"]);
    expect(await watch(["/cut.gz"])).toMatchObject([
      { kind: "failed", error: { message: expect.stringMatching(/unpacked/) } },
    ]);
  });

  it("may be a page: the error names its feeds", async () => {
    server.routes["/"] = answer(200, '<html><link rel="alternate" type="application/atom+xml" href="feed.xml"><body>x');
    const [event] = await watch(["/"]);
    expect(event).toMatchObject({ error: { code: "unsupported", hint: `It names its feed: ${server.base}/feed.xml` } });
  });
});

describe("the pace", () => {
  const intervals = (events: readonly WatchEvent[]) => states(events).map(({ interval }) => interval / MINUTE);

  it("halves with news and grows without, within bounds", async () => {
    let n = 0;
    server.routes["/busy"] = (response) => response.end(rss(item(n++)));
    expect(intervals(await watch(["/busy"], { polls: 4 }))).toEqual([15, 7.5, 5, 5]);
    server.routes["/quiet"] = answer(200, rss(item(1)));
    const begin = clock.now();
    const quiet = await watch(["/quiet"], { polls: 12, seen: () => true });
    expect(intervals(quiet).slice(0, 3)).toEqual([45, 67.5, 101.25]);
    expect(intervals(quiet).at(-1)).toBe(1440);
    expect(clock.now() - begin).toBe(
      states(quiet)
        .slice(0, -1)
        .reduce((sum, { interval }) => sum + interval, 0),
    );
  });

  it.each([
    ["ttl", "<ttl>90</ttl>", {}, 90],
    ["sy:updatePeriod", "<sy:updatePeriod>daily</sy:updatePeriod>", {}, 1440],
    ["max-age", "", { "cache-control": "max-age=3600" }, 60],
    ["a month", "<ttl>43200</ttl>", {}, 1440],
    ["a minute", "<ttl>1</ttl>", { "cache-control": "max-age=60" }, 15],
  ])("polls no sooner than asked: %s", async (_, head, headers, minutes) => {
    server.routes["/feed"] = answer(200, rss(item(1), head), headers as Record<string, string>);
    const [state] = states(await watch(["/feed"]));
    expect(state!.nextAt - clock.now()).toBe(minutes * MINUTE);
  });

  it("polls each feed when it is due", async () => {
    const feed = answer(200, rss(item(1)));
    Object.assign(server.routes, { "/soon": feed, "/late": feed });
    const late = { url: `${server.base}/late`, nextAt: clock.now() + 40 * MINUTE };
    await watch([late, "/soon"], { polls: 4 });
    expect(server.asked).toEqual(["/soon", "/soon", "/soon", "/late"]);
  });
});

describe("what is kept", () => {
  it("makes the next request a conditional one, in another run too", async () => {
    const headers = { etag: '"v1"', "last-modified": "Mon, 11 May 2026 09:30:00 GMT" };
    server.routes["/feed"] = (response, request) => {
      const known = request.headers["if-none-match"] === '"v1"';
      response.writeHead(known ? 304 : 200, known ? {} : headers).end(known ? "" : rss(item(1)));
    };
    const [state] = states(await watch(["/feed"]));
    const kept = JSON.parse(JSON.stringify(state)) as WatchedFeed;
    expect(kept).toMatchObject({ etag: '"v1"', lastModified: "Mon, 11 May 2026 09:30:00 GMT", failures: 0 });
    const again = await watch([kept]);
    expect(again).toMatchObject([{ kind: "polled", notModified: true, fresh: 0, state: { etag: '"v1"' } }]);
  });

  it("follows a feed that has moved for good, and keeps one that has moved for now", async () => {
    const feed = answer(200, rss(item(1)));
    const to = (status: number) => answer(status, "", { location: "/new" });
    Object.assign(server.routes, { "/old": to(301), "/now": to(302), "/new": feed });
    const events = await watch(["/old"]);
    expect(names(events)).toEqual(["moved", "story-1", "polled"]);
    expect(states(events)[0]!.url).toBe(`${server.base}/new`);
    expect(states(await watch(["/now"]))[0]!.url).toBe(`${server.base}/now`);
    const both = await watch(["/new", "/old"], { concurrency: 1 });
    expect(both.at(-1)).toMatchObject({
      kind: "stopped",
      state: { url: `${server.base}/old`, stopped: expect.stringMatching(/watched already/) },
    });
  });
});

describe("feeds that fail", () => {
  it("are events, told apart, and hold up no other", async () => {
    Object.assign(server.routes, {
      ...{
        "/page": answer(200, "<!doctype html><html><body>x</body></html>"),
        "/error": answer(500),
        "/gone": answer(410),
      },
      ...{
        "/index": answer(200, "<sitemapindex><sitemap><loc>/1.xml</loc></sitemap></sitemapindex>"),
        "/good": answer(200, rss(item(1))),
      },
    });
    const events = await watch(["/page", "/error", "/gone", "/index", "ftp", { url: "nowhere" }, "/good"], {
      concurrency: 1,
    });
    expect(names(events)).toEqual(["failed", "failed", "stopped", "failed", "failed", "failed", "story-1", "polled"]);
    const messages = states(events).map(({ lastError }) => lastError);
    expect(messages[0]).toMatch(/no feed/);
    expect(messages[3]).toMatch(/index of sitemaps/);
    expect(messages[5]).toMatch(/“nowhere” is no web address/);
  });

  it("are tried again after twice as long each time, or as long as the server asks", async () => {
    server.routes["/feed"] = inTurn(
      answer(500),
      answer(404),
      answer(503, "", { "retry-after": "36000" }),
      answer(200, rss(item(1))),
    );
    const events = await watch(["/feed"], { polls: 4 });
    expect(clock.sleeps.map((ms) => ms / MINUTE)).toEqual([60, 120, 600]);
    expect(states(events).map(({ failures }) => failures)).toEqual([1, 2, 3, 0]);
    expect(states(events).at(-1)).not.toHaveProperty("lastError");
  });

  it("are not polled once they are gone", async () => {
    server.routes["/feed"] = answer(410);
    const [state] = states(await watch(["/feed"], { polls: 99 }));
    expect(state!.stopped).toMatch(/status 410/);
    expect(await watch([state!], { polls: 99 })).toEqual([]);
    expect(server.asked).toHaveLength(1);
  });

  it("but a store that fails ends the watch", async () => {
    server.routes["/feed"] = answer(200, rss(item(1)));
    const seen = () => {
      throw new Error("disk full");
    };
    await expect(watch(["/feed"], { seen })).rejects.toThrow("disk full");
  });
});

describe("the end", () => {
  it("comes with the signal, while it sleeps or while it polls", async () => {
    const stop = new AbortController();
    server.routes["/feed"] = answer(200, rss(item(1)));
    const sleeping = { ...clock, sleep: async () => stop.abort() };
    expect(names(await watch(["/feed"], { polls: 99, signal: stop.signal, clock: sleeping }))).toEqual([
      "story-1",
      "polled",
    ]);
    const early = new AbortController();
    server.routes["/hang"] = () => early.abort();
    expect(await watch(["/hang"], { polls: 99, signal: early.signal })).toEqual([]);
  });

  it("comes when the reader stops, with the polls under way", async () => {
    let closed = () => {};
    const ended = new Promise<void>((resolve) => {
      closed = resolve;
    });
    server.routes["/hang"] = (response) => response.on("close", closed);
    server.routes["/feed"] = (response) => setTimeout(() => response.end(rss(item(1))), 20);
    const free = createFetcher({ allowPrivate: true, gapMs: 0, retries: 0, robots: false, timeoutMs: 600_000 });
    for await (const _ of watchFeeds([{ url: `${server.base}/hang` }, { url: `${server.base}/feed` }], {
      fetcher: free,
      seen: () => false,
    }))
      break;
    await ended;
    await free.close();
  });

  it("comes at once for an empty list", async () => {
    expect(await watch([], { polls: 1 })).toEqual([]);
  });
});
