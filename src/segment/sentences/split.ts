/** Paragraphs -> sentences. */
import type { Sentence } from "../../schema/index.ts";
import { sentenceBreaks, type View } from "./boundaries.ts";

/** Adds the sentences of tokens from..end; they tile those tokens. */
export function splitSentences(sentences: Sentence[], view: View, from: number, end: number): void {
  if (from >= end) return;
  let first = from;
  for (const next of [...sentenceBreaks(view, from, end), end]) {
    sentences.push({
      start: view.columns.start[first]!,
      end: view.columns.end[next - 1]!,
      firstToken: first,
      endToken: next,
    });
    first = next;
  }
}
