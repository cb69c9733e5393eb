/** The content, read: whose act it speaks of, in which mood, with which modal. Bounded: only its first words are looked at. */
import type { Attribution, Doc } from "../schema/index.ts";
import { isWord, type Word, wordsOf } from "./words.ts";

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

export function readContent(doc: Doc, attribution: Attribution): ContentReading {
  const words = wordsOf(doc, attribution.content, LIMIT);
  const texts = words.map((word) => word.text);
  const plain = texts.filter(isWord);
  const subjectAt = plain.findIndex((word) => !LEADING.has(word));
  const last = lastMark(doc, attribution);
  const modalAt = texts.findIndex((word) => MODALS.has(word));
  return {
    words,
    texts,
    asks: last === "?" || texts.includes("?"),
    endsAsking: last === "?",
    first: plain[0] ?? "",
    subject: SUBJECTS.get(plain[subjectAt] ?? "") ?? "other",
    modal: modalAt < 0 ? "" : texts[modalAt]!,
    modalDenied: modalAt >= 0 && ["not", "n't", "never"].includes(texts[modalAt + 1] ?? ""),
  };
}

/** The last mark of the content before its closing quotation mark. */
function lastMark(doc: Doc, attribution: Attribution): string {
  const span = attribution.content.at(-1);
  if (!span) return "";
  const tail = doc.text.slice(Math.max(span.start, span.end - 4), span.end);
  return tail.replace(/[\s"'”’»)\]]/g, "").slice(-1);
}
