/** Text in, time expressions and said-at out, for the case tables. */
import { packageResources } from "../../src/resources.ts";
import type { Attribution, Doc, TimeExpression, Uttered } from "../../src/schema/index.ts";
import { createSegmenter, plainBlocks } from "../../src/segment/index.ts";
import { createTimeStage } from "../../src/time/index.ts";

const { lexicon } = packageResources();
const segment = createSegmenter(lexicon);
const stage = createTimeStage(lexicon);

/** Wednesday 11 March 2026. */
export const ANCHOR = "2026-03-11";

export function docOf(text: string): Doc {
  return segment(text, plainBlocks(text));
}

/** All expressions as "words = value"; durations and sets included. */
export function expressionsIn(text: string, anchor: string | undefined = ANCHOR): readonly TimeExpression[] {
  return stage(docOf(text), [], anchor === undefined ? {} : { anchor }).expressions;
}

export function valuesIn(text: string, anchor?: string): string[] {
  return expressionsIn(text, anchor).map(({ start, end, value }) => `${text.slice(start, end)} = ${value ?? "?"}`);
}

/**
 * Marked text -> attributions. `<s:he> <k:said> <c:it holds>` are the parts of one attribution; a digit after the letter
 * tells several apart: `<s1:he> <k1:said> <c1:…> <s2:she> …`. Nested marks give the parent: `<c1:that <s2:she> …>`.
 */
export function marked(input: string): { text: string; attributions: Attribution[] } {
  const parts = new Map<string, { source: Span[]; cue: Span[]; content: Span[] }>();
  const open: { role: "s" | "k" | "c"; id: string; start: number }[] = [];
  let text = "";
  for (let i = 0; i < input.length; ) {
    const mark = /^<([skc])(\d*):/.exec(input.slice(i, i + 6));
    if (mark) {
      open.push({ role: mark[1] as "s", id: mark[2] || "1", start: text.length });
      i += mark[0].length;
    } else if (input[i] === ">" && open.length > 0) {
      const { role, id, start } = open.pop()!;
      const entry = parts.get(id) ?? { source: [], cue: [], content: [] };
      entry[role === "s" ? "source" : role === "k" ? "cue" : "content"].push({ start, end: text.length });
      parts.set(id, entry);
      i++;
    } else text += input[i++];
  }
  return { text, attributions: [...parts].sort().map(([id, spans]) => toAttribution(text, id, spans, parts)) };
}

interface Span {
  start: number;
  end: number;
}
type Parts = { source: Span[]; cue: Span[]; content: Span[] };

function toAttribution(text: string, id: string, spans: Parts, all: ReadonlyMap<string, Parts>): Attribution {
  const quoted = spans.content.map((span) => /^[“"‘']/.test(text.slice(span.start, span.end)));
  const marks = spans.content.some((span) => /[“"]/.test(text.slice(span.start, span.end)));
  const direct = quoted.length > 0 && quoted.every(Boolean);
  const pivot = spans.cue[0] ?? spans.content[0]!;
  const parent = [...all].find(
    ([other, parts]) =>
      other !== id && parts.content.some((span) => span.start <= pivot.start && pivot.end <= span.end),
  );
  return {
    id,
    ...spans,
    kind: direct ? "direct" : marks ? "mixed" : "indirect",
    act: "speech",
    ...(parent && { parent: parent[0] }),
    confidence: 1,
    decisions: [],
  };
}

/** What the stage says of one attribution of a marked text. */
export function utteredIn(input: string, id = "1", anchor = ANCHOR): Uttered {
  const { text, attributions } = marked(input);
  return stage(docOf(text), attributions, { anchor }).uttered.get(id)!;
}
