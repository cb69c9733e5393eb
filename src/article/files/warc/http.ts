/** A web server's answer, as an archive holds it: its head in fields, its body without the way it was sent. */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { OnrecordError } from "../../../schema/index.ts";
import { LARGEST_INPUT, tooLarge } from "../../limits.ts";
import { fieldsOf } from "./header.ts";

export interface HttpHead {
  readonly status: number;
  readonly fields: ReadonlyMap<string, string>;
}

/** The head, or undefined if it is none. */
export function parseHttpHead(text: string): HttpHead | undefined {
  const [first, ...lines] = text.split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s{1,5}(\d{3})(?:\s|$)/.exec(first!)?.[1];
  return status === undefined ? undefined : { status: Number(status), fields: fieldsOf(lines) };
}

const READ_TYPES = /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf))\s*(?:;|$)/i;

/** May a page of this content type be an article? */
export const isReadType = (contentType: string | undefined): boolean => READ_TYPES.test(contentType ?? "");

/** The body of a chunked answer put together; undefined if it is not chunked (some archives say so and have put it together already). */
function unchunked(bytes: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.indexOf("\n", at);
    const size = lineEnd < 0 || lineEnd - at > 1000 ? undefined : sizeOf(bytes.toString("latin1", at, lineEnd));
    // Broken off: what came before stands; the parser of pages can do with it.
    if (size === undefined) return parts.length > 0 ? Buffer.concat(parts) : undefined;
    if (size === 0) break;
    parts.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + size));
    at = lineEnd + 1 + size;
    while (bytes[at] === 13 || bytes[at] === 10) at++;
  }
  return Buffer.concat(parts);
}

function sizeOf(line: string): number | undefined {
  const hex = /^\s{0,8}([0-9a-f]{1,8})\s{0,8}(?:;.*)?$/is.exec(line.trimEnd())?.[1];
  return hex === undefined ? undefined : Number.parseInt(hex, 16);
}

const BOUND = { maxOutputLength: LARGEST_INPUT };

const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => Buffer>> = {
  gzip: (bytes) => gunzipSync(bytes, BOUND),
  deflate: (bytes) => ((bytes[0]! & 0x0f) === 8 ? inflateSync(bytes, BOUND) : inflateRawSync(bytes, BOUND)),
  br: (bytes) => brotliDecompressSync(bytes, BOUND),
};

/**
 * The body as the page was before it was sent. What was decoded already by the archive's maker is left as it is.
 * @throws OnrecordError `too-large` (a bomb), `unsupported` (broken, or encoded in a way that is not known)
 */
export function bodyOf(bytes: Buffer, { fields }: HttpHead, place: string): Buffer {
  const chunked = /\bchunked\b/i.test(fields.get("transfer-encoding") ?? "");
  let body = (chunked ? unchunked(bytes) : undefined) ?? bytes;
  const encodings = (fields.get("content-encoding") ?? "").toLowerCase().split(",").slice(-3);
  for (const encoding of encodings.reverse()) body = decoded(body, encoding.trim().replace(/^x-/, ""), place);
  return body;
}

function decoded(bytes: Buffer, encoding: string, place: string): Buffer {
  if (encoding === "" || encoding === "identity" || bytes.length === 0 || isPlain(bytes, encoding)) return bytes;
  const decode = DECODERS[encoding];
  if (!decode)
    throw new OnrecordError("unsupported", `${place} is encoded as “${encoding}”.`, {
      hint: "gzip, deflate and br are read.",
    });
  try {
    return decode(bytes);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(`${place} unpacks to more than an article may have`);
    throw new OnrecordError("unsupported", `${place} is broken: its ${encoding} body cannot be unpacked (${message}).`);
  }
}

/** Decoded already, whatever its head says. */
function isPlain(bytes: Buffer, encoding: string): boolean {
  if (encoding === "gzip") return bytes[0] !== 0x1f || bytes[1] !== 0x8b;
  return /^\s{0,50}<[!?a-z]/i.test(bytes.toString("latin1", 0, 60));
}
