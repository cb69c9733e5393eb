/** An address in, whether it may be reached out. A page that we fetch for a user must never lead into a private network. */
import type { LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { OnrecordError } from "../../schema/index.ts";

/** Only "unicast" is the open internet; ipaddr.js names every other range (private, loopback, linkLocal, carrierGradeNat …). */
export function isPrivateAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return true;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return true;
  return parsed.kind() === "ipv6" && hidesPrivate(parsed as ipaddr.IPv6);
}

/** IPv6 forms that carry an IPv4 address inside: 64:ff9b::/96, 2002::/16, ::a.b.c.d. */
function hidesPrivate(address: ipaddr.IPv6): boolean {
  const bytes = address.toByteArray();
  const inner =
    address.parts[0] === 0x2002
      ? bytes.slice(2, 6)
      : address.parts.slice(0, 6).every((part) => part === 0)
        ? bytes.slice(12)
        : undefined;
  return inner !== undefined && isPrivateAddress(inner.join("."));
}

/**
 * The host of a URL as a literal address, in whatever notation it was written. URL parsing has already turned 2130706433,
 * 0x7f.1 and 0177.0.0.1 into 127.0.0.1; brackets stand around IPv6.
 */
export function literalAddress(hostname: string): string | undefined {
  const host = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  return ipaddr.isValid(host) ? host : undefined;
}

/** Refuse an address of a private network. */
export function refusePrivate(address: string, url: string): void {
  if (!isPrivateAddress(address)) return;
  throw new OnrecordError("fetch-refused", `${url} leads to ${address}, an address of a private network.`, {
    hint: "Only public addresses are fetched; save the page to a file and read that.",
  });
}

/** How a name becomes addresses: as node:dns has it, always asked for all of them. */
export type Lookup = (
  hostname: string,
  options: { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** The connection's look-up, with every address that comes back checked: what is checked is what is connected to. */
export function guardedLookup(allowPrivate: boolean, lookup: Lookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 0);
      try {
        if (!allowPrivate) for (const { address } of addresses) refusePrivate(address, hostname);
      } catch (refused) {
        return callback(refused as NodeJS.ErrnoException, "", 0);
      }
      const first = addresses[0];
      if (!first) return callback(Object.assign(new Error(`no address for ${hostname}`), { code: "ENOTFOUND" }), "", 0);
      return options.all ? callback(null, addresses as never) : callback(null, first.address, first.family);
    });
  };
}
