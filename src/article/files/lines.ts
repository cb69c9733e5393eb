/** A file of one JSON object a line in (JSONL, NDJSON), a record a line out. A bad line is told by its number; the rest goes on. */
import { LARGEST_INPUT, tooLarge } from "../limits.ts";
import { failed, failedBy, type Item } from "./item.ts";
import { inUtf8, textBytesOf } from "./streams.ts";
import { createTape, type Tape } from "./tape.ts";

const BREAK = 10;

/** The next line, its break included; `long` if it is larger than an article may be, and then it is not kept. */
async function nextLine(tape: Tape): Promise<Buffer | "long" | undefined> {
  let [seen, long] = [0, false];
  for (;;) {
    const view = tape.view();
    const found = view.indexOf(BREAK, seen);
    if (found >= 0) {
      const line = Buffer.from(long ? [] : view.subarray(0, found + 1));
      tape.skip(found + 1);
      return long || found > LARGEST_INPUT ? "long" : line;
    }
    if (view.length > LARGEST_INPUT || long) {
      long = true;
      tape.skip(view.length);
    }
    seen = tape.view().length;
    if (await tape.more()) continue;
    const rest = Buffer.from(tape.view());
    tape.skip(rest.length);
    return long ? "long" : rest.length > 0 ? rest : undefined;
  }
}

/** The text of bytes that must be UTF-8, or undefined. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The records of a stream of lines; empty lines are counted and passed over. */
export async function* recordsOf(name: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Item> {
  const tape = createTape(inUtf8(source));
  try {
    for (let n = 1; ; n++) {
      const line = await nextLine(tape);
      if (line === undefined) return;
      const item = itemOf(`${name}, line ${n}`, line);
      if (item) yield item;
    }
  } finally {
    await tape.close();
  }
}

function itemOf(place: string, line: Buffer | "long"): Item | undefined {
  if (line === "long") return failedBy(place, tooLarge(`${place} is too long for one article`));
  const text = utf8(line);
  if (text === undefined) return failed(place, "charset", `${place} is not UTF-8.`, "Save the file as UTF-8.");
  return text.trim() === "" ? undefined : { kind: "record", name: place, line: text.trimEnd() };
}

/** The records of a file, packed or not. */
export function openLines(path: string): AsyncGenerator<Item> {
  return recordsOf(path, textBytesOf(path));
}
