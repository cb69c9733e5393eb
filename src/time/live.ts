/** Live blogs: entries under clock times. Everything in them is of the day, whatever its tense. */
import type { Doc } from "../schema/index.ts";

const ENTRIES = 3;
const CLOCK = /^\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)?(?: (?:GMT|BST|CET|ET|EDT|EST))?$/i;
const LONGEST = 16;

/** At least three paragraphs that are nothing but a time of day. */
export function isLive(doc: Doc): boolean {
  let entries = 0;
  for (const { start, end } of doc.paragraphs)
    if (end - start <= LONGEST && CLOCK.test(doc.text.slice(start, end)) && ++entries >= ENTRIES) return true;
  return false;
}
