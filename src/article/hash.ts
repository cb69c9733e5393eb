/** A text in, its 64-bit hash in hex out: the same text always gets the same id, in Node and in a browser. */

/** 16 hex digits for a text (two multiply-xor lanes over its code units, as in cyrb53, mixed at the end). */
export function hashText(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = mix(a, b);
  b = mix(b, a);
  return hex(a) + hex(b);
}

function mix(a: number, b: number): number {
  return Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, "0");
}
