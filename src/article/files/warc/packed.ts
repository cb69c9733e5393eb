/** A gzip file of WARC records in, their pages out. Usually each record is a member; a broken one costs no other. */
import { failed, type Item } from "../item.ts";
import { createTape, fill, type Tape } from "../tape.ts";
import { beginsRecord, inflated, nextMagic } from "./member.ts";
import { pagesOf } from "./records.ts";

/** How far back of where a member broke the next one is looked for: one that was cut off has swallowed the beginning of the next. */
const KEPT = 256 * 1024;
/** Places that look like a member and are none, before the rest of a file is given up. In noise there is one in 16 MB. */
const MOST_TRIALS = 1000;

/** Bounds on what a file made to waste time can cost. */
interface Budget {
  trials: number;
  /** Bytes that were gone back over. */
  backed: number;
}

/** Go on to the next member that holds a record, or to the end. False if the budget is used up. */
async function passToMember(tape: Tape, began: number, budget: Budget): Promise<boolean> {
  const from = Math.max(began + 1, tape.offset - KEPT);
  const way = tape.offset - from;
  if (way < 0) tape.skip(Math.min(-way, tape.view().length));
  else if (budget.backed + way <= 4 * tape.offset) {
    tape.back(from);
    budget.backed += way;
  }
  for (;;) {
    const found = nextMagic(tape.view());
    if (found < 0) {
      tape.skip(Math.max(0, tape.view().length - 2));
      if (await tape.more()) continue;
      tape.skip(tape.view().length);
      return true;
    }
    tape.skip(found);
    await fill(tape, 4096);
    if (beginsRecord(tape.view())) return true;
    if (++budget.trials > MOST_TRIALS) return false;
    tape.skip(1);
  }
}

/** Zeros that fill up the end of a file, as tapes and some disks leave them. */
async function passZeros(tape: Tape): Promise<void> {
  while ((await fill(tape, 1)) > 0 && tape.view()[0] === 0) {
    const view = tape.view();
    let n = 0;
    while (view[n] === 0) n++;
    tape.skip(n);
  }
}

/** @param name the file, named in errors */
export async function* packedPagesOf(source: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Item> {
  const tape = createTape(source, KEPT);
  const budget: Budget = { trials: 0, backed: 0 };
  try {
    for (;;) {
      await passZeros(tape);
      if ((await fill(tape, 1)) === 0) return;
      const began = tape.offset;
      const place = `${name}, record at byte ${began}`;
      const member = createTape(inflated(tape));
      try {
        yield* pagesOf(member, (offset) => (offset === 0 ? place : `${place}, unpacked byte ${offset}`), "throw");
        continue;
      } catch (error) {
        const hint = "The archive is damaged here; what comes after it is read.";
        yield failed(place, "unsupported", `${place} cannot be read: ${(error as Error).message}.`, hint);
      } finally {
        await member.close();
      }
      if (await passToMember(tape, began, budget)) continue;
      const hint = "It is no WARC archive, or too much of it is damaged.";
      return yield failed(name, "unsupported", `${name} is given up at byte ${tape.offset}: no record is found.`, hint);
    }
  } finally {
    await tape.close();
  }
}
