/** Who asks and who is asked or answers, beside a statement. */
import { type Found, findAddressee, passive, replies } from "./addressee.ts";
import { FIRST_PERSON } from "./closed.ts";
import type { Frame } from "./frame.ts";
import type { Draft } from "./reading.ts";
import { nameOf, type Resolved, type SourceContext } from "./sources.ts";

const ASKED = /\b(?:asked|pressed|questioned|quizzed)\b/;

/** Is this somebody's being asked? "Asked whether …, Quill said"; "Villanueva was asked by a reporter". */
export function isAsked(frame: Frame): boolean {
  if (passive(frame.cueText)) return true;
  const active = frame.source !== undefined && frame.cue !== undefined && frame.source[1] <= frame.cue[0];
  return !active && ASKED.test(frame.cueText) && /^(?:asked|pressed|questioned|quizzed)\b/.test(frame.cueText);
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
  const { words, mentions, byHead, voices } = context.reference;
  for (let i = end - 1; i >= from; i--) {
    const voice = FIRST_PERSON.has(words.at(i).lower) ? voices.at(i) : undefined;
    const me = { start: words.start(i), end: words.end(i) };
    if (voice)
      return {
        name: nameOf(voice),
        span: me,
        entity: voice,
        confidence: 0.85,
        by: "speaker/asked",
        why: "whoever speaks",
      };
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

/** Does this put a question? */
function asks(frame: Frame): boolean {
  return /\bask/.test(frame.cueText) || isAsked(frame);
}

/** "he replied": to the one who asked before. */
export function answersTo(draft: Draft, before: Draft | undefined): Found | undefined {
  if (!before?.resolved || !draft.resolved || !replies(draft.frame.cueText)) return undefined;
  if (draft.frame.paragraph !== before.frame.paragraph || before.resolved.entity === draft.resolved.entity)
    return undefined;
  if (!asks(before.frame) && before.frame.attribution.kind !== "direct") return undefined;
  return fromResolved(before.resolved, "speaker/answers");
}
