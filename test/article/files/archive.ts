/** Small web archives made up for the tests, by another program's serializer (warcio). */
import { gzipSync } from "node:zlib";
import { WARCRecord, WARCSerializer } from "warcio";
import type { Item } from "../../../src/article/files/index.ts";
import { warcItems } from "../../../src/article/files/warc/index.ts";

export interface Page {
  readonly url: string;
  readonly body: string | Uint8Array;
  readonly status?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type?: "response" | "resource" | "conversion" | "request" | "metadata" | "revisit";
  readonly version?: "WARC/1.0" | "WARC/1.1";
}

const bytesOf = (body: string | Uint8Array): Uint8Array => (typeof body === "string" ? Buffer.from(body) : body);

/** One record, as a gzip member or plain. */
export async function recordOf(page: Page, gzip: boolean): Promise<Buffer> {
  const type = page.type ?? "response";
  const isHttp = type === "response" || type === "request" || type === "revisit";
  const record = WARCRecord.create(
    {
      url: page.url,
      date: "2026-03-11T08:30:00Z",
      type,
      warcVersion: page.version ?? "WARC/1.1",
      warcHeaders: isHttp ? {} : { "Content-Type": page.headers?.["Content-Type"] ?? "text/plain" },
      ...(isHttp
        ? {
            httpHeaders: { "Content-Type": "text/html; charset=utf-8", ...page.headers },
            statusline: page.status ?? (type === "request" ? "GET / HTTP/1.1" : "HTTP/1.1 200 OK"),
          }
        : {}),
    },
    (async function* () {
      yield bytesOf(page.body);
    })(),
  );
  // warcio leaves "gzip: true" to pako, which writes the same format.
  return Buffer.from(await WARCSerializer.serialize(record, { gzip }));
}

export async function archiveOf(pages: readonly Page[], gzip: boolean | "whole"): Promise<Buffer> {
  const records = await Promise.all(pages.map((page) => recordOf(page, gzip === true)));
  const all = Buffer.concat(records);
  return gzip === "whole" ? gzipSync(all) : all;
}

/** Bytes as a stream of chunks of this size. */
export async function* inChunks(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

export const readArchive = (bytes: Uint8Array, chunk?: number): Promise<Item[]> =>
  all(warcItems(inChunks(bytes, chunk), "a.warc"));

/** What an item says, on a line. */
export function told(item: Item): string {
  if (item.kind === "bytes") return `${item.meta?.url ?? item.name}: ${Buffer.from(item.bytes).toString()}`;
  if (item.kind === "failed") return `${item.code}: ${item.message}`;
  return `${item.kind}: ${item.name}`;
}
