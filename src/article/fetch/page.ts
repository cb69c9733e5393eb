/** The address of a page in, its bytes, content type and final address out. */
import { OnrecordError } from "../../schema/index.ts";
import { ask, checkUrl, headerOf, type Limits, type Response } from "./request.ts";
import { checkRobots, type RobotsCache } from "./robots.ts";

export interface FetchOptions {
  /** Reach private addresses too: for tests and for users' own servers. */
  readonly allowPrivate?: boolean;
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
  /** Ask robots.txt first (default). */
  readonly robots?: boolean;
}

export interface FetchedPage {
  readonly bytes: Uint8Array;
  /** Where the page was found, redirects followed. */
  readonly url: string;
  readonly contentType: string | undefined;
}

const MOST_REDIRECTS = 5;

/**
 * Fetch one page. Every address on the way, redirects included, must be public and allowed by its site's robots.txt.
 * @throws OnrecordError `fetch-refused` (we may not), `fetch-failed` (it did not work), `bad-option` (no address)
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const { allowPrivate = false, maxBytes = 10 * 1024 * 1024, timeoutMs = 20_000, robots = true } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  const limits = { allowPrivate, maxBytes, signal };
  let url = parseUrl(address);
  const cache: RobotsCache | undefined = robots ? new Map() : undefined;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const answer = await step(url, limits, cache, timeoutMs);
    const next = redirectOf(answer, url);
    if (!next) return pageOf(answer, url);
    url = next;
  }
  throw new OnrecordError("fetch-failed", `${address} redirects more than ${MOST_REDIRECTS} times.`, {
    hint: "Give the page's final address.",
  });
}

function parse(address: string, base?: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}

function parseUrl(address: string): URL {
  const url = parse(address);
  if (url) return url;
  throw new OnrecordError("bad-option", `“${address}” is no web address.`, {
    hint: "An address starts with http:// or https://.",
  });
}

async function step(url: URL, limits: Limits, cache: RobotsCache | undefined, timeoutMs: number): Promise<Response> {
  checkUrl(url, limits.allowPrivate);
  try {
    if (cache) await checkRobots(url, limits, cache);
    return await ask(url, limits);
  } catch (cause) {
    throw failure(url, cause, limits.signal, timeoutMs);
  }
}

function redirectOf({ status, headers }: Response, from: URL): URL | undefined {
  const location = headerOf(headers, "location");
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  const next = parse(location, from.href);
  if (next) return next;
  throw new OnrecordError("fetch-failed", `${from.href} redirects to “${location}”, which is no address.`);
}

function pageOf({ status, headers, body }: Response, url: URL): FetchedPage {
  if (status < 200 || status >= 300) {
    const hint =
      status === 401 || status === 403 || status === 402
        ? "The site does not give the page to programs: save it from a browser."
        : "Check the address.";
    throw new OnrecordError("fetch-failed", `${url.href} answered with status ${status}.`, { hint });
  }
  if (body.length === 0)
    throw new OnrecordError("fetch-failed", `${url.href} answered with an empty page.`, { hint: "Check the address." });
  return { bytes: body, url: url.href, contentType: headerOf(headers, "content-type") };
}

const WHY: Readonly<Record<string, string>> = {
  ENOTFOUND: "no such host",
  EAI_AGAIN: "the host's name could not be looked up",
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was broken off",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  UND_ERR_SOCKET: "the connection was broken off",
  UND_ERR_CONNECT_TIMEOUT: "the host did not answer",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is not trusted",
  Z_DATA_ERROR: "its compressed body is broken",
  Z_BUF_ERROR: "its compressed body ends too early",
};

function failure(url: URL, cause: unknown, signal: AbortSignal, timeoutMs: number): OnrecordError {
  if (cause instanceof OnrecordError) return cause;
  if (signal.aborted)
    return new OnrecordError("fetch-failed", `${url.href} did not answer within ${timeoutMs / 1000} s.`, {
      hint: "Try again later.",
      cause,
    });
  const { code = "", message = "" } = cause as { code?: string; message?: string };
  return new OnrecordError("fetch-failed", `${url.href} could not be fetched: ${WHY[code] ?? (message || code)}.`, {
    hint: "Check the address and the connection.",
    cause,
  });
}
