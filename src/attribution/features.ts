/** Doc -> the features of each token that the network reads. Training reads the same ones, through training/attribution/export.ts. */
import { type Doc, sliceOf } from "../schema/index.ts";

/** Features as columns, one row a token. */
export interface Features {
  /** Keys to look up in the model's vocabulary, the first that it has counts. */
  readonly keys: readonly (readonly string[])[];
  readonly suffix: readonly string[];
  readonly shape: Uint8Array;
  readonly quote: Uint8Array;
}

const QUOTE_MARKS = /[“”„«»"]/gu;
const APOSTROPHES = /[‘’‛`]/gu;

/** Lower case, quotation marks and apostrophes made one. */
function normalise(word: string): string {
  return word.toLowerCase().replace(QUOTE_MARKS, '"').replace(APOSTROPHES, "'");
}

/** The word itself, then with its digits masked, then its last part after a hyphen. */
function keysOf(word: string): string[] {
  const norm = normalise(word);
  const keys = [norm];
  const masked = norm.replace(/[0-9]/g, "0");
  if (masked !== norm) keys.push(masked);
  const hyphen = norm.lastIndexOf("-");
  if (hyphen > 0 && hyphen < norm.length - 1) keys.push(norm.slice(hyphen + 1));
  return keys;
}

const LETTER = /\p{L}/u;
const UPPER = /^\P{Ll}*\p{Lu}\P{Ll}*$/u;
const TITLE = /^\p{Lu}[^\p{Lu}]*$/u;
const LOWER = /^[^\p{Lu}]*$/u;

/** 1 lower case, 2 title case, 3 upper case, 4 mixed, 5 number, 6 other, 7 title case at the start of a sentence, 8 one capital. */
function shapeOf(word: string, startsSentence: boolean): number {
  if (!LETTER.test(word)) return /[0-9]/.test(word) ? 5 : 6;
  if (LOWER.test(word)) return 1;
  if (word.length <= 2 && UPPER.test(word)) return 8;
  if (TITLE.test(word)) return startsSentence ? 7 : 2;
  return UPPER.test(word) ? 3 : 4;
}

const OUTSIDE_NEAR = 9; // outside a quotation, in a paragraph that has one
export const OPEN = 1;
export const CLOSE = 2;
const MARK = ['"'];

/** Is this code one of insideCode? */
export function isInside(code: number): boolean {
  return code > CLOSE && code < OUTSIDE_NEAR;
}

function insideCode(tokens: number, closed: boolean, style: string): number {
  if (style === "block") return 7;
  if (!closed) return 6;
  return tokens <= 2 ? 3 : tokens <= 5 ? 4 : 5;
}

/** Per token: its place relative to the quotation of that depth around it; 0 is the outermost. */
function quoteColumn(doc: Doc, depth: number): Uint8Array {
  const { tokens, paragraphs } = doc;
  const quotes = doc.quotes.filter((quote) => quote.depth === depth);
  const out = new Uint8Array(tokens.count);
  let t = 0;
  let p = 0;
  for (const quote of quotes) {
    while (t < tokens.count && tokens.start[t]! < quote.start) t++;
    const first = t;
    while (t < tokens.count && tokens.start[t]! < quote.end) t++;
    while (p < paragraphs.length - 1 && paragraphs[p]!.end <= quote.start) p++;
    const paragraph = paragraphs[p]!;
    for (let i = paragraph.firstToken; i < paragraph.endToken; i++) if (out[i] === 0) out[i] = OUTSIDE_NEAR;
    const code = insideCode(t - first - 2, quote.closed, quote.style);
    out.fill(code, first, t);
    if (quote.style === "block") continue;
    out[first] = OPEN;
    if (quote.closed && t > first) out[t - 1] = CLOSE;
  }
  return out;
}

/**
 * The features of every token of the doc, quotation marks seen at `depth`: 0 for the report itself, 1 for what stands inside a quotation,
 * where the outermost marks are as if they were not there.
 */
export function featuresOf(doc: Doc, depth = 0): Features {
  const { tokens } = doc;
  const keys: (readonly string[])[] = [];
  const suffix: string[] = [];
  const shape = new Uint8Array(tokens.count);
  const quote = quoteColumn(doc, depth);
  const firsts = new Set(doc.sentences.map((s) => s.firstToken));
  for (let i = 0; i < tokens.count; i++) {
    const word = wordFeatures(sliceOf(doc.text, { start: tokens.start[i]!, end: tokens.end[i]! }));
    // every house style of quotation marks looks the same to the network
    const marked = quote[i] === OPEN || quote[i] === CLOSE;
    keys.push(marked ? MARK : word.keys);
    suffix.push(marked ? MARK[0]! : word.suffix);
    shape[i] = firsts.has(i) ? word.firstShape : word.shape;
  }
  return { keys, suffix, shape, quote };
}

interface WordFeatures {
  readonly keys: readonly string[];
  readonly suffix: string;
  readonly shape: number;
  /** At the start of a sentence. */
  readonly firstShape: number;
}

/** Most tokens come again: what the word alone tells is kept. When so many are, all are forgotten. */
const KEPT = 20_000;
const known = new Map<string, WordFeatures>();

function wordFeatures(word: string): WordFeatures {
  let found = known.get(word);
  if (!found) {
    if (known.size >= KEPT) known.clear();
    const keys = keysOf(word);
    found = { keys, suffix: keys[0]!.slice(-3), shape: shapeOf(word, false), firstShape: shapeOf(word, true) };
    known.set(word, found);
  }
  return found;
}
