/** Values as compressed JSON, and hashes of bytes: how articles and readings lie in the database. */
import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** Level 3: a third of the time of the usual 6 for a twentieth more bytes. */
const LEVEL = 3;

export function pack(value: unknown): Uint8Array {
  return deflateRawSync(JSON.stringify(value), { level: LEVEL });
}

/** @throws if the bytes are not what pack made */
export function unpack<T>(bytes: Uint8Array): T {
  return JSON.parse(inflateRawSync(bytes).toString("utf8")) as T;
}

export function sha256(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export const sameBytes = (a: Uint8Array | null | undefined, b: Uint8Array | null | undefined): boolean =>
  a != null && b != null && Buffer.compare(a, b) === 0;

/** JSON in which sets survive. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, one) => (one instanceof Set ? { set: [...one] } : one));
}

export function fromJson<T>(json: string): T {
  return JSON.parse(json, (_, one) => (isSet(one) ? new Set(one.set) : one)) as T;
}

function isSet(value: unknown): value is { set: unknown[] } {
  return typeof value === "object" && value !== null && Array.isArray((value as { set?: unknown }).set);
}
