/** Speech (said, told) or attitude (wants, fears): decided by the cue, because the corpora do not annotate it. */
import { type Doc, type Lexicon, type Span, type Statement, sliceOf } from "../schema/index.ts";

export type ActOf = (doc: Doc, cue: readonly Span[], kind: Statement["kind"]) => Statement["act"];

const WORD = /[\p{L}'’-]+/gu;

/** Quoted words were uttered; otherwise the words of lexicon/attitude-cues.txt make an attitude. */
export function createActOf(lexicon: Lexicon): ActOf {
  const attitudes = new Set(lexicon.rows("attitude-cues").map(([word]) => word!));
  return (doc, cue, kind) => {
    if (kind === "direct") return "speech";
    for (const span of cue) {
      for (const word of sliceOf(doc.text, span).toLowerCase().match(WORD) ?? [])
        if (attitudes.has(word)) return "attitude";
    }
    return "speech";
  };
}
