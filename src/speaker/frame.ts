/** An attribution in, the tokens around it out: its sentence, its cue, and the words between that are none of its spans. */
import type { Attribution, Span } from "../schema/index.ts";
import { tokensOf } from "./phrase.ts";
import type { Words } from "./words.ts";

/** Where an attribution stands. Token ranges are half open. */
export interface Frame {
  readonly attribution: Attribution;
  /** First character of its earliest span. */
  readonly start: number;
  readonly sentence: number;
  readonly paragraph: number;
  /** Sentence of the cue (else of the source, else of the content) as tokens. */
  readonly first: number;
  readonly end: number;
  readonly cue: readonly [number, number] | undefined;
  /** Cue in lower case. */
  readonly cueText: string;
  readonly source: readonly [number, number] | undefined;
  /** The cue stands inside a quotation. */
  readonly quoted: boolean;
  /** Does the token belong to a content span? */
  inContent(token: number): boolean;
}

/** Words of one sentence that are looked at on either side of the cue. */
const WINDOW = 160;

export function frameOf(words: Words, attribution: Attribution): Frame {
  const spans = [...attribution.source, ...attribution.cue, ...attribution.content];
  let start = words.doc.text.length;
  for (const span of spans) start = Math.min(start, span.start);
  const cue = rangeOf(words, attribution.cue);
  const source = rangeOf(words, attribution.source);
  const anchor = cue?.[0] ?? source?.[0] ?? words.tokenAt(start);
  const sentence = words.sentenceOf(anchor);
  const bounds = words.doc.sentences[sentence];
  const contents = attribution.content.map((span) => [words.tokenAt(span.start), words.tokenAt(span.end)] as const);
  return {
    attribution,
    start,
    sentence,
    paragraph: words.paragraphOf(anchor),
    first: Math.max(bounds?.firstToken ?? anchor, anchor - WINDOW),
    end: Math.min(bounds?.endToken ?? anchor, anchor + WINDOW),
    quoted: words.quoteOf(anchor) >= 0,
    cue,
    cueText: attribution.cue
      .map((span) => words.doc.text.slice(span.start, span.end))
      .join(" ")
      .toLowerCase(),
    source,
    inContent: (token) => contents.some(([from, to]) => token >= from && token < to),
  };
}

function rangeOf(words: Words, spans: readonly Span[]): readonly [number, number] | undefined {
  const span = spans[0];
  return span && tokensOf(words, span.start, span.end);
}
