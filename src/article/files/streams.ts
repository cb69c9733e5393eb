/** A file in, its bytes out as a stream: unpacked if its name says .gz, UTF-16 turned into UTF-8. */
import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";

export const isPacked = (path: string): boolean => /\.gz$/i.test(path);

const CHUNK = 256 * 1024;

/** The bytes of a file as they are. */
export function bytesOf(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: CHUNK });
}

/** The bytes of a gzip stream, unpacked. */
export function unpacked(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const unpack = createGunzip({ chunkSize: 64 * 1024 });
  // An error on either side ends both; the one who reads is told it.
  pipeline(source instanceof Readable ? source : Readable.from(source), unpack, () => {});
  return unpack;
}

/** The bytes of a file of text, unpacked if need be and in UTF-8 if it has a mark of UTF-16 (Excel's “Unicode text”). */
export function textBytesOf(path: string): AsyncIterable<Uint8Array> {
  return inUtf8(isPacked(path) ? unpacked(bytesOf(path)) : bytesOf(path));
}

const MARKS: Readonly<Record<string, string>> = { fffe: "utf-16le", feff: "utf-16be" };

/** UTF-8 as it is, without its mark; UTF-16 with a mark turned into UTF-8. */
export async function* inUtf8(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array(0);
  let decoder: TextDecoder | undefined;
  for await (const chunk of source) {
    let bytes = chunk;
    if (head !== undefined) {
      bytes = Buffer.concat([head, chunk]);
      head = bytes;
      if (bytes.length < 3) continue;
      head = undefined;
      decoder = decoderFor(bytes);
      if (!decoder) bytes = withoutMark(bytes);
    }
    yield decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes;
  }
  if (head && head.length > 0) yield head;
}

function decoderFor(bytes: Uint8Array): TextDecoder | undefined {
  const charset = MARKS[Buffer.from(bytes.subarray(0, 2)).toString("hex")];
  return charset === undefined ? undefined : new TextDecoder(charset);
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
