/** Unpacked WARC records in, their pages out, one record after the other at constant memory. What is no record is told once and passed over. */
import { LARGEST_HEAD } from "../../limits.ts";
import { failed, type Item } from "../item.ts";
import { fill, type Tape } from "../tape.ts";
import { headEnd, parseWarcHead, type WarcHead } from "./header.ts";
import { pageOf } from "./record.ts";

/** Go on behind line breaks: two stand behind every record. */
async function passBreaks(tape: Tape): Promise<void> {
  while ((await fill(tape, 1)) > 0) {
    const view = tape.view();
    let n = 0;
    while (view[n] === 13 || view[n] === 10) n++;
    tape.skip(n);
    if (n < view.length) return;
  }
}

/** The head at which the tape stands (then it stands behind it), or what is wrong with it. */
async function nextHead(tape: Tape): Promise<WarcHead | string> {
  await fill(tape, 5);
  if (tape.view().toString("latin1", 0, 5) !== "WARC/") return "is no WARC record";
  for (let wanted = 1024; ; wanted *= 4) {
    const had = await fill(tape, wanted);
    const found = headEnd(tape.view().subarray(0, wanted));
    if (!found && had === wanted && wanted < LARGEST_HEAD) continue;
    if (!found) return "has a head without an end";
    const head = parseWarcHead(tape.view().toString("utf8", 0, found.text));
    if (typeof head !== "string") tape.skip(found.end);
    return head;
  }
}

/** Go on to where the next record seems to begin, or to the end. */
async function passToRecord(tape: Tape): Promise<void> {
  tape.skip(Math.min(1, tape.view().length));
  for (;;) {
    const found = tape.view().indexOf("\nWARC/");
    if (found >= 0) return tape.skip(found + 1);
    tape.skip(Math.max(0, tape.view().length - 5));
    if (!(await tape.more())) return tape.skip(tape.view().length);
  }
}

const HINT = "The archive is damaged here; what comes after it is read.";

/**
 * @param placeAt the name of the record at an offset of the tape
 * @param atStart what to do if the first bytes are no record: look further (default), or throw
 */
export async function* pagesOf(
  tape: Tape,
  placeAt: (offset: number) => string,
  atStart: "look" | "throw" = "look",
): AsyncGenerator<Item> {
  // A page is given away only when what stands behind it is seen to be sound: a broken member shows at its end, and takes its last page with it.
  let held: Item | undefined;
  for (let first = true; ; first = false) {
    await passBreaks(tape);
    const isEnd = (await fill(tape, 1)) === 0;
    const place = placeAt(tape.offset);
    const head = isEnd ? undefined : await nextHead(tape);
    if (typeof head === "string") {
      if (first && atStart === "throw") throw new Error(`it ${head}`);
      await passToRecord(tape);
    }
    if (held) yield held;
    if (head === undefined) return;
    held =
      typeof head === "string"
        ? failed(place, "unsupported", `${place} ${head}.`, HINT)
        : await pageOf(tape, head, place);
  }
}
