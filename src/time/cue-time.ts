/** What the cue's own words say about time: "had said", "previously called", "is expected to tell", "says". */
import type { Attribution, Doc } from "../schema/index.ts";

export interface CueTime {
  /** "had said", "used to say", "previously": on an earlier occasion. */
  readonly earlier: string | undefined;
  /** Not presented as having happened yet. */
  readonly ahead: boolean;
  readonly tense: "past" | "present" | "perfect" | "none";
}

const EARLIER = new Set(["previously", "earlier", "once", "originally", "long", "formerly", "initially", "repeatedly"]);
const EARLIER_ANYWHERE = new Set(["previously", "formerly", "originally"]);
const AHEAD = new Set(["will", "would", "might", "may", "could", "shall", "should", "'ll", "’ll", "expected", "due"]);
const REFUSING = new Set(["not", "n't", "n’t", "only"]);

export function cueTimeOf(doc: Doc, attribution: Attribution): CueTime {
  const span = attribution.cue[0];
  if (!span) return { earlier: undefined, ahead: false, tense: "none" };
  const words = doc.text.slice(span.start, span.end).toLowerCase().split(/\s+/).slice(0, 12);
  const first = words[0]!;
  return { earlier: earlierWord(words), ahead: isAhead(words), tense: tenseOf(words, first) };
}

function earlierWord(words: readonly string[]): string | undefined {
  const perfect = ["has", "have", "had", "'d", "’d"].includes(words[0]!);
  if (words.includes("used") && words.includes("to")) return "used to";
  const marker = words.find((word) => (perfect ? EARLIER.has(word) : EARLIER_ANYWHERE.has(word)));
  if (marker) return marker;
  const had = words.indexOf("had");
  return had >= 0 && words.length > had + 1 ? "had" : undefined;
}

/** "will say", "might be alarmed", "is expected to tell"; "would not say" and "would only say" have happened. */
function isAhead(words: readonly string[]): boolean {
  const modal = words.findIndex((word) => AHEAD.has(word));
  if (modal < 0 || modal > 2) return false;
  return !REFUSING.has(words[modal + 1] ?? "") && words[modal] !== "could" && !words.includes("not");
}

/** Pasts without -ed. A cue verb that is none of these and has no ending is in the present: "they say", "I ask". */
const STRONG_PASTS = new Set(
  `said told thought found wrote spoke shot swore forbade gave held sought felt knew saw put stood drew ran went made left hung
  blew took began broke set hit read quit let cast fought meant dealt kept stuck threw brought withdrew undertook rode rose sang
  rang wept heard understood was were had did lost won sent paid dug fell shook struck became came got met led laid bade lit
  could would might cited shed`.split(/\s+/),
);
const PASSED_OVER = new Set(["also", "now", "then", "still", "not", "n't", "n’t", "even", "just", "later", "who"]);

function tenseOf(words: readonly string[], first: string): CueTime["tense"] {
  const second = words[1] ?? "";
  const perfect = ["has", "have", "'s", "’s", "'ve", "’ve"].includes(first);
  if (perfect && second !== "") return second.endsWith("ing") ? "present" : "perfect";
  const verb = words.find((word) => !word.endsWith("ly") && !PASSED_OVER.has(word)) ?? first;
  if (STRONG_PASTS.has(verb) || verb.endsWith("ed") || verb.endsWith("ing") || verb.endsWith("ed:")) return "past";
  return /^[a-z’']+$/.test(verb) ? "present" : "past";
}
