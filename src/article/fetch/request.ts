/** One request in, one response with its decoded body out: guarded address, size and time limits, compressed bodies. */
import type { Duplex, Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { type Dispatcher, request } from "undici";
import { OnrecordError } from "../../schema/index.ts";
import { literalAddress, refusePrivate } from "./address.ts";
import { type Headers, headerOf } from "./headers.ts";

/** The name by which robots.txt may address us. */
export const ROBOT_NAME = "onrecord";

/** Says who asks, in which version if that is known, and where to read about it. */
export function userAgent(version?: string): string {
  return `${ROBOT_NAME}${version ? `/${version}` : ""} (+https://www.npmjs.com/package/onrecord)`;
}

export interface Limits {
  readonly dispatcher: Dispatcher;
  readonly allowPrivate: boolean;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly userAgent: string;
}

export interface Response {
  readonly status: number;
  readonly headers: Headers;
  /** Empty unless the status is 2xx. */
  readonly body: Uint8Array;
}

const ACCEPT =
  "text/html, application/xhtml+xml, text/*, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.1";

/** Ask for one address; redirects are answers like any other. */
export async function ask(url: URL, limits: Limits, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  checkUrl(url, limits.allowPrivate);
  const { dispatcher, signal } = limits;
  const headers = { "user-agent": limits.userAgent, accept: ACCEPT, "accept-encoding": "gzip, deflate, br", ...more };
  const answer = await request(url, { dispatcher, headers, signal });
  const { statusCode: status, headers: answered, body } = answer;
  if (status >= 200 && status < 300) {
    return {
      status,
      headers: answered,
      body: await readBody(body, headerOf(answered, "content-encoding"), url.href, limits),
    };
  }
  // Read to its end where it is short, so that the connection can be used again.
  await body.dump({ limit: 65_536, signal }).catch(() => undefined);
  return { status, headers: answered, body: new Uint8Array() };
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

/** The body, decompressed, refused as soon as it grows beyond the limit (a small bomb grows large). */
async function readBody(
  body: Readable,
  encoding: string | undefined,
  url: string,
  { maxBytes }: Limits,
): Promise<Uint8Array> {
  const stream = decompress(body, encoding?.trim().toLowerCase() ?? "", url);
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

const UNPACK: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

function decompress(body: Readable, encoding: string, url: string): AsyncIterable<unknown> {
  if (encoding === "" || encoding === "identity") return body;
  if (!Object.hasOwn(UNPACK, encoding)) {
    body.destroy();
    throw new OnrecordError("fetch-failed", `${url} is sent as “${encoding.slice(0, 40)}”, which was not asked for.`, {
      hint: "Open the page in a browser, save it, and read the file.",
    });
  }
  const unpack = UNPACK[encoding]!();
  body.on("error", (error) => unpack.destroy(error));
  return body.pipe(unpack);
}
