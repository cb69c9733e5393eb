/** The bytes of a zip file in, its list of members out: names, sizes and where their bytes stand. Nothing is inflated. */
import { OnrecordError } from "../../schema/index.ts";

/** One member, as the zip file's own list declares it. */
export interface Member {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** More than any document has; each costs a look at the list. */
const MOST_MEMBERS = 20_000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const ENCRYPTED = 1;

/**
 * The members of a zip file, by name.
 * @throws OnrecordError `unsupported`: not a whole zip file, too many members, locked with a password
 */
export function zipDirectory(bytes: Uint8Array, place: string): ReadonlyMap<string, Member> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) throw broken(place);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_MEMBERS) {
    throw new OnrecordError("too-large", `${place} holds ${count} files; the limit is ${MOST_MEMBERS}.`);
  }
  const members = new Map<string, Member>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY) throw broken(place);
    const member = memberAt(bytes, view, at);
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw locked(place);
    if (!members.has(member.name)) members.set(member.name, member);
    at += ENTRY_SIZE + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
  }
  return members;
}

/** The record that closes a zip file stands at its end, before a comment of at most 64 KB; -1 if it is not there. */
function endRecord(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}

function memberAt(bytes: Uint8Array, view: DataView, at: number): Member {
  const length = view.getUint16(at + 28, true);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + length)),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

/** The error for a zip file that is damaged. */
export function broken(place: string, cause?: unknown): OnrecordError {
  return new OnrecordError("unsupported", `${place} is damaged: it is no whole zip file.`, {
    hint: "Download or save it again.",
    cause,
  });
}

function locked(place: string): OnrecordError {
  return new OnrecordError("unsupported", `${place} is locked with a password.`, {
    hint: "Save a copy without a password and read that.",
  });
}
