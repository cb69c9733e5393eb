/** Averaged weights -> bytes of models/pos.bin (layout: src/segment/pos/model.ts). */
import { MAGIC, TAG_COUNT } from "../../src/segment/pos/model.ts";

interface Row {
  readonly hash: number;
  readonly tags: number[];
  readonly values: number[];
}

/** Weights of 127 and more steps are clipped; a step is this share of the 99.99th percentile. */
const STEPS = 127;

function quantise(rows: Map<number, number>, weights: Float32Array, floor: number, step: number): Row[] {
  const kept: Row[] = [];
  for (const [hash, row] of rows) {
    const tags: number[] = [];
    const values: number[] = [];
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      const weight = weights[row * TAG_COUNT + tag]!;
      const value = Math.max(-STEPS, Math.min(STEPS, Math.round(weight / step)));
      if (Math.abs(weight) < floor || value === 0) continue;
      tags.push(tag);
      values.push(value);
    }
    if (tags.length > 0) kept.push({ hash, tags, values });
  }
  return kept;
}

function sizeOf(rows: readonly Row[]): number {
  return 8 + rows.reduce((sum, row) => sum + 5 + 2 * row.tags.length, 0);
}

/** Raises the floor under which weights are dropped until the bytes fit. */
export function encode(rows: Map<number, number>, weights: Float32Array, sizeMax: number): Uint8Array {
  const sizes = weights.map(Math.abs).sort();
  const step = sizes[Math.floor(sizes.length * 0.9999)]! / STEPS;
  let floor = step / 2;
  let kept = quantise(rows, weights, floor, step);
  while (sizeOf(kept) > sizeMax) kept = quantise(rows, weights, (floor *= 1.1), step);
  console.log(`step ${step.toFixed(4)}, floor ${floor.toFixed(4)}, ${kept.length} features kept`);
  kept.sort((a, b) => a.hash - b.hash);
  const bytes = new Uint8Array(sizeOf(kept));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, kept.length, true);
  let tagAt = 8 + kept.length * 5;
  const filled = kept.reduce((sum, row) => sum + row.tags.length, 0);
  kept.forEach((row, i) => {
    view.setUint32(8 + i * 4, row.hash, true);
    bytes[8 + kept.length * 4 + i] = row.tags.length;
    row.tags.forEach((tag, k) => {
      bytes[tagAt] = tag;
      view.setInt8(tagAt++ + filled, row.values[k]!);
    });
  });
  return bytes;
}
