/**
 * npx tsx bench/warc.ts [GB] [MB for the comparison]: speed and memory of reading a web archive, one record a gzip member, made up as it is read.
 * First a stream of so many GB (packed), to show that memory does not grow; then one file with warcio and with ours, by processor time.
 */
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { WARCParser } from "warcio";
import { warcItems } from "../src/article/files/warc/index.ts";

const MB = 1024 * 1024;
const [gigabytes = 5, comparison = 100] = process.argv.slice(2).map(Number);

/** Numbers that are the same in every run. */
let seed = 42;
const random = (n: number): number => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * n);
};

const WORDS = Array.from({ length: 4000 }, () =>
  Array.from({ length: 2 + random(9) }, () => "etaoinshrdlucmfwyp"[random(18)]).join(""),
);

function pageOf(words: number): string {
  let html = "<!doctype html><html><head><title>Report</title><meta charset=utf-8></head><body>";
  for (let i = 0; i < words; i++) {
    if (i % 60 === 0) html += `</p>\n<div class="story-${random(9999)}" data-id="${random(1e9)}"></div><p>`;
    html += `${WORDS[random(WORDS.length)]} `;
  }
  return `${html}</p></body></html>`;
}

const HEAD = "WARC/1.0\r\nWARC-Date: 2026-03-11T08:30:00Z\r\n";

function member(type: string, url: string, contentType: string, block: string): Buffer {
  const length = Buffer.byteLength(block);
  return Buffer.from(
    `${HEAD}WARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nContent-Type: ${contentType}\r\nContent-Length: ${length}\r\n\r\n${block}\r\n\r\n`,
  );
}

/** Some MB of packed records: a request, an answer, a note each; every tenth answer is a redirect. */
function loop(pages: number): { packed: Buffer; bytes: number; records: number; articles: number } {
  const parts: Buffer[] = [];
  let [bytes, articles] = [0, 0];
  for (let i = 0; i < pages; i++) {
    const url = `https://tide.example/${i}`;
    const status = i % 10 === 9 ? "301 Moved" : "200 OK";
    if (i % 10 !== 9) articles++;
    const page = pageOf(500 + random(15_000));
    for (const record of [
      member("request", url, "application/http; msgtype=request", "GET / HTTP/1.1\r\nHost: tide.example\r\n\r\n"),
      member(
        "response",
        url,
        "application/http; msgtype=response",
        `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\n\r\n${page}`,
      ),
      member("metadata", url, "application/warc-fields", "fetchTimeMs: 12\r\n"),
    ]) {
      bytes += record.length;
      parts.push(gzipSync(record));
    }
  }
  return { packed: Buffer.concat(parts), bytes, records: pages * 3, articles };
}

async function* repeated(bytes: Buffer, times: number): AsyncGenerator<Uint8Array> {
  const chunk = 256 * 1024;
  for (let i = 0; i < times; i++) for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
}

async function memory(made: ReturnType<typeof loop>): Promise<void> {
  const times = Math.ceil((gigabytes * 1024 * MB) / made.packed.length);
  let [found, failures, start, most] = [0, 0, 0, 0];
  const began = performance.now();
  const cpu = process.cpuUsage();
  for await (const item of warcItems(repeated(made.packed, times), "bench.warc.gz")) {
    if (item.kind === "failed") failures++;
    found++;
    if (found % 100 === 0) most = Math.max(most, process.memoryUsage.rss());
    // After the first tenth the heap has its size.
    if (found === Math.floor((made.articles * times) / 10)) start = most;
  }
  const seconds = (performance.now() - began) / 1000;
  const used = process.cpuUsage(cpu);
  const packed = (made.packed.length * times) / MB;
  const bytes = (made.bytes * times) / MB;
  if (found !== made.articles * times || failures > 0) throw new Error(`${found} pages, ${failures} failed`);
  console.log(`${made.records * times} records, ${found} pages in ${seconds.toFixed(1)} s`);
  console.log(`${(packed / 1024).toFixed(2)} GB packed, ${(bytes / 1024).toFixed(2)} GB unpacked`);
  console.log(`${(packed / seconds).toFixed(0)} MB/s packed, ${(bytes / seconds).toFixed(0)} MB/s unpacked`);
  console.log(`processor time ${((used.user + used.system) / 1e6).toFixed(1)} s`);
  console.log(
    `peak RSS ${(most / MB).toFixed(0)} MB; after the first tenth ${(start / MB).toFixed(0)} MB, growth from there ${((most - start) / MB).toFixed(0)} MB`,
  );
}

async function timed(name: string, run: () => Promise<number>): Promise<number> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const pages = await run();
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `${name}: ${pages} pages, processor time ${((user + system) / 1e6).toFixed(2)} s, ${((performance.now() - began) / 1000).toFixed(2)} s by the clock`,
  );
  return user + system;
}

async function compare(made: ReturnType<typeof loop>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
  const path = join(folder, "bench.warc.gz");
  try {
    const times = Math.ceil((comparison * MB) / made.packed.length);
    writeFileSync(path, Buffer.concat(Array.from({ length: times }, () => made.packed)));
    const ours = await timed("ours", async () => {
      let n = 0;
      for await (const item of warcItems(createReadStream(path, { highWaterMark: 256 * 1024 }), path)) {
        if (item.kind === "bytes") n++;
      }
      return n;
    });
    const theirs = await timed("warcio", async () => {
      let n = 0;
      for await (const record of new WARCParser(createReadStream(path, { highWaterMark: 256 * 1024 }))) {
        if (record.warcType !== "response" || record.httpHeaders?.statusCode !== 200) continue;
        if ((await record.readFully(true)).length > 0) n++;
      }
      return n;
    });
    console.log(`warcio takes ${(theirs / ours).toFixed(2)} times the processor time`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const made = loop(400);
console.log(
  `loop: ${made.records} records, ${(made.packed.length / MB).toFixed(1)} MB packed, ${(made.bytes / MB).toFixed(1)} MB unpacked`,
);
await memory(made);
await compare(made);
