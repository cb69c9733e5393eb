/** Small web archives made up for the tests, by another program's serializer (warcio). */
import { createHash } from "node:crypto";
import { crc32, gzipSync } from "node:zlib";
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
      warcHeaders: {
        // its length when packed would differ from run to run
        "WARC-Record-ID": `<urn:uuid:${createHash("md5").update(page.url).digest("hex")}>`,
        ...(isHttp ? {} : { "Content-Type": page.headers?.["Content-Type"] ?? "text/plain" }),
      },
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

/** A zip file whose members are stored as they are. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(bytesOf(content));
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    bodies.push(Buffer.from("PK\x03\x04"), fields, Buffer.from(name), data);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\0"), fields, rest, Buffer.from(name));
    at += 30 + name.length + data.length;
  }
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, ...directory, Buffer.from("PK\x05\x06"), end]);
}
