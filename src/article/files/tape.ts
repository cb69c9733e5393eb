/**
 * A stream of bytes in, a window that runs over it out: look ahead as far as needed, go on, go back a little.
 * Memory is what is looked at, never the stream: lines, rows and archives of any size are read through this.
 */

/** A byte that was shown stays where it is until the next call of `more`: copy what is to be kept. */
export interface Tape {
  /** Where the first byte not yet read stands in the stream. */
  readonly offset: number;
  /** The bytes at hand that are not yet read. */
  view(): Buffer;
  /** Have more bytes at hand; false at the end of the stream. */
  more(): Promise<boolean>;
  /** Go on by `n` of the bytes at hand. */
  skip(n: number): void;
  /** Go back to an offset, as near to it as the bytes kept allow. */
  back(to: number): void;
  /** Let go of the stream before its end. */
  close(): Promise<void>;
}

const SMALLEST = 64 * 1024;

/** @param kept how many bytes already read are kept to go back to */
export function createTape(source: AsyncIterable<Uint8Array>, kept = 0): Tape {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let [at, end] = [0, 0];
  let offset = 0;
  // A chunk that comes when nothing is left is shown as it is; it is not ours to write into.
  let owned = true;

  /** Make room for `size` bytes behind those held, at a cost that stays linear in all that is ever held. */
  const makeRoom = (size: number): void => {
    if (owned && end + size <= held.length) return;
    const from = Math.max(0, at - kept);
    const needed = (end - from + size) * 2;
    const fits = owned && needed <= held.length && held.length <= Math.max(SMALLEST, needed * 8);
    const into = fits ? held : Buffer.allocUnsafe(Math.max(SMALLEST, needed));
    held.copy(into, 0, from, end);
    [held, at, end, owned] = [into, at - from, end - from, true];
  };

  const add = (chunk: Uint8Array): void => {
    if (at === end && kept === 0) {
      held = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      [at, end, owned] = [0, chunk.length, false];
      return;
    }
    makeRoom(chunk.length);
    held.set(chunk, end);
    end += chunk.length;
  };

  return {
    get offset() {
      return offset;
    },
    view: () => held.subarray(at, end),
    async more() {
      for (;;) {
        const { done, value } = await chunks.next();
        if (done) return false;
        if (value.length === 0) continue;
        add(value);
        return true;
      }
    },
    skip(n) {
      at += n;
      offset += n;
    },
    back(to) {
      const n = Math.min(Math.max(0, offset - to), at);
      at -= n;
      offset -= n;
    },
    async close() {
      await chunks.return?.();
    },
  };
}

/** Have `n` bytes at hand, or all that are left. Returns how many there are, at most `n`. */
export async function fill(tape: Tape, n: number): Promise<number> {
  while (tape.view().length < n && (await tape.more())) {}
  return Math.min(n, tape.view().length);
}

/** Go on by `n` bytes, holding none. Returns how many there were. */
export async function pass(tape: Tape, n: number): Promise<number> {
  let left = n;
  while (left > 0 && (await fill(tape, 1)) > 0) {
    const step = Math.min(left, tape.view().length);
    tape.skip(step);
    left -= step;
  }
  return n - left;
}

/** The next `n` bytes, or undefined if there are fewer. */
export async function take(tape: Tape, n: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let left = n;
  while (left > 0 && (await fill(tape, 1)) > 0) {
    const part = Buffer.from(tape.view().subarray(0, left));
    tape.skip(part.length);
    parts.push(part);
    left -= part.length;
  }
  if (left > 0) return undefined;
  return parts.length === 1 ? parts[0] : Buffer.concat(parts);
}
