/** The speaker stage: doc and attributions in, speakers and the parties of each attribution out. */
import type {
  ArticleMeta,
  Attribution,
  Decision,
  Doc,
  Lexicon,
  Parties,
  Party,
  Speaker,
  SpeakerReading,
  StatementSpeaker,
} from "../schema/index.ts";
import { type Found, findAddressee } from "./addressee.ts";
import { authorOf } from "./author.ts";
import { type Coreference, type Hints, readReferences } from "./coreference.ts";
import type { Entity } from "./entities.ts";
import { type Frame, frameOf } from "./frame.ts";
import { type Earlier, impliedSpeaker } from "./implied.ts";
import { levelOf } from "./level.ts";
import { tokensOf } from "./phrase.ts";
import { answersTo, askedOne, askerIn, type Draft, fromResolved, inherit, isAsked, openedScene } from "./scene.ts";
import { nameOf, type Resolved, resolveSource, type SourceContext } from "./sources.ts";
import { createLabelReader, isLabel, type LabelReading } from "./transcript.ts";
import { interviewWith, isPublisher, outletOf, publisherWords, seenBy, throughWhom } from "./via.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { contentHolders } from "./voices.ts";
import { findWhere } from "./where.ts";
import type { Words } from "./words.ts";

export type SpeakerStage = (doc: Doc, attributions: readonly Attribution[], meta: ArticleMeta) => SpeakerReading;

/** Reads the word lists once; the stage itself keeps nothing between articles. */
export function createSpeakerStage(lexicon: Lexicon): SpeakerStage {
  const vocabulary = vocabularyOf(lexicon);
  return (doc, attributions, meta) => {
    const reference = readReferences(doc, vocabulary, (words) => hintsOf(words, attributions));
    const reading = createReading(reference, attributions, meta);
    return finish(reading);
  };
}

interface Reading {
  readonly reference: Coreference;
  readonly context: SourceContext;
  readonly meta: ArticleMeta;
  readonly drafts: readonly Draft[];
  readonly byId: ReadonlyMap<string, Draft>;
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
  const context: SourceContext = {
    reference,
    author: authorOf(reference, meta),
    voiceAt(attribution) {
      const parent = attribution.parent !== undefined ? byId.get(attribution.parent) : undefined;
      if (parent) return parent.resolved?.entity;
      const span = attribution.source[0] ?? attribution.content[0];
      const holder = span ? holders(reference.words.tokenAt(span.start), attribution.id) : undefined;
      return holder?.resolved?.entity;
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
    if (done.has(draft)) return;
    done.add(draft);
    const { attribution } = draft.frame;
    const parent = attribution.parent !== undefined ? byId.get(attribution.parent) : undefined;
    if (parent) visit(parent);
    draft.resolved = fromSpans(context, draft.frame, label);
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
      (isLabel(words, frame.attribution) ? fromLabel(context, frame, label(words)) : undefined) ??
      resolveSource(context, span, frame.attribution);
    if (one && (!found || (!found.entity?.named && one.entity?.named))) found = one;
  }
  return found;
}

function fromLabel(context: SourceContext, frame: Frame, read: LabelReading | undefined): Resolved | undefined {
  if (!read) return undefined;
  const at = frame.source?.[0] ?? 0;
  void context;
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

/** Everything beside the speaker, in order of the text. */
function readParties(reading: Reading): void {
  const { context, drafts } = reading;
  const earlier: Draft[] = [];
  drafts.forEach((draft, i) => {
    const { frame } = draft;
    if (isAsked(frame) && !draft.resolved) draft.resolved = askerIn(context, draft, drafts[i + 1]);
    if (isAsked(frame)) draft.addressee = askedOne(context, draft, drafts[i + 1]);
    else draft.addressee = findAddressee(context, frame) ?? answersTo(draft, drafts[i - 1]);
    draft.where = findWhere(context, frame);
    draft.through = throughWhom(context, frame);
    if (frame.attribution.form === "transcript") turnAddressee(draft, drafts, i);
    openedScene(context, draft, (part) => ({
      addressee: findAddressee(context, part),
      where: findWhere(context, part),
    }));
    interview(reading, draft);
    inherit(draft, earlier);
    uncuedQuestion(draft, drafts[i + 1]);
    draft.via = viaOf(reading, draft);
    earlier.push(draft);
  });
}

/** "in an interview with Fox News Channel's Bret Baier": spoken to the person or outlet. */
function interview(reading: Reading, draft: Draft): void {
  const parties = interviewWith(reading.context, draft.frame);
  const person = parties.find((one) => one.entity?.type === "person") ?? parties[0];
  if (person) draft.addressee ??= person;
  const outlet = parties.find((one) => one.entity?.type === "organisation");
  if (outlet && !isPublisher(outlet.entity, reading.meta)) draft.via ??= outlet;
}

/** A turn of a transcript answers the turn before; a question is put to whoever speaks next. */
function turnAddressee(draft: Draft, drafts: readonly Draft[], i: number): void {
  const own = draft.resolved?.entity;
  const turn = (step: number): Draft | undefined => {
    for (let k = i + step; k >= 0 && k < drafts.length; k += step)
      if (drafts[k]!.frame.attribution.form === "transcript") return drafts[k];
    return undefined;
  };
  const other = own?.head === "reporter" ? turn(1) : turn(-1);
  if (!own || !other?.resolved || other.resolved.entity === own) return;
  if (own.head !== "reporter" && other.resolved.entity?.head !== "reporter") return;
  draft.addressee ??= fromResolved(other.resolved, "speaker/turn");
}

/** "Would she bet on it? She did not answer.": put to whoever answers. */
function uncuedQuestion(draft: Draft, next: Draft | undefined): void {
  const { attribution } = draft.frame;
  if (draft.addressee || attribution.cue.length > 0 || attribution.source.length > 0 || !next?.resolved) return;
  if (next.frame.paragraph !== draft.frame.paragraph) return;
  draft.addressee = fromResolved(next.resolved, "speaker/answered-by");
}

function viaOf(reading: Reading, draft: Draft): Found | undefined {
  const { meta, byId, context } = reading;
  const { attribution } = draft.frame;
  const parent = attribution.parent !== undefined ? byId.get(attribution.parent) : undefined;
  if (parent) {
    const entity = parent.resolved?.entity;
    if (!parent.resolved || (entity && entity === draft.resolved?.entity) || isPublisher(draft.resolved?.entity, meta))
      return undefined;
    return { ...fromResolved(parent.resolved, "speaker/nested"), why: "stands in this one's words" };
  }
  return (
    draft.through ??
    outletOf(draft.addressee, meta) ??
    draft.via ??
    (draft.resolved?.type === "document" ? seenBy(context, draft.frame) : undefined)
  );
}

function finish(reading: Reading): SpeakerReading {
  readParties(reading);
  const { drafts, reference } = reading;
  const ids = new Map<Entity, string>();
  const idOf = (entity: Entity | undefined): string | undefined => {
    if (!entity) return undefined;
    if (!ids.has(entity)) ids.set(entity, `s${ids.size + 1}`);
    return ids.get(entity);
  };
  const parties = new Map<string, Parties>();
  for (const draft of drafts) parties.set(draft.frame.attribution.id, partiesOf(reading, draft, idOf, parties));
  return { speakers: speakersOf(reference, ids), parties };
}

function partiesOf(
  reading: Reading,
  draft: Draft,
  idOf: (entity: Entity | undefined) => string | undefined,
  done: ReadonlyMap<string, Parties>,
): Parties {
  const { attribution } = draft.frame;
  const parent = attribution.parent !== undefined ? done.get(attribution.parent)?.level : undefined;
  const rule = levelOf({ resolved: draft.resolved, parent, meta: reading.meta, reference: reading.reference });
  const decisions: Decision[] = [];
  const { resolved } = draft;
  if (resolved) decisions.push({ field: "speaker", by: resolved.by, why: resolved.why });
  const party = (field: string, found: Found | undefined): Party | undefined => {
    if (!found) return undefined;
    decisions.push({ field, by: found.by, why: found.why });
    const speaker = field === "where" ? undefined : idOf(found.entity);
    return {
      name: partyName(reading, draft, field, found),
      ...(found.span && { span: found.span }),
      ...(speaker && { speaker }),
      confidence: found.confidence,
    };
  };
  const [addressee, via, where] = [
    party("addressee", draft.addressee),
    party("via", draft.via),
    party("where", draft.where),
  ];
  decisions.push({ field: "level", by: `speaker/level-${rule.name}`, why: rule.why });
  return {
    ...(resolved && { speaker: speakerOf(draft, resolved, idOf) }),
    ...(addressee && { addressee }),
    ...(via && { via }),
    ...(where && { where }),
    level: rule.level,
    decisions,
  };
}

/** "the Whistle" is the publisher by its full name; a spokeswoman without a name is somebody's. */
function partyName(reading: Reading, draft: Draft, field: string, found: Found): string {
  const { meta } = reading;
  if (
    field !== "where" &&
    meta.publisher &&
    (publisherWords(found.name, meta) ||
      /^this (?:newspaper|paper|magazine|website|news organi[sz]ation)$/.test(found.name))
  )
    return meta.publisher;
  if (found.by === "speaker/through" && /^spokes\w+$/.test(found.name) && draft.resolved)
    return `${found.name} for ${draft.resolved.name}`;
  return found.name;
}

function speakerOf(
  draft: Draft,
  resolved: Resolved,
  idOf: (entity: Entity | undefined) => string | undefined,
): StatementSpeaker {
  const span = draft.frame.attribution.source[0];
  const ambiguous = resolved.candidates.length > 1;
  const speaker = ambiguous && resolved.confidence <= 0.5 ? undefined : idOf(resolved.entity);
  const shared = resolved.candidates.map((entity) => ({
    name: nameOf(entity),
    speaker: idOf(entity)!,
    confidence: Math.min(0.5, 1 / (resolved.candidates.length + 1)),
  }));
  return {
    name: resolved.name,
    ...(span && { span }),
    ...(speaker && { speaker }),
    type: resolved.type,
    confidence: resolved.confidence,
    ...(shared.length > 0 && { candidates: shared }),
  };
}

/** Only parties that take part in a statement are listed. */
function speakersOf(reference: Coreference, ids: ReadonlyMap<Entity, string>): Speaker[] {
  const { words } = reference;
  const spans = new Map<Entity, { start: number; end: number }[]>();
  for (const mention of reference.mentions) {
    if (!mention.entity || !ids.has(mention.entity)) continue;
    const span = { start: words.start(mention.first), end: words.end(mention.end - 1) };
    const list = spans.get(mention.entity);
    if (list) list.push(span);
    else spans.set(mention.entity, [span]);
  }
  return [...ids].map(([entity, id]) => ({
    id,
    name: nameOf(entity),
    type: entity.type,
    aliases: entity.named ? [...entity.aliases].filter((alias) => alias !== entity.name) : [],
    roles: [...new Set(entity.roles.map((role) => words.doc.text.slice(role.span.start, role.span.end).trim()))],
    mentions: spans.get(entity) ?? [],
  }));
}
