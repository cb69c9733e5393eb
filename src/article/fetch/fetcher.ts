/** Addresses in, pages out, many of them: politely to each host, again where it is worth it, only what changed if so asked. */
import { setMaxListeners } from "node:events";
import type { Agent } from "undici";
import { OnrecordError } from "../../schema/index.ts";
import type { Lookup } from "./address.ts";
import { guardedAgent } from "./agent.ts";
import { type Clock, systemClock } from "./clock.ts";
import { badAnswer, failure } from "./failure.ts";
import { headerOf, maxAgeMs, retryAfterMs } from "./headers.ts";
import { createHosts, type Hosts } from "./hosts.ts";
import { ask, checkUrl, type Limits, type Response, userAgent } from "./request.ts";
import { LONGEST_RETRY_AFTER, withRetries } from "./retry.ts";
import { createRobots, type Robots } from "./robots.ts";

export interface FetchOptions {
  /** Reach private addresses too: for tests and for users' own servers. */
  readonly allowPrivate?: boolean;
  readonly maxBytes?: number;
  /** For one request; what waits for its turn is not counted. */
  readonly timeoutMs?: number;
  /** Ask robots.txt first (default). */
  readonly robots?: boolean;
  /** Ours, for the User-Agent header. */
  readonly version?: string;
  readonly signal?: AbortSignal;
}

export interface FetcherOptions extends FetchOptions {
  /** Requests to one host at a time (default 2). */
  readonly perHost?: number;
  /** Least time between the starts of two requests to one host (default 1 s); a site's Crawl-delay makes it longer. */
  readonly gapMs?: number;
  /** How often a request that failed for the moment is made again (default 3). */
  readonly retries?: number;
  readonly clock?: Clock;
  readonly lookup?: Lookup;
  /** From 0 up to 1: spreads the retries of many. */
  readonly random?: () => number;
}

export interface FetchRequest {
  /** What an earlier answer carried: a page that has not changed since is not sent again. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly maxBytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface FetchedPage {
  readonly bytes: Uint8Array;
  /** Where the page was found, redirects followed. */
  readonly url: string;
  readonly contentType: string | undefined;
}

/** What an answer says for the next request. */
export interface Freshness {
  readonly url: string;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** How long it may be taken as unchanged. */
  readonly maxAgeMs: number | undefined;
  /** Where it has moved to for good. */
  readonly movedTo: string | undefined;
}

export interface Fetched extends FetchedPage, Freshness {
  readonly notModified: false;
}

export interface NotModified extends Freshness {
  readonly notModified: true;
}

export interface Fetcher {
  /**
   * Every address on the way, redirects included, must be public and allowed by its site's robots.txt.
   * @throws OnrecordError `fetch-refused` (we may not), `fetch-failed` (it did not work), `bad-option` (no address);
   * the signal's reason, when it is aborted
   */
  fetch(address: string, request?: FetchRequest): Promise<Fetched | NotModified>;
  /** Ends what is under way and lets go of the connections. */
  close(): Promise<void>;
}

const MOST_REDIRECTS = 5;

interface Session {
  readonly options: FetcherOptions;
  readonly agent: Agent;
  readonly hosts: Hosts;
  readonly robots: Robots | undefined;
  readonly clock: Clock;
  readonly timeoutMs: number;
}

/** A fetcher keeps its connections, its pace with each host and the robots.txt it has read until it is closed. */
export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const { allowPrivate = false, perHost = 2, gapMs = 1000, clock = systemClock, timeoutMs = 20_000, lookup } = options;
  const closing = new AbortController();
  const always = options.signal ? [closing.signal, options.signal] : [closing.signal];
  for (const signal of always) setMaxListeners(0, signal);
  const agent = guardedAgent({ allowPrivate, connections: perHost, lookup });
  const base = { options, agent, clock, timeoutMs, hosts: createHosts(clock, perHost, gapMs) };
  // Whoever waits for a robots.txt shares it: the signal of the one that came first must not end it for all.
  const robotLimits = () => limitsOf(base, {}, AbortSignal.any([...always, AbortSignal.timeout(timeoutMs)]));
  const session: Session = { ...base, robots: options.robots === false ? undefined : createRobots(clock, robotLimits) };
  return {
    async fetch(address, request = {}) {
      const signal = AbortSignal.any(request.signal ? [...always, request.signal] : always);
      const start = parseUrl(address);
      const attempt = () => follow(session, start, { ...request, signal });
      return withRetries(attempt, { retries: options.retries ?? 3, clock, random: options.random, signal });
    },
    async close() {
      closing.abort(new OnrecordError("fetch-failed", "The fetcher is closed."));
      await agent.destroy();
    },
  };
}

type Signalled = FetchRequest & { readonly signal: AbortSignal };

async function follow(session: Session, start: URL, request: Signalled): Promise<Fetched | NotModified> {
  let url = start;
  let movedTo: string | undefined;
  for (let hops = 0, forGood = true; hops <= MOST_REDIRECTS; hops++) {
    const answer = await step(session, url, request);
    const next = redirectOf(answer, url);
    if (!next) return resultOf(answer, url, movedTo, session.clock);
    forGood &&= answer.status === 301 || answer.status === 308;
    if (forGood) movedTo = next.href;
    url = next;
  }
  throw new OnrecordError("fetch-failed", `${start.href} redirects more than ${MOST_REDIRECTS} times.`, {
    hint: "Give the page's final address.",
  });
}

/** One request, when its host's turn has come. */
async function step(session: Session, url: URL, request: Signalled): Promise<Response> {
  checkUrl(url, session.options.allowPrivate ?? false);
  const { hosts, robots, timeoutMs, clock } = session;
  const answer = await hosts.run(url.host, () => attempt(), request.signal);
  const wait = retryAfterMs(answer.headers, clock.now());
  if ((answer.status === 429 || answer.status === 503) && wait !== undefined && wait <= LONGEST_RETRY_AFTER) {
    hosts.pause(url.host, wait);
  }
  return answer;

  async function attempt(): Promise<Response> {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const delay = await robots?.check(url);
      if (delay !== undefined) hosts.slow(url.host, delay);
      const limits = limitsOf(session, request, AbortSignal.any([timeout, request.signal]));
      return await ask(url, limits, conditions(request));
    } catch (cause) {
      request.signal.throwIfAborted();
      throw failure(url, cause, timeout, timeoutMs);
    }
  }
}

function limitsOf(
  { options, agent }: Pick<Session, "options" | "agent">,
  request: FetchRequest,
  signal: AbortSignal,
): Limits {
  return {
    dispatcher: agent,
    allowPrivate: options.allowPrivate ?? false,
    maxBytes: request.maxBytes ?? options.maxBytes ?? 10 * 1024 * 1024,
    userAgent: userAgent(options.version),
    signal,
  };
}

function conditions({ etag, lastModified }: FetchRequest): Record<string, string> {
  return { ...(etag && { "if-none-match": etag }), ...(lastModified && { "if-modified-since": lastModified }) };
}

function parseUrl(address: string): URL {
  if (URL.canParse(address)) return new URL(address);
  throw new OnrecordError("bad-option", `“${address}” is no web address.`, {
    hint: "An address starts with http:// or https://.",
  });
}

function redirectOf({ status, headers }: Response, from: URL): URL | undefined {
  const location = headerOf(headers, "location");
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  if (URL.canParse(location, from.href)) return new URL(location, from.href);
  throw new OnrecordError("fetch-failed", `${from.href} redirects to “${location}”, which is no address.`);
}

function resultOf(answer: Response, url: URL, movedTo: string | undefined, clock: Clock): Fetched | NotModified {
  const { status, headers, body } = answer;
  const freshness = {
    url: url.href,
    etag: headerOf(headers, "etag"),
    lastModified: headerOf(headers, "last-modified"),
    maxAgeMs: maxAgeMs(headers),
    movedTo,
  };
  if (status === 304) return { ...freshness, notModified: true };
  if (status < 200 || status >= 300) throw badAnswer(url, { status, retryAfterMs: retryAfterMs(headers, clock.now()) });
  if (body.length === 0)
    throw new OnrecordError("fetch-failed", `${url.href} answered with an empty page.`, { hint: "Check the address." });
  return { ...freshness, notModified: false, bytes: body, contentType: headerOf(headers, "content-type") };
}
