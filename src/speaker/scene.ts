/** What one statement takes over from those before: addressee, place and interpreter of the same scene; asker and asked. */
import type { Found } from "./addressee.ts";
import { findAddressee, passive, replies } from "./addressee.ts";
import type { Entity } from "./entities.ts";
import type { Frame } from "./frame.ts";
import type { Resolved, SourceContext } from "./sources.ts";
import { nameOf } from "./sources.ts";

/** One attribution with all that was found for it; filled in as the reading goes on. */
export interface Draft {
  readonly frame: Frame;
  resolved: Resolved | undefined;
  addressee: Found | undefined;
  where: Found | undefined;
  through: Found | undefined;
  via: Found | undefined;
}

const ASKED = /\b(?:asked|pressed|questioned|quizzed)\b/;
const PARAGRAPHS = 1;

/** The same speaker goes on: "she added". */
export function inherit(draft: Draft, earlier: readonly Draft[]): void {
  const entity = draft.resolved?.entity;
  if (!entity || draft.frame.attribution.parent !== undefined) return;
  for (let i = earlier.length - 1; i >= 0; i--) {
    const other = earlier[i]!;
    if (draft.frame.paragraph - other.frame.paragraph > PARAGRAPHS) return;
    if (other.frame.attribution.parent !== undefined) continue;
    if (other.resolved?.entity !== entity) {
      if (draft.frame.paragraph !== other.frame.paragraph) return;
      continue;
    }
    const same = draft.frame.paragraph === other.frame.paragraph;
    draft.through ??= taken(other.through);
    if (same || continues(draft)) {
      draft.where ??= taken(other.where);
      if (same && other.frame.sentence !== draft.frame.sentence) draft.addressee ??= taken(other.addressee);
    }
    return;
  }
}

/** A further paragraph of the same scene opens with the speaker going on: "“…,” he added." */
function continues(draft: Draft): boolean {
  return (
    draft.frame.attribution.kind !== "indirect" || /\b(?:added|continued|went on|cautioned)\b/.test(draft.frame.cueText)
  );
}

function taken(found: Found | undefined): Found | undefined {
  return (
    found && { ...found, confidence: found.confidence * 0.85, by: "speaker/same-scene", why: "said in the same scene" }
  );
}

/** Is this somebody's being asked? "Asked whether …, Quill said"; "Villanueva was asked by a reporter". */
export function isAsked(frame: Frame): boolean {
  return (
    ASKED.test(frame.cueText) &&
    (passive(frame.cueText) || /^(?:asked|pressed|questioned|quizzed)\b/.test(frame.cueText))
  );
}

/** The one asked: the subject before a passive, else the speaker or subject of the main clause after it. */
export function askedOne(context: SourceContext, draft: Draft, next: Draft | undefined): Found | undefined {
  const { words, mentions, byHead } = context.reference;
  const { frame } = draft;
  if (!frame.cue) return undefined;
  if (passive(frame.cueText)) return subjectIn(context, frame.first, frame.cue[0]);
  if (frame.source && frame.source[1] <= frame.cue[0]) return undefined;
  if (next && next.frame.sentence === frame.sentence && next.resolved && !isAsked(next.frame))
    return fromResolved(next.resolved, "speaker/asked");
  for (let i = frame.cue[1]; i < frame.end; i++) {
    if (frame.inContent(i) || words.at(i - 1).text !== ",") continue;
    for (let k = i; k < Math.min(frame.end, i + 6); k++) {
      const mention = mentions[byHead[k] ?? -1];
      if (mention?.entity)
        return {
          name: nameOf(mention.entity),
          span: undefined,
          entity: mention.entity,
          confidence: 0.75,
          by: "speaker/asked",
          why: "subject of the main clause",
        };
    }
  }
  return undefined;
}

/** "Asked what would help, he told reporters …": those who are told have asked. */
export function askerIn(context: SourceContext, draft: Draft, next: Draft | undefined): Resolved | undefined {
  if (!next || next.frame.sentence !== draft.frame.sentence || !next.frame.cue) return undefined;
  const told = findAddressee(context, next.frame);
  if (!told?.entity || !told.span) return undefined;
  const at = context.reference.words.tokenAt(told.span.start);
  const phrase = { first: at, end: at + 1, mainEnd: at + 1, headEnd: at + 1 };
  return {
    name: told.name,
    type: told.entity.type,
    entity: told.entity,
    confidence: 0.7,
    by: "speaker/asker-told",
    why: "those told are those who asked",
    candidates: [],
    phrase,
  };
}

function subjectIn(context: SourceContext, from: number, end: number): Found | undefined {
  const { words, mentions, byHead } = context.reference;
  for (let i = end - 1; i >= from; i--) {
    const mention = mentions[byHead[i] ?? -1];
    if (!mention?.entity || !mention.subject) continue;
    const span = { start: words.start(mention.first), end: words.end(mention.end - 1) };
    return {
      name: nameOf(mention.entity),
      span,
      entity: mention.entity,
      confidence: 0.85,
      by: "speaker/asked",
      why: "subject of the passive",
    };
  }
  return undefined;
}

export function fromResolved(resolved: Resolved, by: string): Found {
  return {
    name: resolved.name,
    span: undefined,
    entity: resolved.entity,
    confidence: Math.min(0.8, resolved.confidence),
    by,
    why: "asks or answers beside it",
  };
}

/** "he replied": to the one who asked before. */
export function answersTo(draft: Draft, before: Draft | undefined): Found | undefined {
  if (!before?.resolved || !draft.resolved || !replies(draft.frame.cueText)) return undefined;
  if (draft.frame.paragraph !== before.frame.paragraph || before.resolved.entity === draft.resolved.entity)
    return undefined;
  return fromResolved(before.resolved, "speaker/answers");
}

/** "has just spoken to reporters outside the mill. “…,” she said." */
export function openedScene(
  context: SourceContext,
  draft: Draft,
  find: (frame: Frame) => { addressee: Found | undefined; where: Found | undefined },
): void {
  const { words } = context.reference;
  const { frame } = draft;
  const content = frame.attribution.content[0];
  const at = content ? Math.min(words.sentenceOf(words.tokenAt(content.start)), frame.sentence) : frame.sentence;
  const sentence = words.doc.sentences[at - 1];
  if (!sentence || words.paragraphOf(sentence.firstToken) !== frame.paragraph) return;
  for (let i = sentence.firstToken; i < sentence.endToken - 1; i++) {
    if (words.quoteOf(i) >= 0) return;
    if (!/^(?:spoke|spoken|speaking|speaks|talked|talking|interview)$/.test(words.at(i).lower)) continue;
    const part: Frame = {
      ...frame,
      first: i,
      end: sentence.endToken,
      cue: [i, i + 1],
      cueText: words.at(i).lower,
      source: undefined,
      inContent: () => false,
    };
    const found = find(part);
    draft.addressee ??= taken(found.addressee);
    draft.where ??= taken(found.where);
    return;
  }
}

/** Speakers of the article by the entity they are. */
export type SpeakerIds = ReadonlyMap<Entity, string>;
