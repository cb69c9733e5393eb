/**
 * A zip file in, the bytes of the members that are asked for out. A bomb is refused: the declared sizes are added up before
 * anything is inflated, and inflating stops at the declared size. Runs on the platform's own decompression, in Node and in a browser.
 */
import { OnrecordError } from "../../schema/index.ts";
import { broken, type Member, zipDirectory } from "./directory.ts";

/** The members of a zip file: what there is, and a way to read one. */
export interface Archive {
  readonly members: ReadonlyMap<string, Member>;
  /** A member's bytes; undefined if there is none of that name. */
  read(name: string): Promise<Uint8Array | undefined>;
}

const STORED = 0;
const DEFLATED = 8;
const HEADER = 0x04034b50;
const HEADER_SIZE = 30;

/**
 * Open a zip file. Over its life at most `limit` bytes are inflated from it.
 * @throws OnrecordError `unsupported`, `too-large`
 */
export function openArchive(bytes: Uint8Array, place: string, limit: number): Archive {
  const members = zipDirectory(bytes, place);
  let spent = 0;
  return {
    members,
    async read(name) {
      const member = members.get(name);
      if (!member) return undefined;
      spent += member.size;
      if (spent > limit) throw bomb(place, limit);
      return inflate(member, packedBytes(bytes, member, place), place);
    },
  };
}

/** A member as text (UTF-8, or UTF-16 by its mark); "" if there is none of that name. */
export async function readText(archive: Archive, name: string): Promise<string> {
  const bytes = await archive.read(name);
  if (!bytes) return "";
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff && "utf-16be";
  return new TextDecoder(wide || "utf-8").decode(bytes);
}

function packedBytes(bytes: Uint8Array, member: Member, place: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = member.offset;
  if (at + HEADER_SIZE > bytes.length || view.getUint32(at, true) !== HEADER) throw broken(place);
  const start = at + HEADER_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + member.packed > bytes.length) throw broken(place);
  return bytes.subarray(start, start + member.packed);
}

async function inflate(member: Member, packed: Uint8Array, place: string): Promise<Uint8Array> {
  if (member.method === STORED) return packed;
  if (member.method !== DEFLATED) throw broken(place);
  const whole = new Uint8Array(member.size);
  let size = 0;
  try {
    const stream = new Blob([gzipped(member, packed) as BlobPart])
      .stream()
      .pipeThrough(new DecompressionStream("gzip"));
    const reader = stream.getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      if (size + chunk.value.length > member.size) {
        await reader.cancel();
        throw broken(place);
      }
      whole.set(chunk.value, size);
      size += chunk.value.length;
    }
  } catch (cause) {
    throw cause instanceof OnrecordError ? cause : broken(place, cause);
  }
  if (size !== member.size) throw broken(place);
  return whole;
}

/** The same deflated bytes as a gzip file: the platform inflates those everywhere, and checks their sum. */
function gzipped({ crc, size }: Member, packed: Uint8Array): Uint8Array {
  const all = new Uint8Array(10 + packed.length + 8);
  all.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  all.set(packed, 10);
  const view = new DataView(all.buffer);
  view.setUint32(10 + packed.length, crc, true);
  view.setUint32(14 + packed.length, size, true);
  return all;
}

function bomb(place: string, limit: number): OnrecordError {
  const most = Math.round(limit / 1024 / 1024);
  return new OnrecordError("too-large", `${place} unpacks to more than ${most} MB of text.`, {
    hint: "Split it, or save what is needed of it as text.",
  });
}
