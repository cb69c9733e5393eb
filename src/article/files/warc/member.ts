/** One member of a gzip file in, its bytes out, to the exact byte where it ends: in an archive each record is a member of its own. */
import * as zlib from "node:zlib";
import { LARGEST_HEAD } from "../../limits.ts";
import { fill, type Tape } from "../tape.ts";

const MAGIC = Buffer.from([0x1f, 0x8b, 8]);
const FLAGS = { headCheck: 2, extra: 4, name: 8, comment: 16 };

/** The length of a member's head, 0 if more bytes are needed to tell, or undefined if it is none. Pure. */
function memberHead(bytes: Uint8Array): number | undefined {
  for (let i = 0; i < 3 && i < bytes.length; i++) if (bytes[i] !== MAGIC[i]) return undefined;
  if (bytes.length > 3 && bytes[3]! & 0xe0) return undefined;
  if (bytes.length < 12) return 0;
  const flags = bytes[3]!;
  let size = 10;
  if (flags & FLAGS.extra) size += 2 + bytes[10]! + 256 * bytes[11]!;
  for (const flag of [FLAGS.name, FLAGS.comment]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, size);
    if (end < 0 || size > bytes.length) return 0;
    size = end + 1;
  }
  if (flags & FLAGS.headCheck) size += 2;
  return size <= bytes.length ? size : 0;
}

/** Go on behind the member's head. */
async function passHead(tape: Tape): Promise<void> {
  for (let wanted = 18; ; wanted *= 4) {
    const had = await fill(tape, wanted);
    const size = memberHead(tape.view());
    if (size === undefined) throw new Error("no gzip member begins here");
    if (size > 0) return tape.skip(size);
    if (had < wanted || wanted > LARGEST_HEAD) throw new Error("its gzip head is broken");
  }
}

/** The check sum is there from Node 20.15 on; before, the length alone is looked at. */
const crc32: typeof zlib.crc32 | undefined = zlib.crc32;

/** Unpack at once what is at hand to its end and not large: most records are, and a stream for each would cost ten times as much. */
function wholeAt(bytes: Buffer): { readonly bytes: Buffer; readonly used: number } | undefined {
  const options = { info: true, chunkSize: 64 * 1024, maxOutputLength: 1024 * 1024 };
  try {
    const { buffer, engine } = zlib.inflateRawSync(bytes, options) as unknown as {
      buffer: Buffer;
      engine: zlib.InflateRaw;
    };
    return { bytes: buffer, used: engine.bytesWritten };
  } catch {
    return undefined; // not whole, large or broken: the stream tells which
  }
}

/**
 * The bytes of the member at which the tape stands; behind them the tape stands at the next.
 * @throws Error if the member is broken
 */
export async function* inflated(tape: Tape): AsyncGenerator<Uint8Array> {
  await passHead(tape);
  const whole = wholeAt(tape.view());
  if (whole) {
    tape.skip(whole.used);
    await checkEnd(tape, crc32 ? crc32(whole.bytes) : 0, whole.bytes.length);
    return yield whole.bytes;
  }
  const engine = zlib.createInflateRaw({ chunkSize: 32 * 1024 });
  const closed = new Promise<void>((resolve) => engine.once("close", () => resolve()));
  const began = tape.offset;
  let stopped = false;
  const pump = async (): Promise<void> => {
    while (!stopped) {
      if ((await fill(tape, 1)) === 0) return void engine.end();
      const chunk = tape.view();
      // The engine reads the chunk where it lies. At the member's end it leaves a part of it, or does not answer at all.
      const written = new Promise<boolean>((resolve) => engine.write(chunk, (error) => resolve(!error)));
      if (!(await Promise.race([written, closed.then(() => false)]))) return;
      const used = began + engine.bytesWritten - tape.offset;
      tape.skip(used);
      if (used < chunk.length) return;
    }
  };
  const pumped = pump().catch((error: Error) => void engine.destroy(error));
  let [sum, size] = [0, 0];
  try {
    for await (const chunk of engine as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (crc32) sum = crc32(chunk, sum);
      yield chunk;
    }
  } finally {
    stopped = true;
    engine.destroy();
    await pumped;
  }
  tape.skip(began + engine.bytesWritten - tape.offset);
  await checkEnd(tape, sum, size);
}

async function checkEnd(tape: Tape, sum: number, size: number): Promise<void> {
  if ((await fill(tape, 8)) < 8) throw new Error("unexpected end of file");
  const end = tape.view();
  if (end.readUInt32LE(4) !== size % 2 ** 32 || (crc32 && end.readUInt32LE(0) !== sum))
    throw new Error("its check sum is wrong");
  tape.skip(8);
}

/** Does a member that holds a WARC record begin at the first of these bytes? Looked at without going on. */
export function beginsRecord(bytes: Buffer): boolean {
  const size = memberHead(bytes);
  if (!size) return false;
  try {
    const options = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
    return zlib.inflateRawSync(bytes.subarray(size, size + 4096), options).toString("latin1", 0, 5) === "WARC/";
  } catch {
    return false;
  }
}

/** Where the next byte that may begin a member is, or -1. */
export const nextMagic = (bytes: Buffer): number => bytes.indexOf(MAGIC);
