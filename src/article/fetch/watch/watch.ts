/** Feeds in, their new articles out, as they appear: each feed is polled at its own pace, until the signal or for one round. */
import { OnrecordError } from "../../../schema/index.ts";
import { type Clock, systemClock } from "../clock.ts";
import { FIRST } from "./pace.ts";
import { type PollDeps, pollFeed, type WatchEvent } from "./poll.ts";
import type { FeedState, WatchedFeed } from "./state.ts";

export interface WatchOptions extends Pick<PollDeps, "fetcher" | "seen"> {
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  /** Poll every feed once, now, and end. */
  readonly once?: boolean;
  /** Feeds polled at a time (default 4). */
  readonly concurrency?: number;
}

/** Polls under way, and the feeds that wait, by their place in the list. */
interface Round {
  readonly states: FeedState[];
  readonly running: Map<number, Promise<number>>;
  readonly brought: Map<number, WatchEvent[]>;
  readonly polled: Set<number>;
}

/**
 * Watch feeds. Events of one feed come in order, its state last: who keeps the state when it comes loses no article,
 * as nothing is asked for again before. An article is given once in a run, whatever becomes of it.
 */
export async function* watchFeeds(
  feeds: readonly WatchedFeed[],
  options: WatchOptions,
): AsyncGenerator<WatchEvent, void> {
  const { clock = systemClock, once = false, concurrency = 4 } = options;
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const deps: PollDeps = { fetcher: options.fetcher, seen: onlyOnce(options), clock, signal };
  const round: Round = {
    states: newStates(feeds, clock.now()),
    running: new Map(),
    brought: new Map(),
    polled: new Set(),
  };
  try {
    while (!signal.aborted) {
      startDue(round, deps, once, concurrency);
      if (round.running.size > 0) yield* finished(round, await Promise.race(round.running.values()));
      else if (!(await sleepUntilDue(round.states, clock, signal, once))) return;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    stop.abort();
    await Promise.allSettled(round.running.values());
  }
}

function newStates(feeds: readonly WatchedFeed[], now: number): FeedState[] {
  const byUrl = new Map(feeds.map((feed) => [feed.url, feed]));
  return [...byUrl.values()].map((feed) => ({ nextAt: now, interval: FIRST, failures: 0, ...feed }));
}

/** What becomes due while others are polled is started when one of those ends. */
function startDue(round: Round, deps: PollDeps, once: boolean, concurrency: number): void {
  const now = deps.clock.now();
  for (const [i, state] of round.states.entries()) {
    if (round.running.size >= concurrency) return;
    const isDue = once ? !round.polled.has(i) : state.nextAt <= now;
    if (!isDue || state.stopped !== undefined || round.running.has(i)) continue;
    round.polled.add(i);
    const poll = pollFeed(state, deps).then((events) => {
      round.brought.set(i, events);
      return i;
    });
    round.running.set(i, poll);
  }
}

function* finished(round: Round, i: number): Generator<WatchEvent> {
  const events = round.brought.get(i) ?? [];
  round.running.delete(i);
  round.brought.delete(i);
  for (const event of events) {
    const settled = "state" in event ? settle(round, i, event) : event;
    if ("state" in settled) round.states[i] = settled.state;
    yield settled;
  }
}

/** A feed that has moved to where another one is watched would give everything twice. */
function settle(round: Round, i: number, event: Extract<WatchEvent, { state: FeedState }>): WatchEvent {
  const { state } = event;
  const isTaken = state.url !== round.states[i]!.url && round.states.some(({ url }) => url === state.url);
  if (!isTaken) return event;
  const error = new OnrecordError(
    "fetch-failed",
    `${round.states[i]!.url} has moved to ${state.url}, which is watched already.`,
    {
      hint: "Take the old address out of the list.",
    },
  );
  return { kind: "stopped", state: { ...round.states[i]!, stopped: error.message }, error };
}

/** False when there is nothing left to wait for. */
async function sleepUntilDue(
  states: readonly FeedState[],
  clock: Clock,
  signal: AbortSignal,
  once: boolean,
): Promise<boolean> {
  const next = states.filter(({ stopped }) => stopped === undefined).map(({ nextAt }) => nextAt);
  if (once || next.length === 0) return false;
  const wait = next.reduce((a, b) => Math.min(a, b)) - clock.now();
  if (wait > 0) await clock.sleep(wait, signal);
  return true;
}

const MOST_REMEMBERED = 100_000;

/** Feeds share articles, and whoever stores them may not be done by the next poll: what was given is remembered. */
function onlyOnce({ seen }: Pick<WatchOptions, "seen">): PollDeps["seen"] {
  const given = new Set<string>();
  return async (key, entry) => {
    const version = `${key} ${entry.modified ?? ""}`;
    if ((await seen(key, entry)) || given.has(version)) return true;
    if (given.size >= MOST_REMEMBERED) given.delete(given.values().next().value!);
    given.add(version);
    return false;
  };
}
