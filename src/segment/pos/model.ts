/** models/pos.bin -> weights that can be looked up by the hash of a feature. */
import { OnrecordError, UPOS } from "../../schema/index.ts";

export const TAG_COUNT: number = UPOS.length;
export const MAGIC = 0x31504f52; // "ROP1" in little-endian order
const HEAD = 8;

/** Row `r` of `weights` is TAG_COUNT numbers from r * TAG_COUNT on. */
export interface PosModel {
  readonly index: Int32Array;
  readonly shift: number;
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
  const weights = new Int8Array(count * TAG_COUNT);
  for (let row = 0, at = tagsAt; row < count; row++)
    for (let left = bytes[countsAt + row]!; left > 0; left--, at++)
      weights[row * TAG_COUNT + bytes[at]!] = view.getInt8(at + filled);
  return { ...indexOf(hashes), weights };
}

function broken(why: string): OnrecordError {
  return new OnrecordError("model", `The part-of-speech weights cannot be read: ${why}.`, {
    hint: "Install onrecord again.",
  });
}

/** Open addressing: pairs of a feature's hash and its row + 1. The hashes are sorted, so slots by their high bits fill in order. */
function indexOf(hashes: Uint32Array): { index: Int32Array; shift: number } {
  const bits = Math.max(10, 33 - Math.clz32(hashes.length));
  const shift = 32 - bits;
  const index = new Int32Array(2 << bits);
  const wrap = index.length - 1;
  for (let row = 0; row < hashes.length; row++) {
    let slot = (hashes[row]! >>> shift) * 2;
    while (index[slot + 1] !== 0) slot = (slot + 2) & wrap;
    index[slot] = hashes[row]! | 0;
    index[slot + 1] = row + 1;
  }
  return { index, shift };
}

/** Where the feature's weights begin in `model.weights`, or -1 for a feature without. */
export function weightsAt(model: PosModel, feature: number): number {
  const { index } = model;
  const wrap = index.length - 1;
  const hash = feature | 0;
  let slot = (feature >>> model.shift) * 2;
  for (;;) {
    const row = index[slot + 1]!;
    if (row === 0) return -1;
    if (index[slot] === hash) return (row - 1) * TAG_COUNT;
    slot = (slot + 2) & wrap;
  }
}
