/** Conditions of a statement: the clause, its introducing word included, and its kind. */
import type { Condition } from "../schema/index.ts";
import { type AttributionWords, isWord } from "./words.ts";

type Kind = Condition["kind"];

/** Introducing words, longest first; `why` as examples. "when" only counts beside a promise (see `fits`). */
const INTRODUCERS: readonly (readonly [words: string, kind: Kind])[] = [
  ["only on condition that", "only-if"],
  ["on the condition that", "only-if"],
  ["on condition that", "only-if"],
  ["in return for", "in-return-for"],
  ["in exchange for", "in-return-for"],
  ["for as long as", "if"],
  ["so long as", "if"],
  ["as long as", "if"],
  ["as soon as", "if"],
  ["provided that", "only-if"],
  ["providing that", "only-if"],
  ["assuming that", "if"],
  ["in the event of", "if"],
  ["in the event that", "if"],
  ["not unless", "unless"],
  ["only if", "only-if"],
  ["only after", "only-if"],
  ["only when", "only-if"],
  ["only once", "only-if"],
  ["but only if", "only-if"],
  ["not until", "until"],
  ["until then", "until"],
  ["without that", "unless"],
  ["without this", "unless"],
  ["provided", "only-if"],
  ["providing", "only-if"],
  ["unless", "unless"],
  ["until", "until"],
  ["should", "if"],
  ["if", "if"],
  ["when", "if"],
  ["once", "if"],
  ["depending on", "if"],
  ["barring", "unless"],
];
const FIRST_WORDS: ReadonlyMap<string, readonly (readonly [string[], Kind])[]> = byFirstWord();

function byFirstWord(): Map<string, (readonly [string[], Kind])[]> {
  const map = new Map<string, (readonly [string[], Kind])[]>();
  for (const [words, kind] of INTRODUCERS) {
    const parts = words.split(" ");
    map.set(parts[0]!, [...(map.get(parts[0]!) ?? []), [parts, kind]]);
  }
  for (const list of map.values()) list.sort((a, b) => b[0].length - a[0].length);
  return map;
}

/** Before "if" these make it an indirect question or a comparison. */
const NOT_BEFORE_IF = new Set(["as", "even", "what", "ask", "asked", "asks", "asking", "wonder", "wondered", "wonders", "know", "knew", "knows", "see", "sure", "unclear", "clear", "or", "say", "tell", "decide", "explain", "only"]); // biome-ignore format: one list
/** After "if" these make it an aside: "if only informally", "if not better". */
const NOT_AFTER_IF = new Set(["only", "anything", "any", "not", "ever", "possible", "necessary", "so", "at"]);
const FUTURE = new Set(["will", "'ll", "would", "'d", "wo", "shall", "can", "could", "must", "should", "may", "might", "to", "going"]); // biome-ignore format: one list

/** These are the whole condition: nothing follows that belongs to them. */
const WHOLE = new Set(["until then", "without that", "without this"]);

/** Words of one content span. */
interface Run {
  readonly first: number;
  readonly end: number;
  word(i: number): string;
}

/** All conditions inside the contents; `asking`: the content is an indirect question, its own "if" is none. */
export function conditionsOf({ content, runs }: AttributionWords, asking: boolean): Condition[] {
  const found: Condition[] = [];
  for (const [index, [first, end]] of runs.entries()) {
    const run = { first, end, word: (i: number) => (i >= first && i < end ? content[i]!.text : "") };
    for (let i = first; i < end; ) {
      const hit = introducerAt(run, i);
      if (!hit || !fits(run, i, hit, asking && index === 0)) {
        i++;
        continue;
      }
      const stop = WHOLE.has(hit.words) ? i + hit.length : clauseEnd(run, i, hit.length);
      found.push({ start: content[i]!.start, end: content[stop - 1]!.end, kind: hit.kind });
      i = stop;
    }
  }
  return found;
}

interface Introducer {
  readonly kind: Kind;
  readonly words: string;
  readonly length: number;
}

function introducerAt(run: Run, i: number): Introducer | undefined {
  const candidates = FIRST_WORDS.get(run.word(i));
  if (!candidates) return undefined;
  for (const [parts, kind] of candidates)
    if (parts.every((part, k) => run.word(i + k) === part))
      return { kind, words: parts.join(" "), length: parts.length };
  return undefined;
}

function fits(run: Run, i: number, hit: Introducer, asking: boolean): boolean {
  const before = run.word(i - 1);
  const after = run.word(i + hit.length);
  switch (hit.words) {
    case "if":
      return !(NOT_BEFORE_IF.has(before) || NOT_AFTER_IF.has(after) || (asking && (leads(run, i) || before === "and")));
    case "should":
      return (
        leadsClause(before) &&
        ["the", "he", "she", "it", "they", "we", "you", "there", "any"].includes(after) &&
        !endsAsking(run, i)
      );
    case "when":
    case "once":
      return isWord(after) && looksAhead(run, i, hit.words === "when");
    case "until":
      return !isNumber(after) || looksAhead(run, i, false);
    case "provided":
    case "providing":
      return after !== "by" && after !== "for" && after !== "with" && leadsClause(before);
    case "without that":
    case "without this":
    case "until then":
      return leadsClause(before);
    default:
      return true;
  }
}

function leadsClause(before: string): boolean {
  return before === "" || !isWord(before) || before === "and" || before === "but" || before === "that";
}

/** Nothing but "about" and marks before it in the content. */
function leads(run: Run, i: number): boolean {
  for (let j = i - 1; j >= run.first; j--) if (isWord(run.word(j))) return false;
  return true;
}

function endsAsking(run: Run, i: number): boolean {
  for (let j = i; j < Math.min(run.end, i + 40); j++) {
    if (run.word(j) === "?") return true;
    if (run.word(j) === ".") return false;
  }
  return false;
}

function isNumber(word: string): boolean {
  return /^\d/.test(word);
}

/** "when the post comes": the clause is in the present and what it governs lies ahead. */
function looksAhead(run: Run, i: number, strict: boolean): boolean {
  for (let j = i + 1; j < Math.min(run.end, i + 9); j++) {
    const word = run.word(j);
    if (["was", "were", "had", "did", "would", "will"].includes(word) || (word.length > 4 && word.endsWith("ed")))
      return false;
    if (word === "," || word === ".") break;
  }
  for (let j = i - 1; j >= Math.max(run.first, i - 14); j--) {
    if (run.word(j) === "." || run.word(j) === "?") break;
    if (FUTURE.has(run.word(j))) return true;
  }
  return !strict && FUTURE.has(run.word(i + 1));
}

const STRONG = new Set([".", "?", "!", ";", ":", "—", "–", "--", "…", "...", ")"]);
const CLOSERS = new Set(["”", '"', "»"]);
const THEN = new Set([
  "then",
  "the",
  "it",
  "he",
  "she",
  "we",
  "they",
  "i",
  "you",
  "there",
  "that",
  "this",
  "your",
  "our",
  "my",
  "their",
  "his",
  "her",
]);

/** The clause runs to a comma if it came first in its sentence, else to the sentence's end; two words at least. */
function clauseEnd(run: Run, i: number, length: number): number {
  const opens = leadsSentence(run, i);
  let j = i + length;
  for (; j < run.end; j++) {
    const word = run.word(j);
    if (STRONG.has(word) || (word === "-" && j > i + 2)) break;
    if (CLOSERS.has(word) && j > i + 2 && !quoteOpensInside(run, i, j)) break;
    if (word === "," && (opens || !joinsList(run, j))) break;
  }
  while (
    j > i + length &&
    !isWord(run.word(j - 1)) &&
    !CLOSERS.has(run.word(j - 1)) &&
    run.word(j - 1) !== "'" &&
    run.word(j - 1) !== "%"
  )
    j--;
  return Math.max(j, i + 1);
}

/** First in its sentence, or after "that", "and", "but" or an opening mark. */
function leadsSentence(run: Run, i: number): boolean {
  const before = run.word(i - 1);
  return (
    before === "" ||
    (!isWord(before) && before !== ",") ||
    ["that", "but", "and", "so", "because", "then"].includes(before)
  );
}

function joinsList(run: Run, j: number): boolean {
  return !THEN.has(run.word(j + 1));
}

function quoteOpensInside(run: Run, i: number, j: number): boolean {
  let open = 0;
  for (let k = i; k < j; k++) if (["“", '"', "«"].includes(run.word(k))) open++;
  return open % 2 === 1;
}
