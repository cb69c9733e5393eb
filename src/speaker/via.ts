/** Who passes a statement on: an interpreter, a spokeswoman, the outlet talked to, the outlet that saw a document. */
import type { ArticleMeta, Span } from "../schema/index.ts";
import { type Found, nounPhraseEnd, party } from "./addressee.ts";
import type { Entity } from "./entities.ts";
import type { Frame } from "./frame.ts";
import type { SourceContext } from "./sources.ts";
import { nameOf } from "./sources.ts";

/** Is this party the article's own publisher ("the Whistle" for The Daily Whistle)? */
export function isPublisher(entity: Entity | undefined, meta: ArticleMeta): boolean {
  if (!entity?.named || !meta.publisher || entity.type === "person") return false;
  return publisherWords(nameOf(entity), meta);
}

/** Are all words of the name words of the publisher's? */
export function publisherWords(name: string, meta: ArticleMeta): boolean {
  const own = bare(meta.publisher ?? "");
  const asked = bare(name);
  if (asked.length === 0 || !asked.every((word) => own.includes(word))) return false;
  return asked[0] === own[0] || asked.at(-1) === own.at(-1);
}

function bare(name: string): string[] {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word !== "the");
}

/** "this newspaper", "the Whistle" in The Daily Whistle. */
export function isOurs(written: string, meta: ArticleMeta): boolean {
  return (
    /^this (?:newspaper|paper|magazine|website|news organi[sz]ation|publication)$/i.test(written) ||
    publisherWords(written, meta)
  );
}

/** "speaking through an interpreter", "declined, through a spokeswoman, to comment". */
export function throughWhom(context: SourceContext, frame: Frame): Found | undefined {
  const { words } = context.reference;
  for (let i = frame.first; i < frame.end - 1; i++) {
    if (!/^(?:through|via)$/.test(words.at(i).lower) || frame.inContent(i)) continue;
    let end = i + 1;
    while (
      end < Math.min(frame.end, i + 8) &&
      (words.at(end).letters || words.at(end).possessive) &&
      !words.at(end).preposition
    )
      end++;
    const noun = words.at(end - 1).person;
    if (
      !noun ||
      !/^(?:interpreter|translator|spokes(?:man|woman|person)|aide|lawyer|attorney|agent|representative|publicist|assistant)$/.test(
        noun.singular,
      )
    )
      continue;
    return party(context, frame, i + 1, end, "speaker/through");
  }
  return undefined;
}

/** "a letter seen by The Tide", "a copy of which was passed to the Ledger". */
export function seenBy(context: SourceContext, frame: Frame): Found | undefined {
  const { words } = context.reference;
  if (!frame.source) return undefined;
  for (let i = frame.source[0]; i < Math.min(frame.end, frame.source[1] + 12); i++) {
    const here = words.at(i).lower;
    const next = words.at(i + 1).lower;
    const seen =
      /^(?:seen|obtained|reviewed|viewed|leaked|passed|given|provided|shared|published|reported|acquired)$/.test(
        here,
      ) && /^(?:by|to|with)$/.test(next);
    if (!seen || frame.inContent(i) || (here === "published" && !outletAt(context, i + 2))) continue;
    if (!outletAt(context, i + 2)) continue;
    const end = nounPhraseEnd(words, { ...frame, end: Math.min(words.count, i + 8) }, i + 2);
    if (end > i + 2) return party(context, frame, i + 2, end, "speaker/seen-by");
  }
  return undefined;
}

/** Does a name begin here that may be an outlet's? "the Ledger", "Meridian". */
function outletAt(context: SourceContext, token: number): boolean {
  const { words } = context.reference;
  const at = words.at(token).lower === "the" || words.at(token).lower === "this" ? token + 1 : token;
  return words.at(at).cap || /^(?:newspaper|paper|agency|website|outlet)$/.test(words.at(at).lower);
}

/** The outlet that a person talked to, if it is not the publisher. */
export function outletOf(
  found: Found | undefined,
  meta: ArticleMeta,
  written: (span: Span) => string,
): Found | undefined {
  const entity = found?.entity;
  if (!entity || isPublisher(entity, meta) || (found.span && isOurs(written(found.span), meta))) return undefined;
  const broadcaster = /\b(?:broadcaster|newspaper|channel|station|magazine|website|news agency|radio)$/.test(
    found.name,
  );
  return entity.outlet || broadcaster ? { ...found, by: "speaker/told-outlet", why: "an outlet was told" } : undefined;
}

/** "interview with Fox News Channel's Bret Baier", "in an interview with the broadcaster RTK". */
export function interviewWith(context: SourceContext, frame: Frame): readonly Found[] {
  const { words } = context.reference;
  for (let i = frame.first; i < frame.end - 2; i++) {
    if (!/^(?:interview|interviewed)$/.test(words.at(i).lower) || frame.inContent(i) || words.quoteOf(i) >= 0) continue;
    for (let k = i + 1; k < Math.min(frame.end, i + 7); k++) {
      if (!/^(?:with|by|to)$/.test(words.at(k).lower)) continue;
      return partiesAt(context, frame, k + 1);
    }
  }
  return [];
}

function partiesAt(context: SourceContext, frame: Frame, from: number): Found[] {
  const { words, mentions, byHead } = context.reference;
  const end = nounPhraseEnd(words, frame, from);
  const found: Found[] = [];
  for (let i = from; i < end; i++) {
    const mention = mentions[byHead[i] ?? -1];
    if (!mention?.entity || mention.kind !== "name") continue;
    const span = { start: words.start(mention.first), end: words.end(mention.end - 1) };
    found.push({
      name: nameOf(mention.entity),
      span,
      entity: mention.entity,
      confidence: 0.85,
      by: "speaker/interview",
      why: "the interviewer",
    });
  }
  return found;
}
