/** A reading in the layout of gold files: one article a line, which is what `onrecord eval` reads. */
import { annotatedOf, type Reading } from "../schema/index.ts";

/** One line (with its line break): the article with its attributions and residue. Unknown is null, as in gold. */
export function toGold(reading: Reading): string {
  return `${JSON.stringify(annotatedOf(reading))}\n`;
}
