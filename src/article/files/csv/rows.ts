/**
 * The bytes of a table in, the bytes of one row after the other out. A quotation mark that is opened and not rightly closed costs its own
 * line and no more: the rows after it are found again from the next line on.
 */
import { LARGEST_INPUT } from "../../limits.ts";
import type { Tape } from "../tape.ts";

const QUOTE = 34;
const BREAK = 10;
const RETURN = 13;

/** How far a row has been looked through. */
interface Scan {
  /** Where to go on. */
  at: number;
  state: "start" | "plain" | "quoted" | "closed";
  /** Behind the first line break inside quotation marks; 0 if there is none. */
  line: number;
}

type Found = { readonly end: number } | "bad" | undefined;

/** Look through `bytes` for the end of the row, from where `scan` stands. "bad": a closing mark with more behind it. */
function scanRow(bytes: Uint8Array, scan: Scan, delimiter: number): Found {
  for (; scan.at < bytes.length; scan.at++) {
    const byte = bytes[scan.at]!;
    if (scan.state === "quoted") {
      if (byte === QUOTE) scan.state = "closed";
      else if (byte === BREAK && scan.line === 0) scan.line = scan.at + 1;
    } else if (byte === BREAK) return { end: scan.at + 1 };
    else if (byte === delimiter) scan.state = "start";
    else if (byte === QUOTE && scan.state !== "plain") scan.state = "quoted";
    else if (scan.state === "closed" && byte !== RETURN) return "bad";
    else if (scan.state === "start") scan.state = "plain";
  }
  return undefined;
}

export type Row = Buffer | "bad-quotes" | "long";

/** The rows of a table. */
export async function* rowsOf(tape: Tape, delimiter: number): AsyncGenerator<Row> {
  let scan: Scan = { at: 0, state: "start", line: 0 };
  const taken = (end: number): Buffer => {
    const row = Buffer.from(tape.view().subarray(0, end));
    tape.skip(end);
    scan = { at: 0, state: "start", line: 0 };
    return row;
  };
  let budget = LARGEST_INPUT;
  for (;;) {
    const found = scanRow(tape.view(), scan, delimiter);
    const tooLong = scan.at > LARGEST_INPUT;
    if (typeof found === "object" && !tooLong) {
      yield taken(found.end);
      continue;
    }
    const more = found === undefined && !tooLong && (await tape.more());
    if (more) continue;
    if (scan.at === 0) return;
    const open = found === "bad" || scan.state === "quoted";
    // What is looked through twice is bounded, so that a table of nothing but open marks costs no more than its size, some times over.
    if (open && scan.line > 0 && (budget -= scan.at - scan.line) > 0) {
      taken(scan.line);
      yield "bad-quotes";
    } else if (tooLong || found === "bad") {
      const at = scan.at;
      taken(at);
      await passLine(tape);
      yield tooLong ? "long" : "bad-quotes";
    } else {
      const rest = taken(scan.at);
      yield open ? "bad-quotes" : rest;
    }
  }
}

/** Go on behind the next line break. */
async function passLine(tape: Tape): Promise<void> {
  for (;;) {
    const found = tape.view().indexOf(BREAK);
    tape.skip(found < 0 ? tape.view().length : found + 1);
    if (found >= 0 || !(await tape.more())) return;
  }
}
