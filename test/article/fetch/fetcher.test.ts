/** A fetcher over many requests: its pace, what it tries again, what it keeps, how it ends. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFetcher, type Fetcher, type FetcherOptions } from "../../../src/article/fetch/index.ts";
import { answer, type FakeClock, fakeClock, inTurn, type Route, startServer, type TestServer } from "./support.ts";

const PAGE = "<p>The strike is over.</p>";
const ok = answer(200, PAGE);
let server: TestServer;
let clock: FakeClock;
const open: Fetcher[] = [];

beforeEach(async () => {
  clock = fakeClock();
  server = await startServer({ "/a": ok, "/b": ok, "/c": ok });
});
afterEach(async () => {
  for (const fetcher of open.splice(0)) await fetcher.close();
  await server.close();
});

function fetcherWith(options: FetcherOptions = {}): Fetcher {
  const fetcher = createFetcher({ allowPrivate: true, clock, random: () => 0.5, ...options });
  open.push(fetcher);
  return fetcher;
}
const pages = () => server.asked.filter((path) => path !== "/robots.txt");

describe("the pace", () => {
  const all = (fetcher: Fetcher) => Promise.all(["/a", "/b", "/c"].map((path) => fetcher.fetch(server.base + path)));

  it("leaves a second between two requests to a host, and keeps its connections", async () => {
    const starts: number[] = [];
    const timed: Route = (response, request) => {
      starts.push(clock.now());
      ok(response, request);
    };
    Object.assign(server.routes, { "/a": timed, "/b": timed, "/c": timed });
    const fetcher = fetcherWith({ perHost: 1 });
    const begin = clock.now();
    await all(fetcher);
    expect(starts.map((start) => start - begin)).toEqual([0, 1000, 2000]);
    expect(server.connections()).toBe(1);
  });

  it("makes no more than two requests to a host at a time", async () => {
    let active = 0;
    let most = 0;
    const slow: Route = (response, request) => {
      most = Math.max(most, ++active);
      setTimeout(() => {
        active--;
        ok(response, request);
      }, 10);
    };
    const paths = Array.from({ length: 8 }, (_, i) => `/${i}`);
    for (const path of paths) server.routes[path] = slow;
    const fetcher = fetcherWith({ gapMs: 0 });
    await Promise.all(paths.map((path) => fetcher.fetch(server.base + path)));
    expect(most).toBe(2);
  });

  it.each([
    ["5", 5000],
    ["3600", 30_000],
    ["0.2", 1000],
  ])("keeps to a Crawl-delay of %s s, within reason", async (seconds, gap) => {
    server.routes["/robots.txt"] = answer(200, `User-agent: *\nCrawl-delay: ${seconds}`);
    await all(fetcherWith({ perHost: 1 }));
    expect(clock.sleeps).toEqual([gap, gap]);
  });

  it("asks for robots.txt once a day, however many wait for it", async () => {
    const fetcher = fetcherWith();
    await all(fetcher);
    await all(fetcher);
    expect(server.asked.filter((path) => path === "/robots.txt")).toHaveLength(1);
    clock.advance(24 * 60 * 60 * 1000);
    await all(fetcher);
    expect(server.asked.filter((path) => path === "/robots.txt")).toHaveLength(2);
  });

  it("is not held up by a robots.txt of wildcards", async () => {
    const path = `/${"a".repeat(3000)}`;
    server.routes[path] = ok;
    server.routes["/robots.txt"] = answer(
      200,
      `User-agent: *\nDisallow: /b\n${"Disallow: /*a*a*a*a*a*b\n".repeat(30_000)}`,
    );
    const fetcher = fetcherWith();
    await expect(fetcher.fetch(server.base + path)).resolves.toBeTruthy();
    await expect(fetcher.fetch(`${server.base}/b`)).rejects.toMatchObject({ code: "fetch-refused" });
  });

  it("asks a site with a failing robots.txt again after some minutes", async () => {
    server.routes["/robots.txt"] = inTurn(answer(503), answer(404));
    const fetcher = fetcherWith();
    for (let i = 0; i < 2; i++) {
      await expect(fetcher.fetch(`${server.base}/a`)).rejects.toMatchObject({ code: "fetch-refused" });
    }
    clock.advance(6 * 60 * 1000);
    await expect(fetcher.fetch(`${server.base}/a`)).resolves.toBeTruthy();
    expect(server.asked).toEqual(["/robots.txt", "/robots.txt", "/a"]);
  });
});

describe("what is tried again", () => {
  const quick = (options: FetcherOptions = {}) => fetcherWith({ gapMs: 0, ...options });
  const broken: Route = (response) => response.destroy();

  it.each([
    ["503", answer(503)],
    ["500", answer(500)],
    ["429", answer(429)],
    ["a broken connection", broken],
  ])("%s, each time after twice as long", async (_, route) => {
    server.routes["/a"] = inTurn(route, route, ok);
    await expect(quick().fetch(`${server.base}/a`)).resolves.toMatchObject({ notModified: false });
    expect(clock.sleeps).toEqual([1000, 2000]);
  });

  it("three times at most", async () => {
    server.routes["/a"] = answer(502);
    await expect(quick().fetch(`${server.base}/a`)).rejects.toMatchObject({
      ...{ code: "fetch-failed", message: expect.stringMatching(/status 502/), hint: expect.stringMatching(/later/) },
    });
    expect(pages()).toHaveLength(4);
  });

  it.each([400, 401, 403, 404, 410])("never %i", async (status) => {
    server.routes["/a"] = answer(status);
    await expect(quick().fetch(`${server.base}/a`)).rejects.toMatchObject({ code: "fetch-failed" });
    expect(pages()).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
  });

  it("spreads the waits", async () => {
    server.routes["/a"] = inTurn(answer(500), answer(500), ok);
    await quick({ random: () => 0 }).fetch(`${server.base}/a`);
    expect(clock.sleeps).toEqual([500, 1000]);
  });

  it("waits as long as the server asks, in seconds or until a date, and the whole host with it", async () => {
    const date = new Date(clock.now() + 60_000).toUTCString();
    server.routes["/a"] = inTurn(answer(429, "", { "retry-after": "7" }), ok);
    server.routes["/b"] = inTurn(answer(503, "", { "retry-after": date }), ok);
    const fetcher = quick({ perHost: 1 });
    const begin = clock.now();
    const served: number[] = [];
    const done = (path: string) => fetcher.fetch(server.base + path).then(() => served.push(clock.now() - begin));
    await Promise.all([done("/a"), done("/c")]);
    expect(Math.min(...served)).toBeGreaterThanOrEqual(7000);
    await done("/b");
    expect(clock.now() - begin).toBe(60_000);
  });

  it("gives up at once if the server asks for more than two minutes", async () => {
    server.routes["/a"] = answer(429, "", { "retry-after": "121" });
    await expect(quick().fetch(`${server.base}/a`)).rejects.toMatchObject({
      ...{ code: "fetch-failed", cause: { status: 429, retryAfterMs: 121_000 } },
    });
    expect(pages()).toHaveLength(1);
  });
});

describe("what it keeps", () => {
  it("sends what it knows of a page, and is told that nothing changed", async () => {
    const date = "Mon, 11 May 2026 09:30:00 GMT";
    server.routes["/a"] = (response, request) => {
      const known = request.headers["if-none-match"] === '"v1"' && request.headers["if-modified-since"] === date;
      const headers = { etag: '"v1"', "last-modified": date, "cache-control": "public, max-age=600", age: "100" };
      response.writeHead(known ? 304 : 200, headers).end(known ? "" : PAGE);
    };
    const fetcher = fetcherWith();
    const first = await fetcher.fetch(`${server.base}/a`);
    expect(first).toMatchObject({ notModified: false, etag: '"v1"', lastModified: date, maxAgeMs: 500_000 });
    const second = await fetcher.fetch(`${server.base}/a`, { etag: first.etag, lastModified: first.lastModified });
    expect(second).toMatchObject({ notModified: true, etag: '"v1"' });
    expect(second).not.toHaveProperty("bytes");
  });

  it("says where a page has moved to for good", async () => {
    const to = (status: number, path: string) => answer(status, "", { location: path });
    Object.assign(server.routes, {
      "/old": to(301, "/older"),
      "/older": to(308, "/a"),
      "/now": to(302, "/old"),
      "/then": to(301, "/now"),
    });
    const fetcher = fetcherWith();
    const moved = async (path: string) => (await fetcher.fetch(server.base + path)).movedTo?.slice(server.base.length);
    expect(await moved("/old")).toBe("/a");
    expect(await moved("/now")).toBeUndefined();
    expect(await moved("/then")).toBe("/now");
    expect(await moved("/a")).toBeUndefined();
  });

  it("takes a size limit for one request", async () => {
    await expect(fetcherWith().fetch(`${server.base}/a`, { maxBytes: 10 })).rejects.toMatchObject({
      code: "fetch-refused",
    });
  });
});

describe("how it ends", () => {
  const hanging: Route = () => {};

  it("by the signal of one request, which ends no other", async () => {
    server.routes["/hang"] = hanging;
    const fetcher = fetcherWith({ gapMs: 0 });
    const stop = new AbortController();
    const held = fetcher.fetch(`${server.base}/hang`, { signal: stop.signal });
    const other = fetcher.fetch(`${server.base}/a`);
    await other;
    stop.abort(new Error("enough"));
    await expect(held).rejects.toThrow("enough");
    await expect(fetcher.fetch(`${server.base}/b`, { signal: stop.signal })).rejects.toThrow("enough");
    await expect(fetcher.fetch(`${server.base}/b`)).resolves.toBeTruthy();
  });

  it("by closing it", async () => {
    server.routes["/hang"] = hanging;
    const fetcher = fetcherWith({ gapMs: 0, robots: false });
    const held = fetcher.fetch(`${server.base}/hang`);
    await fetcher.close();
    const closed = { name: "OnrecordError", message: "The fetcher is closed." };
    await expect(held).rejects.toMatchObject(closed);
    await expect(fetcher.fetch(`${server.base}/a`)).rejects.toMatchObject(closed);
  });

  it("counts a time-out as a failure for the moment", async () => {
    server.routes["/a"] = inTurn(hanging, ok);
    await expect(fetcherWith({ gapMs: 0, timeoutMs: 200 }).fetch(`${server.base}/a`)).resolves.toBeTruthy();
    expect(clock.sleeps).toEqual([1000]);
  });
});
