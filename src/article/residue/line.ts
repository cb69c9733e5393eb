/** A line of text in, what the residue rules look at out: its words, its bare form, where it stands. */

/** A line (or a block of a page) as the rules see it. */
export interface Line {
  /** The line, white space collapsed and trimmed. */
  readonly text: string;
  /** Lower case, straight quotes, without brackets, rules and marks at its edges: what phrases are looked up as. */
  readonly bare: string;
  readonly words: number;
  /** Lines after this one (0: the last one). Undefined if nobody knows. */
  readonly after: number;
  /** Lines before this one. */
  readonly before: number;
}

/** Longer lines are prose (or a whole page in one line): no rule is asked. */
export const LONGEST_RESIDUE = 450;

/** The rules' view of a line. */
export function lineOf(raw: string, before: number, after: number): Line {
  const text = raw.replace(/\s+/g, " ").trim();
  return { text, bare: bareOf(text), words: countWords(text), before, after };
}

/** "[ADVERTISEMENT]" -> "advertisement"; "— Follow us! —" -> "follow us". */
export function bareOf(text: string): string {
  const plain = text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  return trimEdges(plain);
}

const EDGE = new Set([..." .,;:!?…-–—*_#|·•[]()<>»›→▶►■\"'"]);

function trimEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && EDGE.has(text[start]!)) start++;
  while (end > start && EDGE.has(text[end - 1]!)) end--;
  return text.slice(start, end);
}

function countWords(text: string): number {
  return text === "" ? 0 : text.split(" ").length;
}
