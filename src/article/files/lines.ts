/** A file of JSON lines in, its lines with their numbers out, one at a time: a corpus never has to fit in memory. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { checkFile, fileError } from "./read-input.ts";

/** The lines of a JSONL file that are not empty, each with its number (from 1). The whole file may be larger than one input may be. */
export async function* readLines(path: string): AsyncGenerator<{ readonly line: string; readonly number: number }> {
  if (path !== "-") await checkFile(path, { anySize: true });
  const stream = path === "-" ? process.stdin : createReadStream(path);
  let number = 0;
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      const text = number === 1 ? line.replace(/^\uFEFF/, "") : line;
      if (text.trim() !== "") yield { line: text, number };
    }
  } catch (cause) {
    throw fileError(path, cause);
  }
}
