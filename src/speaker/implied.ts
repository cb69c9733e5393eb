/** Attributions without a source span: who spoke, if the text lets one tell; else nobody. */
import type { Frame } from "./frame.ts";
import type { Resolved, SourceContext } from "./sources.ts";

/** An attribution already read. */
export interface Earlier {
  readonly frame: Frame;
  readonly resolved: Resolved;
}

/** A quotation without cue and source goes on with whoever spoke last in its paragraph; failing that, whoever acts in the sentence before. */
export function impliedSpeaker(context: SourceContext, frame: Frame, last: Earlier | undefined): Resolved | undefined {
  if (frame.attribution.cue.length > 0) return shoutedBy(context, frame);
  if (frame.attribution.kind !== "direct" || frame.attribution.parent !== undefined) return undefined;
  if (!quoted(context, frame)) return undefined;
  if (last && last.frame.paragraph === frame.paragraph) {
    return {
      ...last.resolved,
      confidence: Math.min(0.75, last.resolved.confidence),
      by: "speaker/goes-on",
      why: "speaks last before it in the paragraph",
    };
  }
  return actorBefore(context, frame);
}

function quoted(context: SourceContext, frame: Frame): boolean {
  const content = frame.attribution.content[0];
  const { words } = context.reference;
  return (
    content !== undefined &&
    (words.quoteOf(words.tokenAt(content.start)) >= 0 || words.quoteOf(words.tokenAt(content.start) + 1) >= 0)
  );
}

/** "Tess turned to Lio. “Ready?”": the subject of the sentence before, with little confidence. */
function actorBefore(context: SourceContext, frame: Frame): Resolved | undefined {
  const { words, mentions, byHead } = context.reference;
  const content = frame.attribution.content[0]!;
  const sentence = words.doc.sentences[words.sentenceOf(words.tokenAt(content.start)) - 1];
  if (!sentence) return undefined;
  if (words.paragraphOf(sentence.firstToken) !== words.paragraphOf(words.tokenAt(content.start))) return undefined;
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const mention = mentions[byHead[i] ?? -1];
    if (!mention?.entity || !mention.subject || mention.quote >= 0) continue;
    if (mention.entity.type !== "person") return undefined;
    const phrase = { first: mention.first, end: mention.end, mainEnd: mention.end, headEnd: mention.end };
    return {
      name: mention.entity.name || mention.entity.head,
      type: "person",
      entity: mention.entity,
      confidence: 0.45,
      by: "speaker/actor-before",
      why: "acts in the sentence before",
      candidates: [],
      phrase,
    };
  }
  return undefined;
}

/** Tokens looked back over. */
const SHOUTS_BACK = 800;

/** "dozens of reporters shouted questions … shouted questions including": reporters spoken of before. */
function shoutedBy(context: SourceContext, frame: Frame): Resolved | undefined {
  const { mentions } = context.reference;
  if (
    !/\b(?:shouted|questions?)\b/.test(frame.cueText) ||
    !/\bshouted\b/.test(context.reference.words.doc.text.slice(Math.max(0, frame.start - 20), frame.start + 40))
  )
    return undefined;
  const { words, byHead } = context.reference;
  let at = words.tokenAt(frame.start);
  const floor = Math.max(0, at - SHOUTS_BACK);
  for (at--; at >= floor; at--) {
    const mention = mentions[byHead[at] ?? -1];
    if (!mention?.entity || mention.entity.named) continue;
    if (!/^(?:reporter|journalist|correspondent|photographer)$/.test(mention.description?.head ?? "")) continue;
    const name = mention.entity.name || words.at(mention.head).lower;
    mention.entity.name ||= name;
    const phrase = { first: mention.first, end: mention.end, mainEnd: mention.end, headEnd: mention.end };
    return {
      name,
      type: mention.entity.type,
      entity: mention.entity,
      confidence: 0.6,
      by: "speaker/shouted",
      why: "reporters are spoken of before",
      candidates: [],
      phrase,
    };
  }
  return undefined;
}
