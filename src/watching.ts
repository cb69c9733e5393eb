/** Feeds in, their new articles stored in a record out, one told after the other; the feeds' states are kept in the record. */
import { type Preparer, storeItems } from "./adding.ts";
import type { FetcherOptions, WatchEvent, WatchedFeed } from "./article/fetch/index.ts";
import type { Item } from "./article/files/index.ts";
import { fetchItems } from "./fetching.ts";
import type { OpenRecord } from "./record.ts";
import type { Message, OnrecordError } from "./schema/index.ts";
import type { ItemResult } from "./store/index.ts";
import { VERSION } from "./version.ts";

/** A feed to watch, as a person or a list of feeds names it. */
export interface NamedFeed {
  readonly url: string;
  readonly title?: string;
}

export interface WatchRecordOptions extends FetcherOptions {
  /** See createPreparer. */
  readonly preparer: Pick<Preparer, "prepared" | "again">;
  /** Poll every feed once, now, and end. */
  readonly once?: boolean;
}

/** What is told of a feed. `next` is when it is polled again (ISO 8601). */
export type WatchNews =
  | { readonly kind: "item"; readonly feed: string; readonly result: ItemResult }
  /** After the articles of a poll. */
  | {
      readonly kind: "polled";
      readonly feed: string;
      readonly title?: string;
      readonly notModified: boolean;
      readonly entries: number;
      readonly fresh: number;
      readonly messages: readonly Message[];
      readonly next: string;
    }
  | { readonly kind: "moved"; readonly feed: string; readonly to: string }
  | { readonly kind: "failed"; readonly feed: string; readonly error: OnrecordError; readonly next: string }
  /** It is gone, or watched under another address: it is not polled any more. */
  | { readonly kind: "stopped"; readonly feed: string; readonly error: OnrecordError };

/** The last event of a poll. */
type Last = Extract<WatchEvent, { readonly state: unknown }>;

/** A poll whose articles are not all stored yet. */
interface Poll {
  readonly last: Last;
  left: number;
  /** An article could not be fetched. */
  isMissing: boolean;
}

/**
 * Watches feeds until the signal, or polls them once. What it tells is stored; a feed's state is kept when all articles of the poll
 * are, so that a run that is broken off loses none. A feed that fails is told, and the others go on.
 * @param feeds without any, those that the record knows
 */
export async function* watchRecord(
  record: OpenRecord,
  feeds: readonly NamedFeed[],
  options: WatchRecordOptions,
): AsyncGenerator<WatchNews> {
  const { preparer, once = false, ...fetching } = options;
  const stop = new AbortController();
  const signal = fetching.signal ? AbortSignal.any([fetching.signal, stop.signal]) : stop.signal;
  const { createFetcher, watchFeeds } = await import("./article/fetch/index.ts");
  const fetcher = createFetcher({ version: VERSION, ...fetching, signal });
  const run = createRun(record);
  const watched = await withStates(record, feeds);
  const events = watchFeeds(watched, {
    fetcher,
    once,
    seen: (name, { modified }) => record.isUpToDate(name, modified),
    signal,
    ...(fetching.clock && { clock: fetching.clock }),
  });
  const news = run.newsOf(events);
  const fetched = fetchItems(news, { fetcher, known: (name) => record.freshness(name), signal });
  const results = storeItems(record, preparer.prepared(fetched), preparer.again);
  try {
    yield* merged(results, run);
  } finally {
    stop.abort();
    await results.return(undefined);
    await fetcher.close();
  }
}

/** Named feeds with what the record knows of them; one that was given up and is named again is tried again. */
async function withStates(record: OpenRecord, feeds: readonly NamedFeed[]): Promise<WatchedFeed[]> {
  const kept = await record.feeds();
  if (feeds.length === 0) return kept.map(({ url, state }) => ({ ...state, url }));
  const states = new Map(kept.map(({ url, state }) => [url, state as Partial<WatchedFeed>]));
  const named = feeds.map(({ url, title }) => {
    const { stopped: _, ...state } = states.get(url) ?? {};
    return { row: { url, ...(title !== undefined && { title }), state }, feed: { ...state, url } };
  });
  for (const { row } of named) await record.keepFeed(row);
  return named.map(({ feed }) => feed);
}

type Run = ReturnType<typeof createRun>;

function createRun(record: OpenRecord) {
  const told: WatchNews[] = [];
  const polls = new Map<string, Poll[]>();
  let wake = (): void => {};

  const tell = (news: WatchNews): void => {
    told.push(news);
    wake();
  };

  async function end({ last, isMissing }: Poll): Promise<void> {
    const { kind, state } = last;
    const title = kind === "polled" && last.title !== undefined ? { title: last.title } : {};
    const { etag: _, lastModified: __, ...without } = state;
    // An article that could not be fetched is asked for again: the feed is not to say that it has not changed.
    await record.keepFeed({ url: state.url, ...title, state: isMissing ? without : state });
    const [feed, next] = [state.url, new Date(state.nextAt).toISOString()];
    if (kind === "polled") {
      const { notModified, entries, fresh, messages } = last;
      tell({ kind, feed, ...title, notModified, entries, fresh, messages, next });
    } else tell(kind === "failed" ? { kind, feed, error: last.error, next } : { kind, feed, error: last.error });
  }

  return {
    told,
    /** When something is told. */
    changed: (): Promise<undefined> =>
      new Promise((resolve) => {
        wake = () => resolve(undefined);
        if (told.length > 0) wake();
      }),
    /** The articles of each poll, as a list; what else happens is told. */
    async *newsOf(events: AsyncIterable<WatchEvent>): AsyncGenerator<readonly Item[]> {
      let items: Item[] = [];
      for await (const event of events) {
        if (event.kind === "item") items.push(event.item);
        else if (event.kind === "moved") {
          await record.moveFeed(event.from, event.to);
          tell({ kind: "moved", feed: event.from, to: event.to });
        } else {
          const poll: Poll = { last: event, left: items.length, isMissing: false };
          for (const { name } of items) polls.set(name, [...(polls.get(name) ?? []), poll]);
          if (items.length > 0) yield items;
          else await end(poll);
          items = [];
        }
      }
    },
    /** An article is stored, or failed. */
    async done(result: ItemResult): Promise<void> {
      const [poll, ...others] = polls.get(result.name) ?? [];
      if (others.length > 0) polls.set(result.name, others);
      else polls.delete(result.name);
      if (!poll) return;
      tell({ kind: "item", feed: poll.last.state.url, result });
      if (result.outcome === "failed" && result.code === "fetch-failed") poll.isMissing = true;
      if (--poll.left === 0) await end(poll);
    },
  };
}

/** What comes of the articles, and what is told of feeds meanwhile. */
async function* merged(results: AsyncGenerator<ItemResult>, run: Run): AsyncGenerator<WatchNews> {
  let next = results.next();
  for (;;) {
    yield* run.told.splice(0);
    const come = await Promise.race([next, run.changed()]);
    if (!come) continue;
    if (come.done) break;
    await run.done(come.value);
    next = results.next();
  }
  yield* run.told.splice(0);
}

/** Names of feeds and of files that list them. */
export interface NamedFeeds {
  readonly feeds: readonly NamedFeed[];
  /** Lines of lists that are no address. */
  readonly messages: readonly Message[];
}

/** The feeds of a file: OPML, or the address of one a line. @throws OnrecordError `no-such-file` …, `unsupported` */
export async function readFeedList(path: string): Promise<NamedFeeds> {
  const { readInput } = await import("./article/files/index.ts");
  const { parseOpml } = await import("./article/feed/index.ts");
  const { decodeBytes } = await import("./article/bytes/decode.ts");
  const { bytes } = await readInput(path);
  const { feeds, messages } = parseOpml((await decodeBytes(bytes, path)).text);
  return { feeds, messages };
}
