/** A WARC archive in, packed or not, its pages out as items of bytes. */
import { failedBy, type Item } from "../item.ts";
import { createTape, fill } from "../tape.ts";
import { packedPagesOf } from "./packed.ts";
import { pagesOf } from "./records.ts";

/** Whether it is packed is told from its first bytes, not from its name. */
export async function* warcItems(source: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Item> {
  const tape = createTape(source);
  try {
    await fill(tape, 2);
    const packed = tape.view()[0] === 0x1f && tape.view()[1] === 0x8b;
    if (packed) yield* packedPagesOf(rest(tape), name);
    else yield* pagesOf(tape, (offset) => `${name}, record at byte ${offset}`);
  } catch (error) {
    yield failedBy(name, error);
  } finally {
    await tape.close();
  }
}

/** What is left of a tape, as a stream. */
async function* rest(tape: { view(): Buffer; skip(n: number): void; more(): Promise<boolean> }) {
  do {
    const chunk = Buffer.from(tape.view());
    tape.skip(chunk.length);
    yield chunk;
  } while (await tape.more());
}
