/** Members in, a zip file that holds them as they are (not deflated) out: for libraries that want a zip file, after its members were checked. */

export interface StoredMember {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly crc: number;
}

/** A zip file of these members and no other. */
export function storedZip(members: readonly StoredMember[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let offset = 0;
  for (const member of members) {
    const name = new TextEncoder().encode(member.name);
    const head = record(0x04034b50, 30, facts(member, name), 4);
    list.push(record(0x02014b50, 46, facts(member, name), 6, [[42, offset]]), name);
    parts.push(head, name, member.bytes);
    offset += head.length + name.length + member.bytes.length;
  }
  const size = list.reduce((sum, part) => sum + part.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, members.length, true);
  end.setUint16(10, members.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return joined([...parts, ...list, new Uint8Array(end.buffer)]);
}

/** What both records of a member say, in the order of their fields: [bytes from the version field on, value, width]. */
type Facts = readonly (readonly [at: number, value: number, wide: boolean])[];

function facts({ crc, bytes }: StoredMember, name: Uint8Array): Facts {
  const utf8 = 0x800;
  return [
    [0, 20, false],
    [2, utf8, false],
    [10, crc, true],
    [14, bytes.length, true],
    [18, bytes.length, true],
    [22, name.length, false],
  ];
}

/** A record of `size` bytes whose shared fields start at `from`. */
function record(
  sign: number,
  size: number,
  shared: Facts,
  from: number,
  more: readonly (readonly [number, number])[] = [],
) {
  const view = new DataView(new ArrayBuffer(size));
  view.setUint32(0, sign, true);
  for (const [at, value, wide] of shared)
    wide ? view.setUint32(from + at, value, true) : view.setUint16(from + at, value, true);
  for (const [at, value] of more) view.setUint32(at, value, true);
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
