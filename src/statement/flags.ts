/** Negated and hypothetical: has the attribution been made at all? */
import type { Attribution, Doc } from "../schema/index.ts";
import type { CueReading } from "./cue-reading.ts";
import type { StatementType } from "./types.ts";
import { tokenFrom } from "./words.ts";

const SILENT =
  /^(?:not )?(?:respond|answer|reply|return|be drawn|comment|elaborate|budge|accept|agree|support|deny|be)\b/;
const WOULD = new Set(["would", "wo", "will", "could", "can", "ca"]);

/** "did not say", "has not said whether", "stopped short of saying", "no reports of". Not "would not say", "did not respond". */
export function isNegated(cue: CueReading, type: StatementType): boolean {
  const { words, key, denied, auxiliary } = cue;
  if (words.includes("stopped") && words.includes("short")) return true;
  if (words.includes("made") && words.includes("no") && words.includes("mention")) return true;
  if (!denied || (WOULD.has(auxiliary) && !/rule out/.test(key))) return false;
  if (type === "no-comment")
    return /say|disclose|reveal|specify|mention|confirm|discuss|tell/.test(key) && !/commented/.test(words.join(" "));
  return !SILENT.test(key);
}

const AHEAD = new Set(["will", "would", "might", "may", "should", "'ll", "shall"]);
const REFUSING = new Set(["not", "n't", "only", "never"]);
const PLANNED = new Set(["expected", "due", "likely", "set", "scheduled", "planning", "poised"]);

/** "might be alarmed", "will say", "is expected to tell", "would have said"; "would not say" has happened. */
export function isHypothetical(doc: Doc, attribution: Attribution, cue: CueReading): boolean {
  const { words } = cue;
  const modal = words.findIndex((word) => AHEAD.has(word));
  if (modal === 0 || (modal === 1 && attribution.cue.length > 0)) {
    const next = words[modal + 1] ?? "";
    if (!REFUSING.has(next) && !(words.includes("say") && words.includes("only"))) return words.length > 1;
  }
  const planned = words.findIndex((word) => PLANNED.has(word));
  if (
    planned >= 1 &&
    words[planned + 1] === "to" &&
    ["is", "are", "was", "were", "'s", "'re"].includes(words[planned - 1]!)
  )
    return true;
  return insideCondition(doc, attribution);
}

/** "If she says “patience”", "When the governor says": the attribution itself is the condition. */
function insideCondition(doc: Doc, attribution: Attribution): boolean {
  const start = attribution.source[0]?.start ?? attribution.cue[0]?.start;
  if (start === undefined || attribution.source[0] === undefined) return false;
  const i = tokenFrom(doc, start) - 1;
  if (i < 0) return false;
  const word = doc.text.slice(doc.tokens.start[i], doc.tokens.end[i]).toLowerCase();
  if (word !== "if" && word !== "when" && word !== "unless") return false;
  const after = attribution.cue[0];
  return after !== undefined && /(?:s|say)$/.test(doc.text.slice(after.start, after.end).trim()) && start > 0;
}
