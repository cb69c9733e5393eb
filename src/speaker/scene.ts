/** What one statement takes over from those before it in the same scene: addressee, place, interpreter. */
import type { Found } from "./addressee.ts";
import { isAsked } from "./asking.ts";
import type { Frame } from "./frame.ts";
import type { Draft } from "./reading.ts";
import type { SourceContext } from "./sources.ts";

const PARAGRAPHS = 1;
const REACH = 12;

/** The same speaker goes on: "she added". */
export function inherit(draft: Draft, earlier: readonly Draft[]): void {
  const entity = draft.resolved?.entity;
  if (!entity || draft.frame.attribution.parent !== undefined) return;
  if (/^(?:his|her|its|their|my|our)$/i.test(draft.resolved?.why.match(/^“(\w+)”/)?.[1] ?? "")) return;
  for (let i = earlier.length - 1; i >= 0 && i >= earlier.length - REACH; i--) {
    const other = earlier[i]!;
    if (draft.frame.paragraph - other.frame.paragraph > PARAGRAPHS) return;
    if (other.frame.attribution.parent !== undefined) continue;
    const near = draft.frame.paragraph === other.frame.paragraph;
    if (isAsked(other.frame) && other.addressee?.entity === entity && near) draft.where ??= taken(other.where);
    if (other.resolved?.entity !== entity) {
      if (!near) return;
      continue;
    }
    takeOver(draft, other, near);
    return;
  }
}

/** What is written stays with its sentence; a demand made of someone is no talk with them. */
function takeOver(draft: Draft, other: Draft, near: boolean): void {
  const sentence = draft.frame.sentence === other.frame.sentence;
  draft.through ??= taken(other.through);
  if (!near && !continues(draft)) return;
  const paper = WRITTEN.test(other.where?.name ?? "");
  if ((!paper || sentence) && !opensAnew(draft, other)) draft.where ??= taken(other.where);
  const goesOn = near || GOES_ON.test(draft.frame.cueText);
  if (goesOn && (!paper || sentence) && !DEMANDS.test(other.frame.cueText)) draft.addressee ??= taken(other.addressee);
  if (goesOn && other.via?.by === "speaker/interview") draft.via ??= other.via;
}

const GOES_ON = /\b(?:added|continued|went on)\b/;

const WRITTEN =
  /\b(?:letter|email|e-mail|memo|note|post|tweet|message|blog|memoir|book|article|column|essay|filing|statement|text|clip|video)\b/;
const DEMANDS = /\b(?:urg|call(?:ed|s|ing)? on|appeal|demand|implor|press|order|invit|beg)/;

/** A further paragraph of the same scene opens with the speaker going on: "“…,” he added." */
function continues(draft: Draft): boolean {
  return (
    draft.frame.attribution.kind !== "indirect" ||
    GOES_ON.test(draft.frame.cueText) ||
    /\bcautioned\b/.test(draft.frame.cueText)
  );
}

/** "he told reporters": a place that the statement before had only taken over itself may no longer be this one's. */
function opensAnew({ addressee }: Draft, other: Draft): boolean {
  return addressee?.by === "speaker/told" && other.where?.by === "speaker/same-scene";
}

function taken(found: Found | undefined): Found | undefined {
  return (
    found && { ...found, confidence: found.confidence * 0.85, by: "speaker/same-scene", why: "said in the same scene" }
  );
}

/** "has just spoken to reporters outside the mill. “…,” she said." */
export function openedScene(
  context: SourceContext,
  draft: Draft,
  find: (frame: Frame) => Pick<Draft, "addressee" | "where">,
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
      first: words.at(i).lower === "interview" ? sentence.firstToken : i,
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
