/** Web archives: what is a page, what is passed over, what is undone, and what a damaged one costs. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WARCParser } from "warcio";
import { archiveOf, inChunks, type Page, readArchive, recordOf, told } from "./archive.ts";

const html = (n: number) => `<!doctype html><title>Pier ${n}</title><p>“We lost it,” said Zoë Reyes, number ${n}.`;
const page = (n: number, more: Partial<Page> = {}): Page => ({
  url: `https://tide.example/${n}`,
  body: html(n),
  ...more,
});
const expected = (...numbers: number[]) => numbers.map((n) => `https://tide.example/${n}: ${html(n)}`);

describe.each([[true], [false], ["whole"]] as const)("an archive, packed: %s", (gzip) => {
  it("gives its pages, and nothing of the rest", async () => {
    const bytes = await archiveOf(
      [
        page(0, { type: "request", body: "" }),
        page(1),
        page(2, { status: "HTTP/1.1 301 Moved", headers: { Location: "/1" } }),
        page(3, { status: "HTTP/1.1 404 Not Found" }),
        page(4, { headers: { "Content-Type": "image/png" } }),
        page(5, { type: "metadata" }),
        page(6, { type: "revisit", body: "" }),
        page(7, { version: "WARC/1.0", headers: { "Content-Type": "text/plain" } }),
        page(8, { url: "https://tide.example/robots.txt", headers: { "Content-Type": "text/plain" } }),
        page(9, { type: "conversion" }),
        page(10, { type: "resource", headers: { "Content-Type": "text/html" } }),
        page(11, { headers: { "Content-Type": "application/pdf" } }),
      ],
      gzip,
    );
    for (const chunk of [1, 17, 100_000]) {
      expect((await readArchive(bytes, chunk)).map(told)).toEqual(expected(1, 7, 9, 10, 11));
    }
  });

  it("names each by where it stands, and keeps what is known of it", async () => {
    const first = await archiveOf([page(1)], gzip === "whole" ? false : gzip);
    const bytes = await archiveOf([page(1), page(2)], gzip);
    const [, second] = await readArchive(bytes);
    expect(second).toMatchObject({
      kind: "bytes",
      name:
        gzip === "whole"
          ? `a.warc, record at byte 0, unpacked byte ${first.length}`
          : `a.warc, record at byte ${first.length}`,
      meta: {
        url: "https://tide.example/2",
        contentType: "text/html; charset=utf-8",
      },
    });
  });
});

/** The pages as warcio reads them, which undoes encodings too. */
async function byWarcio(bytes: Uint8Array): Promise<string[]> {
  const found: string[] = [];
  for await (const record of new WARCParser(inChunks(bytes, 5000))) {
    const text = await record.contentText();
    if (record.warcType === "response" && record.httpHeaders?.statusCode === 200)
      found.push(`${record.warcTargetURI}: ${text}`);
  }
  return found;
}

const chunked = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  const parts = [bytes.subarray(0, 10), bytes.subarray(10)].filter((part) => part.length > 0);
  return Buffer.concat([
    ...parts.flatMap((part) => [Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from("\r\n")]),
    Buffer.from("0\r\n\r\n"),
  ]);
};

const ENCODINGS: Record<string, (body: string) => Partial<Page>> = {
  plain: (body) => ({ body }),
  chunked: (body) => ({ body: chunked(body), headers: { "Transfer-Encoding": "chunked" } }),
  gzip: (body) => ({ body: gzipSync(body), headers: { "Content-Encoding": "gzip" } }),
  br: (body) => ({ body: brotliCompressSync(body), headers: { "Content-Encoding": "br" } }),
};

describe("how a page was sent", () => {
  it.each([
    ...Object.entries(ENCODINGS).map(([name, make]) => [name, make(html(1))] as const),
    ["deflate", { body: deflateSync(html(1)), headers: { "Content-Encoding": "deflate" } }],
    ["raw deflate", { body: deflateRawSync(html(1)), headers: { "Content-Encoding": "deflate" } }],
    ["gzip, said and not done", { body: html(1), headers: { "Content-Encoding": "gzip" } }],
    ["br, said and not done", { body: html(1), headers: { "Content-Encoding": "br" } }],
    ["chunked, said and not done", { body: html(1), headers: { "Transfer-Encoding": "chunked" } }],
    ["no content type", { body: html(1), headers: { "Content-Type": "" } }],
  ] as const)("is undone: %s", async (_, more) => {
    const bytes = await recordOf(page(1, more as Partial<Page>), true);
    expect((await readArchive(bytes)).map(told)).toEqual(expected(1));
  });

  it("a bomb and an encoding that is not known are told, and the rest is read", async () => {
    const bomb = gzipSync(Buffer.alloc(120 * 1024 * 1024));
    const bytes = await archiveOf(
      [
        page(1, { body: bomb, headers: { "Content-Encoding": "gzip" } }),
        page(2, { headers: { "Content-Encoding": "zstd" }, body: "(zstd)" }),
        page(3, { body: gzipSync(html(3)).subarray(0, 30), headers: { "Content-Encoding": "gzip" } }),
        page(4),
      ],
      false,
    );
    const lines = (await readArchive(bytes, 100_000)).map(told);
    expect(lines[0]).toMatch(/^too-large: a\.warc, record at byte 0 unpacks to more .* the limit is 100 MB/);
    expect(lines[1]).toMatch(/^unsupported: a\.warc, record at byte \d+ is encoded as “zstd”/);
    expect(lines[2]).toMatch(/^unsupported: .* its gzip body cannot be unpacked/);
    expect(lines.slice(3)).toEqual(expected(4));
  });

  it("reads the same pages as warcio, whatever they hold", async () => {
    const made = fc.record({
      body: fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }).map((text) => `<p>${text}`),
      // Brotli aside, which warcio does not undo.
      encoding: fc.constantFrom("plain", "chunked", "gzip"),
      status: fc.constantFrom("HTTP/1.1 200 OK", "HTTP/1.0 200", "HTTP/1.1 404 Not Found"),
      gzip: fc.boolean(),
    });
    const property = fc.asyncProperty(
      fc.array(made, { maxLength: 6 }),
      fc.integer({ min: 1, max: 3000 }),
      async (pages, size) => {
        for (const gzip of [true, false]) {
          const bytes = await archiveOf(
            pages.map(({ body, encoding, status }, n) => page(n, { ...ENCODINGS[encoding]!(body), status })),
            gzip,
          );
          expect((await readArchive(bytes, size)).map(told)).toEqual(await byWarcio(bytes));
        }
      },
    );
    await fc.assert(property, { seed: 7, numRuns: 60 });
  });
});

describe("a damaged archive", () => {
  const members = () => Promise.all([1, 2, 3, 4].map((n) => recordOf(page(n), true)));

  it("cut off in a member: that one is told with its place, and all others are read", async () => {
    const [a, b, c, d] = await members();
    for (const kept of [5, 20, b!.length >> 1, b!.length - 9, b!.length - 1]) {
      const bytes = Buffer.concat([a!, b!.subarray(0, kept), c!, d!]);
      const lines = (await readArchive(bytes, 64)).map(told);
      expect(lines[1]).toMatch(new RegExp(`^unsupported: a\\.warc, record at byte ${a!.length} cannot be read`));
      expect([lines[0], ...lines.slice(2)]).toEqual(expected(1, 3, 4));
    }
  });

  it("a byte changed: its member is told, not given out altered", async () => {
    const [a, b, c, d] = await members();
    const spoilt = Buffer.from(b!);
    spoilt[spoilt.length - 6]! ^= 1;
    const lines = (await readArchive(Buffer.concat([a!, spoilt, c!, d!]))).map(told);
    expect(lines[1]).toMatch(/cannot be read: its check sum is wrong/);
    expect([lines[0], ...lines.slice(2)]).toEqual(expected(1, 3, 4));
  });

  it("cut off at the end", async () => {
    const [a, b] = await members();
    const lines = (await readArchive(Buffer.concat([a!, b!.subarray(0, 40)]))).map(told);
    expect(lines).toEqual([...expected(1), expect.stringMatching(/record at byte \d+ cannot be read: unexpected end/)]);
    const plain = await archiveOf([page(1), page(2)], false);
    const cut = (await readArchive(plain.subarray(0, plain.length - 30))).map(told);
    expect(cut).toEqual([...expected(1), expect.stringMatching(/is cut off/)]);
  });

  it("a lying or missing length, and noise between records, cost that record", async () => {
    const [a, b] = await Promise.all([recordOf(page(1), false), recordOf(page(2), false)]);
    const lying = Buffer.from(a!.toString("latin1").replace(/Content-Length: \d+/, "Content-Length: many"), "latin1");
    for (const bad of [lying, Buffer.from("noise\r\n".repeat(50)), Buffer.from("WARC/9\r\n")]) {
      const lines = (await readArchive(Buffer.concat([a!, bad, b!]), 50)).map(told);
      expect([lines[0], lines.at(-1)]).toEqual(expected(1, 2));
      expect(lines[1]).toMatch(
        /^unsupported: a\.warc, record at byte \d+ (?:is no WARC record|does not say its length)/,
      );
      expect(lines).toHaveLength(3);
    }
  });

  it("a record larger than an article may be is passed over and told", async () => {
    const head =
      "WARC/1.1\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://tide.example/9\r\nContent-Type: text/plain\r\n";
    async function* source() {
      yield Buffer.from(`${head}Content-Length: ${101 * 1024 * 1024}\r\n\r\n`);
      for (let i = 0; i < 101; i++) yield Buffer.alloc(1024 * 1024, 97);
      yield Buffer.concat([Buffer.from("\r\n\r\n"), await recordOf(page(2), false)]);
    }
    const { warcItems } = await import("../../../src/article/files/warc/index.ts");
    const { all } = await import("./archive.ts");
    const lines = (await all(warcItems(source(), "a.warc"))).map(told);
    expect(lines).toEqual([expect.stringMatching(/^too-large: a\.warc, record at byte 0 has 101 MB/), ...expected(2)]);
  });

  it("never fails otherwise, and never hangs", async () => {
    const packed = await archiveOf([page(1), page(2), page(3)], true);
    const plain = await archiveOf([page(1), page(2), page(3)], false);
    const change = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 40 }),
      put: fc.uint8Array({ maxLength: 40 }),
    });
    const mutated = fc.tuple(
      fc.boolean(),
      fc.array(change, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 2000 }),
    );
    const property = fc.asyncProperty(mutated, async ([gzip, changes, size]) => {
      let bytes = gzip ? packed : plain;
      for (const { at, cut, put } of changes) {
        const from = at % (bytes.length + 1);
        bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)]);
      }
      for (const item of await readArchive(bytes, size)) {
        if (item.kind === "failed") expect(item.message).toContain("a.warc");
        else expect(item.kind).toBe("bytes");
      }
    });
    await fc.assert(property, { seed: 11, numRuns: 400 });
  });

  it("made of nothing but what looks like members is given up", async () => {
    const bytes = Buffer.from("1f8b0800".repeat(20_000), "hex");
    const lines = (await readArchive(bytes, 60_000)).map(told);
    expect(lines.at(-1)).toMatch(/^unsupported: a\.warc is given up at byte \d+/);
    expect(lines.length).toBeLessThan(5);
  });
});
