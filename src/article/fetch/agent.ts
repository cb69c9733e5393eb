/** Connections that are kept and reused, each checked twice: at look-up, and by the address that its socket really reached. */
import { lookup as systemLookup } from "node:dns";
import { Agent, buildConnector } from "undici";
import { guardedLookup, type Lookup, refusePrivate } from "./address.ts";

export interface AgentOptions {
  readonly allowPrivate: boolean;
  /** Connections to one host. */
  readonly connections?: number;
  /** How names become addresses (for tests). */
  readonly lookup?: Lookup | undefined;
}

export function guardedAgent({ allowPrivate, connections = 2, lookup = systemLookup as Lookup }: AgentOptions): Agent {
  const connector = buildConnector({
    lookup: guardedLookup(allowPrivate, lookup),
    timeout: 10_000,
  } as buildConnector.BuildOptions);
  return new Agent({
    connections,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    connect(options, callback) {
      connector(options, (error, socket) => {
        if (error) return callback(error, null);
        try {
          if (!allowPrivate && socket.remoteAddress) refusePrivate(socket.remoteAddress, options.hostname);
          callback(null, socket);
        } catch (refused) {
          socket.destroy();
          callback(refused as Error, null);
        }
      });
    },
  });
}
