/** The speaker stage: doc and attributions in, speakers and the parties of each attribution out. */
import type { ArticleMeta, Attribution, Doc, GazetteerEntry, Lexicon, SpeakerReading } from "../schema/index.ts";
import { sliceOf } from "../schema/index.ts";
import { authorOf } from "./author.ts";
import { type Coreference, type Hints, readReferences } from "./coreference.ts";
import { type Frame, frameOf } from "./frame.ts";
import { gazetteerOf } from "./gazetteer.ts";
import { type Earlier, impliedSpeaker } from "./implied.ts";
import { output } from "./output.ts";
import { readParties } from "./parties.ts";

import { tokensOf } from "./phrase.ts";
import type { Draft, Reading } from "./reading.ts";
import { type Resolved, resolveSource, type SourceContext } from "./sources.ts";
import { createLabelReader, isLabel, type LabelReading } from "./transcript.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { contentHolders, quoteNeighbours } from "./voices.ts";

import type { Words } from "./words.ts";

/** `gazetteer`: the user's own entries, beside those of lexicon/office-holders.txt. */
export type SpeakerStage = (
  doc: Doc,
  attributions: readonly Attribution[],
  meta: ArticleMeta,
  gazetteer?: readonly GazetteerEntry[],
) => SpeakerReading;

/** Reads the word lists once; the stage itself keeps nothing between articles. */
export function createSpeakerStage(lexicon: Lexicon): SpeakerStage {
  const vocabulary = vocabularyOf(lexicon);
  return (doc, attributions, meta, own) => {
    const known = { gazetteer: gazetteerOf(lexicon, own), day: meta.anchor?.slice(0, 10) };
    const reference = readReferences(doc, vocabulary, (words) => hintsOf(words, attributions), known);
    const reading = createReading(reference, attributions, meta);
    readParties(reading);
    return output(reading);
  };
}

/** What attributions tell about who speaks where, before anything is resolved. */
function hintsOf(words: Words, attributions: readonly Attribution[]): Hints {
  const sourceTokens = new Uint8Array(words.count);
  const speakerTokens = new Map<number, readonly [number, number]>();
  for (const attribution of attributions) {
    const span = attribution.source[0];
    const range = span && tokensOf(words, span.start, span.end);
    if (!range) continue;
    sourceTokens.fill(1, range[0], range[1]);
    if (attribution.kind === "indirect") continue;
    for (const content of attribution.content) {
      const quote = words.quoteOf(words.tokenAt(content.start));
      if (quote >= 0 && words.quoteOf(range[0]) !== quote && !speakerTokens.has(quote)) speakerTokens.set(quote, range);
    }
  }
  return { sourceTokens, speakerTokens };
}

function createReading(reference: Coreference, attributions: readonly Attribution[], meta: ArticleMeta): Reading {
  const drafts = attributions
    .map(
      (attribution): Draft => ({
        frame: frameOf(reference.words, attribution),
        words: attribution.content.map((span) => sliceOf(reference.words.doc.text, span)).join(" "),
        resolved: undefined,
        addressee: undefined,
        where: undefined,
        through: undefined,
        via: undefined,
      }),
    )
    .sort(
      (a, b) =>
        a.frame.start - b.frame.start ||
        Number(a.frame.attribution.parent !== undefined) - Number(b.frame.attribution.parent !== undefined),
    );
  const byId = new Map(drafts.map((draft) => [draft.frame.attribution.id, draft]));
  const holders = contentHolders(reference.words, drafts);
  const beside = quoteNeighbours(reference.words, drafts);
  const context: SourceContext = {
    reference,
    author: authorOf(reference, meta),
    voiceAt(attribution) {
      const parent = attribution.parent !== undefined ? byId.get(attribution.parent) : undefined;
      if (parent) return parent.resolved?.entity;
      const span = attribution.source[0] ?? attribution.content[0];
      const holder = span ? holders(reference.words.tokenAt(span.start), attribution.id) : undefined;
      return (holder ?? (span && beside(reference.words.tokenAt(span.start), attribution.id)))?.resolved?.entity;
    },
  };
  reference.voices.at = (token) => holders(token, "")?.resolved?.entity;
  const reading = { reference, context, meta, drafts, byId };
  resolveSpeakers(reading);
  return reading;
}

/** Sources first, in order of the text but parents before their children; then those without a source. */
function resolveSpeakers(reading: Reading): void {
  const { context, drafts, byId, reference, meta } = reading;
  const label = createLabelReader(reference, meta);
  const done = new Set<Draft>();
  const visit = (draft: Draft): void => {
    const chain: Draft[] = [];
    for (
      let one: Draft | undefined = draft;
      one && !done.has(one);
      one = byId.get(one.frame.attribution.parent ?? "")
    ) {
      done.add(one);
      chain.push(one);
    }
    for (const one of chain.reverse()) one.resolved = fromSpans(context, one.frame, label);
  };
  for (const draft of drafts)
    if (draft.frame.attribution.source.length > 0 && !inQuotation(reference.words, draft.frame)) visit(draft);
  drafts.forEach(visit);
  let last: Earlier | undefined;
  for (const draft of drafts) {
    if (draft.frame.attribution.source.length === 0) draft.resolved ??= impliedSpeaker(context, draft.frame, last);
    if (draft.resolved && draft.frame.attribution.parent === undefined)
      last = { frame: draft.frame, resolved: draft.resolved };
  }
}

function inQuotation(words: Words, frame: Frame): boolean {
  return frame.source !== undefined && words.quoteOf(frame.source[0]) >= 0;
}

/** Of several source spans ("the opposition leader: … — Yeliz Aksoy") the one that gives a name. */
function fromSpans(
  context: SourceContext,
  frame: Frame,
  label: (text: string) => LabelReading | undefined,
): Resolved | undefined {
  const { text } = context.reference.words.doc;
  let found: Resolved | undefined;
  for (const span of frame.attribution.source) {
    const words = text.slice(span.start, span.end);
    const one =
      (isLabel(words, frame.attribution) ? fromLabel(frame, label(words)) : undefined) ??
      resolveSource(context, span, frame.attribution);
    if (one && (!found || (!found.entity?.named && one.entity?.named))) found = one;
  }
  return found;
}

function fromLabel(frame: Frame, read: LabelReading | undefined): Resolved | undefined {
  if (!read) return undefined;
  const at = frame.source?.[0] ?? 0;
  return {
    name: read.name,
    type: "person",
    entity: read.entity,
    confidence: read.entity ? (read.by === "speaker/label-alone" ? 0.8 : 0.96) : 0.4,
    by: read.by,
    why: read.entity ? "the label of the turn" : "several participants bear this name",
    candidates: read.candidates,
    phrase: { first: at, end: at + 1, mainEnd: at + 1, headEnd: at + 1 },
  };
}
