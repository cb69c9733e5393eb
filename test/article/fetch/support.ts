/** A server of the test's own, and a clock that never waits. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../../../src/article/fetch/index.ts";

export interface FakeClock extends Clock {
  readonly sleeps: number[];
  advance(ms: number): void;
}

/** Whoever sleeps wakes at once, that much later. */
export function fakeClock(start = Date.UTC(2026, 4, 11)): FakeClock {
  let time = start;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => time,
    advance(ms) {
      time += ms;
    },
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      sleeps.push(ms);
      time += ms;
    },
  };
}

export type Route = (response: ServerResponse, request: IncomingMessage) => void;

export interface TestServer {
  readonly base: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  readonly routes: Record<string, Route>;
  connections(): number;
  close(): Promise<void>;
}

export async function startServer(routes: Record<string, Route>): Promise<TestServer> {
  const asked: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    asked.push(request.url!);
    const route = routes[request.url!];
    if (route) route(response, request);
    else response.writeHead(404).end("no");
  });
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    routes,
    connections: () => connections,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const answer =
  (status: number, body = "", headers: Record<string, string> = {}): Route =>
  (response) =>
    response.writeHead(status, headers).end(body);

/** One answer after the other; the last one stays. */
export function inTurn(...routes: readonly Route[]): Route {
  let turn = 0;
  return (response, request) => routes[Math.min(turn++, routes.length - 1)]!(response, request);
}
