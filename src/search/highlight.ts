/** The words of a text and what was looked for in, the places of the text that are shown as found out. */
import type { Span } from "../schema/index.ts";
import type { WordsNode } from "./query/node.ts";
import type { TextWord } from "./words.ts";

/** Spans of the text in its order, none over another. */
export function matchesIn(words: readonly TextWord[], terms: readonly WordsNode[]): Span[] {
  const byFirst = new Map<string, WordsNode[]>();
  const prefixes: WordsNode[] = [];
  for (const term of terms) {
    if (term.prefix && term.words.length === 1) prefixes.push(term);
    else byFirst.set(term.words[0]!, [...(byFirst.get(term.words[0]!) ?? []), term]);
  }
  const found: Span[] = [];
  words.forEach((word, i) => {
    for (const term of [...(byFirst.get(word.key) ?? []), ...prefixes]) {
      if (standsAt(words, i, term)) found.push({ start: word.start, end: words[i + term.words.length - 1]!.end });
    }
  });
  return merged(found);
}

function standsAt(words: readonly TextWord[], at: number, { words: wanted, prefix }: WordsNode): boolean {
  const last = wanted.length - 1;
  return wanted.every((key, k) => {
    const word = words[at + k]?.key;
    return prefix && k === last ? word?.startsWith(key) : word === key;
  });
}

function merged(spans: readonly Span[]): Span[] {
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

const SNIPPET_WORDS = 40;
const LEAD = 8;

/** The window of the text with the most matches, the first of several; all of a text that is not much longer. */
export function snippetOf(text: string, words: readonly TextWord[], matches: readonly Span[]): Span {
  if (words.length <= SNIPPET_WORDS * 1.5) return { start: 0, end: text.length };
  const first = bestStart(words, matches);
  const from = Math.min(Math.max(0, first - LEAD), words.length - SNIPPET_WORDS);
  return { start: from === 0 ? 0 : words[from]!.start, end: words[from + SNIPPET_WORDS - 1]!.end };
}

/** Index of the word at which the best window's first match begins. */
function bestStart(words: readonly TextWord[], matches: readonly Span[]): number {
  const room = SNIPPET_WORDS - LEAD;
  const at = matches.map(({ start }) => firstFrom(words, start));
  let best = { at: 0, count: 0 };
  for (let i = 0, k = 0; i < at.length; i++) {
    while (k < at.length && at[k]! < at[i]! + room) k++;
    if (k - i > best.count) best = { at: at[i]!, count: k - i };
  }
  return best.at;
}

/** Index of the first word that begins at `start` or behind (binary search). */
function firstFrom(words: readonly TextWord[], start: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
