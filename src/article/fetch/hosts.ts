/** Requests in, the same requests out one host at a time: few at once, and never closer together than the host's gap. */
import PQueue from "p-queue";
import type { Clock } from "./clock.ts";

export interface Hosts {
  /** Run a request when it is the host's turn. */
  run<T>(host: string, request: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** No request to this host starts within this time. */
  pause(host: string, ms: number): void;
  /** The host asks for at least this time between two requests. */
  slow(host: string, gapMs: number): void;
}

interface Host {
  readonly queue: PQueue;
  gapMs: number;
  /** When the next request may start. */
  nextAt: number;
}

/** A site may ask for patience, but not bring us to a halt. */
const LONGEST_GAP = 30_000;
const MOST_HOSTS = 1000;

export function createHosts(clock: Clock, perHost: number, gapMs: number): Hosts {
  const hosts = new Map<string, Host>();
  const hostOf = (name: string): Host => {
    const known = hosts.get(name);
    if (known) return known;
    if (hosts.size >= MOST_HOSTS) forgetIdle(hosts, clock.now());
    const host = { queue: new PQueue({ concurrency: perHost }), gapMs, nextAt: 0 };
    hosts.set(name, host);
    return host;
  };
  return {
    run(name, request, signal) {
      const host = hostOf(name);
      const turn = async () => {
        await waitFor(host, clock, signal);
        return request();
      };
      return host.queue.add(turn, signal ? { signal } : {});
    },
    pause(name, ms) {
      const host = hostOf(name);
      host.nextAt = Math.max(host.nextAt, clock.now() + ms);
    },
    slow(name, ms) {
      const host = hostOf(name);
      const gap = Math.min(ms, LONGEST_GAP);
      if (gap <= host.gapMs) return;
      // The start that is already fixed was fixed with the smaller gap.
      if (host.nextAt > 0) host.nextAt += gap - host.gapMs;
      host.gapMs = gap;
    },
  };
}

/** Take the next start. While it is waited for, the host may be paused: look again. */
async function waitFor(host: Host, clock: Clock, signal: AbortSignal | undefined): Promise<void> {
  for (let now = clock.now(); host.nextAt > now; now = clock.now()) await clock.sleep(host.nextAt - now, signal);
  host.nextAt = clock.now() + host.gapMs;
}

function forgetIdle(hosts: Map<string, Host>, now: number): void {
  for (const [name, { queue, nextAt }] of hosts) {
    if (queue.size === 0 && queue.pending === 0 && nextAt <= now) hosts.delete(name);
  }
}
