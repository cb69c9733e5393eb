/** A request in; the same again, after a while, as long as it fails for the moment only. */
import pRetry from "p-retry";
import type { Clock } from "./clock.ts";
import { isPassing, retryAfterOf } from "./failure.ts";

export interface RetryOptions {
  readonly retries: number;
  readonly clock: Clock;
  readonly random?: (() => number) | undefined;
  readonly signal: AbortSignal;
}

/** A server that asks for more than this is left alone. */
export const LONGEST_RETRY_AFTER = 120_000;
const FIRST_WAIT = 1000;

/** The waits are ours, so that the clock can be given: p-retry counts and stops. */
export async function withRetries<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { retries, clock, random = Math.random, signal } = options;
  return pRetry(attempt, {
    retries,
    minTimeout: 0,
    signal,
    async onFailedAttempt({ error, attemptNumber, retriesLeft }) {
      const wait = waitBefore(error, attemptNumber, random);
      if (wait === undefined || retriesLeft === 0) throw error;
      await clock.sleep(wait, signal);
    },
  });
}

/** As long as the server asks, else twice as long each time, give or take a half. */
function waitBefore(error: unknown, attempt: number, random: () => number): number | undefined {
  if (!isPassing(error)) return undefined;
  const asked = retryAfterOf(error);
  if (asked !== undefined) return asked <= LONGEST_RETRY_AFTER ? asked : undefined;
  return FIRST_WAIT * 2 ** (attempt - 1) * (0.5 + random());
}
