/** The time, as fetching and watching see it: given from outside, so that what waits can be tested without waiting. */
import { setTimeout as wait } from "node:timers/promises";

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** @throws the signal's reason, when it is aborted */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Timers hold no more than this: longer waits are made of several. */
const LONGEST = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    try {
      for (let left = ms; left > 0; left -= LONGEST) {
        await wait(Math.min(left, LONGEST), undefined, signal ? { signal } : {});
      }
    } catch (cause) {
      signal?.throwIfAborted();
      throw cause;
    }
  },
};
