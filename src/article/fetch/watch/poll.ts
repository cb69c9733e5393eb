/** The state of one feed in, what one poll of it brought out: its new entries, and its state from now on. */
import { type Message, OnrecordError } from "../../../schema/index.ts";
import { type EntryItem, type FeedEntry, itemOf } from "../../feed/index.ts";
import type { Clock } from "../clock.ts";
import { retryAfterOf, statusOf } from "../failure.ts";
import type { Fetched, Fetcher, NotModified } from "../fetcher.ts";
import { adapt, nextAfter, nextAfterFailure } from "./pace.ts";
import { readSource, type Source } from "./source.ts";
import type { FeedState } from "./state.ts";

export type WatchEvent =
  /** A new article. */
  | { readonly kind: "item"; readonly feed: string; readonly item: EntryItem; readonly entry: FeedEntry }
  /** The feed has a new address for good; `polled` follows with it. */
  | { readonly kind: "moved"; readonly from: string; readonly to: string }
  /** After the items of a poll: what to keep of the feed. */
  | {
      readonly kind: "polled";
      readonly state: FeedState;
      /** What the feed calls itself. */
      readonly title?: string;
      readonly notModified: boolean;
      /** Entries in the feed, and how many of them were new. */
      readonly entries: number;
      readonly fresh: number;
      readonly messages: readonly Message[];
    }
  /** The feed could not be read; it is tried again later. */
  | { readonly kind: "failed"; readonly state: FeedState; readonly error: OnrecordError }
  /** The feed is not polled any more. */
  | { readonly kind: "stopped"; readonly state: FeedState; readonly error: OnrecordError };

export interface PollDeps {
  readonly fetcher: Pick<Fetcher, "fetch">;
  /** Whether an article is known already, by its address (or, without one, its feed and id); the entry tells of changes. */
  seen(key: string, entry: FeedEntry): boolean | Promise<boolean>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** One poll. A feed that cannot be fetched or read is an event; only `seen` may throw, and the signal. */
export async function pollFeed(state: FeedState, deps: PollDeps): Promise<WatchEvent[]> {
  try {
    const { etag, lastModified, url } = state;
    const answer = await deps.fetcher.fetch(url, { etag, lastModified, signal: deps.signal });
    const moved: WatchEvent[] = answer.movedTo ? [{ kind: "moved", from: url, to: answer.movedTo }] : [];
    const feed = answer.notModified ? undefined : await readSource(answer);
    return [...moved, ...(await news(state, answer, feed, deps))];
  } catch (error) {
    deps.signal.throwIfAborted();
    if (error instanceof OnrecordError) return [failed(state, error, deps.clock.now())];
    throw error;
  }
}

async function news(
  state: FeedState,
  answer: Fetched | NotModified,
  feed: Source | undefined,
  { seen, clock }: PollDeps,
): Promise<WatchEvent[]> {
  const items: WatchEvent[] = [];
  for (const entry of feed?.entries ?? []) {
    const item = itemOf(entry, feed!, state.url);
    if (item && !(await seen(item.name, entry))) items.push({ kind: "item", feed: state.url, item, entry });
  }
  const fresh = items.length;
  const every = feed?.everyMinutes === undefined ? undefined : feed.everyMinutes * 60_000;
  const interval = adapt(state.interval, fresh > 0);
  const next: FeedState = {
    url: answer.movedTo ?? state.url,
    ...known("etag", answer.etag ?? (answer.notModified ? state.etag : undefined)),
    ...known("lastModified", answer.lastModified ?? (answer.notModified ? state.lastModified : undefined)),
    nextAt: nextAfter(clock.now(), interval, every, answer.maxAgeMs),
    interval,
    failures: 0,
  };
  const { notModified } = answer;
  const entries = feed?.entries.length ?? 0;
  const title = feed?.title ? { title: feed.title } : {};
  return [
    ...items,
    { kind: "polled", state: next, ...title, notModified, entries, fresh, messages: feed?.messages ?? [] },
  ];
}

function known<K extends string>(key: K, value: string | undefined): { [name in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [name in K]?: string };
}

function failed(state: FeedState, error: OnrecordError, now: number): WatchEvent {
  const failures = state.failures + 1;
  const next = { ...state, failures, lastError: error.message };
  if (statusOf(error) === 410) return { kind: "stopped", state: { ...next, stopped: error.message }, error };
  return {
    kind: "failed",
    state: { ...next, nextAt: nextAfterFailure(now, state, failures, retryAfterOf(error)) },
    error,
  };
}
