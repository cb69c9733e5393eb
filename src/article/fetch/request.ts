/** One request in, one response with its decoded body out: guarded address, size and time limits, compressed bodies. */
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, buildConnector, request } from "undici";
import { OnrecordError } from "../../schema/index.ts";
import { guardedLookup, literalAddress, refusePrivate } from "./address.ts";

/** Says who asks and where to read about it. */
export const USER_AGENT = "onrecord/0.1 (+https://www.npmjs.com/package/onrecord)";
/** The name by which robots.txt may address us. */
export const ROBOT_NAME = "onrecord";

export interface Limits {
  readonly allowPrivate: boolean;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
}

/** Ask for one address; redirects are answers like any other. */
export async function ask(url: URL, limits: Limits): Promise<Response> {
  checkUrl(url, limits.allowPrivate);
  const dispatcher = guardedAgent(url.href, limits.allowPrivate);
  try {
    const headers = {
      "user-agent": USER_AGENT,
      accept: "text/html, text/plain, text/markdown, */*;q=0.1",
      "accept-encoding": "gzip, deflate, br",
    };
    const answer = await request(url, { dispatcher, headers, signal: limits.signal, maxRedirections: 0 } as Parameters<
      typeof request
    >[1]);
    const body = await readBody(answer.body, headerOf(answer.headers, "content-encoding"), url.href, limits.maxBytes);
    return { status: answer.statusCode, headers: answer.headers, body };
  } finally {
    await dispatcher.destroy();
  }
}

/** Only http and https, no user and password, no literal address of a private network. */
export function checkUrl(url: URL, allowPrivate: boolean): void {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new OnrecordError("fetch-refused", `${url.href} is not an http or https address.`, {
      hint: "Only web pages are fetched.",
    });
  }
  if (url.username || url.password) {
    throw new OnrecordError("fetch-refused", `The address of ${url.host} carries a user name or password.`, {
      hint: "Leave them out.",
    });
  }
  const literal = literalAddress(url.hostname);
  if (!allowPrivate && literal) refusePrivate(literal, url.href);
  if (!allowPrivate && /(?:^|\.)localhost\.?$/i.test(url.hostname)) refusePrivate("127.0.0.1", url.href);
}

/** An agent whose connections are checked twice: at look-up, and by the address that the socket really reached. */
function guardedAgent(url: string, allowPrivate: boolean): Agent {
  const connector = buildConnector({
    lookup: guardedLookup(url, allowPrivate),
    timeout: 10_000,
  } as buildConnector.BuildOptions);
  return new Agent({
    connect(options, callback) {
      connector(options, (error, socket) => {
        if (error) return callback(error, null);
        try {
          if (!allowPrivate && socket.remoteAddress) refusePrivate(socket.remoteAddress, url);
          callback(null, socket);
        } catch (refused) {
          socket.destroy();
          callback(refused as Error, null);
        }
      });
    },
  });
}

export function headerOf(headers: Response["headers"], name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The body, decompressed, refused as soon as it grows beyond the limit (a small bomb grows large). */
async function readBody(
  body: Readable,
  encoding: string | undefined,
  url: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const stream = decompress(body, encoding?.trim().toLowerCase());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Uint8Array).length;
    if (size > maxBytes) {
      body.destroy();
      throw new OnrecordError("fetch-refused", `${url} is larger than ${Math.round(maxBytes / 1024 / 1024)} MB.`, {
        hint: "Save it to a file and read that.",
      });
    }
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

function decompress(body: Readable, encoding: string | undefined): AsyncIterable<unknown> {
  const unpack =
    encoding === "gzip" || encoding === "x-gzip"
      ? createGunzip()
      : encoding === "br"
        ? createBrotliDecompress()
        : encoding === "deflate"
          ? createInflate()
          : undefined;
  if (!unpack) return body;
  body.on("error", (error) => unpack.destroy(error));
  return body.pipe(unpack);
}
