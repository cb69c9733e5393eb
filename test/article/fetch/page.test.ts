/** Fetching, against a server of the test's own: robots.txt, redirects, limits, compression, private addresses. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FetchOptions, fetchPage, isPrivateAddress } from "../../../src/article/fetch/index.ts";

const PAGE = "<!doctype html><p>Zoë said so.</p>";
let base = "";
let robots = "User-agent: *\nDisallow: /private/\n";
let robotsStatus = 200;
const agents: (string | undefined)[] = [];

const ROUTES: Record<string, (response: ServerResponse) => void> = {
  "/robots.txt": (response) => send(response, robotsStatus, robots),
  "/page": (response) => send(response, 200, PAGE, { "content-type": "text/html; charset=utf-8" }),
  "/gzip": (response) => send(response, 200, gzipSync(PAGE), { "content-encoding": "gzip" }),
  "/br": (response) => send(response, 200, brotliCompressSync(PAGE), { "content-encoding": "br" }),
  "/deflate": (response) => send(response, 200, deflateSync(PAGE), { "content-encoding": "deflate" }),
  "/broken": (response) => send(response, 200, gzipSync(PAGE).subarray(0, 20), { "content-encoding": "gzip" }),
  "/zstd": (response) => send(response, 200, "x", { "content-encoding": "zstd" }),
  "/bomb": (response) => send(response, 200, gzipSync("x".repeat(200_000)), { "content-encoding": "gzip" }),
  "/hop": (response) => send(response, 302, "", { location: "/page" }),
  "/loop": (response) => send(response, 302, "", { location: "/loop" }),
  "/to-file": (response) => send(response, 302, "", { location: "file:///etc/passwd" }),
  "/to-robots": (response) => send(response, 301, "", { location: "/private/x" }),
  "/private/x": (response) => send(response, 200, PAGE),
  "/gone": (response) => send(response, 404, "no"),
  "/wall": (response) => send(response, 403, "no"),
  "/empty": (response) => send(response, 200, ""),
  "/cut": (response) => response.writeHead(200, { "content-length": 1000 }).write("x", () => response.destroy()),
  "/slow": () => {},
};

function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, headers).end(body);
}

const server = createServer((request: IncomingMessage, response) => {
  agents.push(request.headers["user-agent"]);
  (ROUTES[request.url ?? ""] ?? ROUTES["/gone"]!)(response);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string, options: FetchOptions = {}) => fetchPage(base + path, { allowPrivate: true, ...options });

describe("fetchPage", () => {
  it.each(["/page", "/gzip", "/br", "/deflate"])("fetches %s", async (path) => {
    const page = await get(path);
    expect(new TextDecoder().decode(page.bytes)).toBe(PAGE);
    expect(page.url).toBe(base + path);
  });

  it("says who asks, gives the content type, follows redirects", async () => {
    const page = await get("/hop", { version: "1.2.3" });
    expect(page).toMatchObject({ url: `${base}/page`, contentType: "text/html; charset=utf-8" });
    expect(agents.at(-1)).toMatch(/^onrecord\/1\.2\.3 \(\+https:/);
    await get("/page");
    expect(agents.at(-1)).toMatch(/^onrecord \(\+https:/);
  });

  it.each([
    ["/private/x", "fetch-refused", /robots\.txt of 127\.0\.0\.1:\d+ does not allow it/],
    ["/to-robots", "fetch-refused", /robots\.txt/],
    ["/to-file", "fetch-refused", /not an http or https address/],
    ["/loop", "fetch-failed", /more than 5 times/],
    ["/gone", "fetch-failed", /status 404/],
    ["/wall", "fetch-failed", /status 403/],
    ["/empty", "fetch-failed", /empty page/],
    ["/broken", "fetch-failed", /ends too early/],
    ["/zstd", "fetch-failed", /sent as “zstd”/],
    ["/cut", "fetch-failed", /broken off/],
  ])("%s: %s", async (path, code, message) => {
    await expect(get(path)).rejects.toMatchObject({
      name: "OnrecordError",
      code,
      message: expect.stringMatching(message),
    });
  });

  it("stops at the size limit, counted after decompression, and at the time limit", async () => {
    await expect(get("/bomb", { maxBytes: 100_000 })).rejects.toMatchObject({ code: "fetch-refused" });
    await expect(get("/slow", { timeoutMs: 300 })).rejects.toMatchObject({
      code: "fetch-failed",
      message: expect.stringMatching(/within 0\.3 s/),
    });
  });

  it("takes a missing robots.txt as leave, a failing one as none", async () => {
    robotsStatus = 404;
    await expect(get("/page")).resolves.toBeTruthy();
    robotsStatus = 503;
    await expect(get("/page")).rejects.toMatchObject({
      code: "fetch-refused",
      message: expect.stringMatching(/status 503/),
    });
    robotsStatus = 200;
    robots = "User-agent: onrecord\nDisallow: /";
    await expect(get("/page")).rejects.toMatchObject({ code: "fetch-refused" });
    robots = "";
    await expect(get("/page")).resolves.toBeTruthy();
  });

  it("says that nobody listens", async () => {
    await expect(fetchPage("http://127.0.0.1:1/", { allowPrivate: true })).rejects.toMatchObject({
      code: "fetch-failed",
      message: expect.stringMatching(/refused|bad port/),
    });
  });

  it.each([
    "http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/", "http://[::1]/",
    "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[64:ff9b::7f00:1]/", "http://[64:ff9b:1::a00:1]/", "http://[2002:7f00:1::]/", "http://[::127.0.0.1]/",
    "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/", "http://169.254.169.254/", "http://100.64.0.1/", "http://224.0.0.1/",
    "http://0.0.0.0/", "http://255.255.255.255/", "http://[fe80::1]/", "http://[fc00::1]/", "http://[ff02::1]/", "http://localhost/",
    "http://sub.localhost/", "http://127.0.0.1./",
  ])("never reaches %s", async (url) => {
    await expect(fetchPage(url)).rejects.toMatchObject({ code: "fetch-refused", message: expect.stringMatching(/private network/) });
  }); // biome-ignore format: one list

  it.each([
    ["ftp://x.example/", "fetch-refused"],
    ["http://user:pw@x.example/", "fetch-refused"],
    ["no address", "bad-option"],
  ])("refuses %s", async (url, code) => {
    await expect(fetchPage(url)).rejects.toMatchObject({ code });
  });

  it("tells public addresses from others", () => {
    expect(["8.8.8.8", "2606:4700::1111", "1.1.1.1"].filter(isPrivateAddress)).toEqual([]);
    expect(
      ["198.18.0.1", "192.0.2.1", "::", "nonsense", "2001:db8::1"].filter((address) => !isPrivateAddress(address)),
    ).toEqual([]);
  });
});
