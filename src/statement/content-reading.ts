/** The content, read: whose act it speaks of, in which mood, with which modal. Bounded: only its first words are looked at. */
import type { Attribution, Doc, Span } from "../schema/index.ts";
import { type AttributionWords, isWord, type Word } from "./words.ts";

export interface ContentReading {
  /** Words and marks, at most LIMIT. */
  readonly words: readonly Word[];
  readonly texts: readonly string[];
  /** A question mark ends it or one of its sentences. */
  readonly asks: boolean;
  readonly endsAsking: boolean;
  /** First word that is no mark. */
  readonly first: string;
  /** Subject of the first clause, as far as it is a pronoun. */
  readonly subject: "i" | "we" | "you" | "he" | "it" | "they" | "other";
  /** First modal or auxiliary after the subject. */
  readonly modal: string;
  readonly modalDenied: boolean;
  /** Words of the main clause before its first subordinate one; a condition in front is left out. */
  readonly main: readonly string[];
}

const LIMIT = 70;
const MODALS = new Set(["will", "'ll", "would", "'d", "wo", "shall", "should", "must", "could", "may", "might", "can", "ca", "need", "ought"]); // biome-ignore format: one list
const SUBJECTS: ReadonlyMap<string, ContentReading["subject"]> = new Map([
  ["i", "i"],
  ["we", "we"],
  ["you", "you"],
  ["he", "he"],
  ["she", "he"],
  ["it", "it"],
  ["they", "they"],
]);
const LEADING = new Set([
  "that",
  "but",
  "and",
  "so",
  "well",
  "then",
  "now",
  "because",
  "also",
  "yes",
  "no",
  "if",
  "what",
  "how",
]);

/** These end the main clause. "that" only after its first words: "that the minister said that". */
const SUBORDINATORS = new Set(["who", "which", "that", "because", "when", "while", "where", "if", "unless", "until", "though", "although", "whether", "as", "after", "before", "since", "than", "so", "whom", "whose", "how", "why", "what"]); // biome-ignore format: one list

function mainClause(words: readonly Word[], conditions: readonly Span[]): string[] {
  const main: string[] = [];
  let note = false;
  for (const word of words) {
    if (word.text === "(" || word.text === ")") note = word.text === "(";
    if (note) continue; // "(Laughter.)"
    if (conditions.some((condition) => word.start >= condition.start && word.start < condition.end)) continue;
    if (main.length > 1 && SUBORDINATORS.has(word.text)) break;
    if (main.length > 3 && /^[.?!;:]$/.test(word.text)) break;
    if (isWord(word.text) && !(main.length === 0 && LEADING.has(word.text))) main.push(word.text);
  }
  return main;
}

/** `conditions`: spans of the content's conditions. */
export function readContent(
  doc: Doc,
  attribution: Attribution,
  spoken: AttributionWords,
  conditions: readonly Span[],
): ContentReading {
  const words = spoken.content.slice(0, LIMIT);
  const texts = words.map((word) => word.text);
  const plain = texts.filter(isWord);
  const main = mainClause(words, conditions);
  const last = lastMark(doc, attribution);
  const modalAt = main.findIndex((word) => MODALS.has(word));
  return {
    words,
    texts,
    asks: last === "?" || texts.includes("?"),
    endsAsking: last === "?",
    first: plain[0] ?? "",
    subject: SUBJECTS.get(main[0] ?? "") ?? "other",
    modal: modalAt < 0 ? "" : main[modalAt]!,
    modalDenied: modalAt >= 0 && ["not", "n't", "never"].includes(main[modalAt + 1] ?? ""),
    main,
  };
}

/** The last mark of the content before its closing quotation mark. */
function lastMark(doc: Doc, attribution: Attribution): string {
  const span = attribution.content.at(-1);
  if (!span) return "";
  const tail = doc.text.slice(Math.max(span.start, span.end - 4), span.end);
  return tail.replace(/[\s"'”’»)\]]/g, "").slice(-1);
}
