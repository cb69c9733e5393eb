/** models/pos.bin -> weights that can be looked up by the hash of a feature. */
import { OnrecordError, UPOS } from "../../schema/index.ts";

export const TAG_COUNT = UPOS.length;
export const MAGIC = 0x31504f52; // "ROP1" in little-endian order
const HEAD = 8;

/** Row `r` of `weights` is TAG_COUNT numbers from r * TAG_COUNT on. */
export interface PosModel {
  readonly rowOf: (feature: number) => number;
  readonly weights: Int8Array;
}

/**
 * Bytes: magic, count of features n, n feature hashes (all uint32, little endian), n counts of weights that are not 0,
 * then their tags, then their values (one byte each).
 */
export function readPosModel(bytes: Uint8Array): PosModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEAD || view.getUint32(0, true) !== MAGIC) throw broken("it does not begin with its mark");
  const count = view.getUint32(4, true);
  const countsAt = HEAD + count * 4;
  if (bytes.byteLength < countsAt + count) throw broken("it ends too early");
  const hashes = new Uint32Array(count);
  let filled = 0;
  for (let row = 0; row < count; row++) {
    hashes[row] = view.getUint32(HEAD + row * 4, true);
    filled += bytes[countsAt + row]!;
  }
  const tagsAt = countsAt + count;
  if (bytes.byteLength !== tagsAt + 2 * filled) throw broken("its length does not fit its head");
  const weights = new Int8Array((count + 1) * TAG_COUNT);
  for (let row = 0, at = tagsAt; row < count; row++)
    for (let left = bytes[countsAt + row]!; left > 0; left--, at++)
      weights[row * TAG_COUNT + bytes[at]!] = view.getInt8(at + filled);
  return { rowOf: rowFinder(hashes), weights };
}

function broken(why: string): OnrecordError {
  return new OnrecordError("model", `The part-of-speech weights cannot be read: ${why}.`, {
    hint: "Install onrecord again.",
  });
}

/** Open addressing: hash of a feature -> its row; for unknown ones the row of zeros after the last. */
function rowFinder(hashes: Uint32Array): (feature: number) => number {
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const mask = size - 1;
  const keys = new Uint32Array(size);
  const rows = new Int32Array(size).fill(-1);
  hashes.forEach((hash, row) => {
    let slot = hash & mask;
    while (rows[slot]! >= 0) slot = (slot + 1) & mask;
    keys[slot] = hash;
    rows[slot] = row;
  });
  const unknown = hashes.length;
  return (feature) => {
    let slot = feature & mask;
    for (let row = rows[slot]!; row >= 0; row = rows[(slot = (slot + 1) & mask)]!)
      if (keys[slot] === feature) return row;
    return unknown;
  };
}
