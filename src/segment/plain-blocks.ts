/** Blocks for text that comes without any: for tests, and for callers who have just a string. */
import type { Block } from "../schema/index.ts";

/** One body block for each line that is not empty, white space at its edges left out. */
export function plainBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const from = start + line.length - line.trimStart().length;
    const to = start + line.trimEnd().length;
    if (from < to) blocks.push({ start: from, end: to, kind: "body", by: "plain/line" });
    start = end + 1;
  }
  return blocks;
}
