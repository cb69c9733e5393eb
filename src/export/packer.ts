/** A packer makes bytes of the parts that a format gives one by one: for formats that are no text. It runs in one place, the parts may be made in many. */
export interface Packer {
  /** Takes an article's part; gives the bytes that are ready. */
  add(part: string): Uint8Array;
  /** The bytes that come last. */
  end(): Uint8Array;
}
