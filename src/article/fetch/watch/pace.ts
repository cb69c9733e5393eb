/** When a feed is polled next: sooner if it had news, later if not, never more often than it asks for. */
import type { FeedState } from "./state.ts";

const MINUTE = 60_000;
const SHORTEST = 5 * MINUTE;
const LONGEST = 24 * 60 * MINUTE;
export const FIRST = 30 * MINUTE;

/** Half after news, half as much again without. */
export function adapt(interval: number, hasNews: boolean): number {
  return within(hasNews ? interval / 2 : interval * 1.5);
}

/** The feed's own wishes (`ttl`, `sy:updatePeriod`, max-age) are lower bounds; no wish puts a poll off by more than a day. */
export function nextAfter(now: number, interval: number, ...wishes: readonly (number | undefined)[]): number {
  return now + within(Math.max(interval, ...wishes.map((wish) => wish ?? 0)));
}

/** Twice as long after each failure, and as long as the server asks. */
export function nextAfterFailure(now: number, state: FeedState, failures: number, retryAfterMs = 0): number {
  return now + within(Math.max(state.interval * 2 ** Math.min(failures, 10), retryAfterMs));
}

function within(ms: number): number {
  return Math.round(Math.min(Math.max(ms, SHORTEST), LONGEST));
}
