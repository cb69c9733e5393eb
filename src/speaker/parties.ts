/** Drafts with speakers in, their addressee, place and go-between filled in. */
import { sliceOf } from "../schema/index.ts";
import { type Found, findAddressee } from "./addressee.ts";
import { answersTo, askedOne, askerIn, fromResolved, isAsked } from "./asking.ts";
import type { Frame } from "./frame.ts";
import type { Draft, Reading } from "./reading.ts";
import { inherit, openedScene } from "./scene.ts";
import { interviewWith, isPublisher, outletOf, seenBy, throughWhom } from "./via.ts";
import { addresseeOfPaper, findWhere } from "./where.ts";

/** Everything beside the speaker, in order of the text. */
export function readParties(reading: Reading): void {
  const { context, drafts } = reading;
  const earlier: Draft[] = [];
  const hasQuestions = drafts.some((draft) => draft.resolved?.by === "speaker/label-question");
  drafts.forEach((draft, i) => {
    const { frame } = draft;
    const next = drafts[i + 1];
    if (isAsked(frame) && !draft.resolved) draft.resolved = askerIn(context, draft, next);
    draft.addressee = isAsked(frame)
      ? askedOne(context, draft, next)
      : (findAddressee(context, frame) ?? answersTo(draft, drafts[i - 1]));
    draft.where = draft.resolved?.type === "document" ? undefined : findWhere(context, frame);
    draft.through = throughWhom(context, frame);
    if (frame.attribution.form === "transcript") turnAddressee(draft, drafts, i, hasQuestions);
    interview(reading, draft, frame);
    draft.addressee ??= addresseeOfPaper(context, frame, draft.where);
    openedScene(context, draft, (part) => scenePart(reading, draft, part));
    inherit(draft, earlier);
    uncuedQuestion(draft, next);
    asksParent(reading, draft);
    draft.via = viaOf(reading, draft);
    earlier.push(draft);
  });
}

/** What the sentence that opens a scene tells: "sat for an interview on Air Force One with Fox News Channel's Bret Baier". */
function scenePart(reading: Reading, draft: Draft, part: Frame): Pick<Draft, "addressee" | "where"> {
  const { context } = reading;
  const where = findWhere(context, part);
  const talk = interviewWith(context, part).length > 0;
  if (talk && where) draft.where = undefined;
  if (talk) interview(reading, draft, part);
  return { addressee: findAddressee(context, part), where };
}

/** "did not respond to questions from The Exchange": the questions are put to whoever does not respond, who answers them so. */
function asksParent(reading: Reading, draft: Draft): void {
  const { attribution } = draft.frame;
  const parent = attribution.parent !== undefined ? reading.byId.get(attribution.parent) : undefined;
  if (
    !parent?.resolved ||
    !draft.resolved ||
    !/\b(?:questions?|inquir(?:y|ies)|enquir(?:y|ies))\b/.test(draft.frame.cueText)
  )
    return;
  if (parent.resolved.entity === draft.resolved.entity) return;
  draft.addressee ??= fromResolved(parent.resolved, "speaker/asks-speaker");
  parent.addressee ??= fromResolved(draft.resolved, "speaker/answers");
}

/** "in an interview with Fox News Channel's Bret Baier": spoken to the person or outlet. */
function interview(reading: Reading, draft: Draft, frame: Frame): void {
  const parties = interviewWith(reading.context, frame);
  const person = parties.find((one) => one.entity?.type === "person") ?? parties[0];
  if (person) draft.addressee ??= person;
  const outlet = parties.find((one) => one.entity?.type === "organisation");
  if (outlet && !isPublisher(outlet.entity, reading.meta)) draft.via ??= outlet;
}

/** A turn of a transcript answers the turn before; a question is put to whoever speaks next. */
function turnAddressee(draft: Draft, drafts: readonly Draft[], i: number, hasQuestions: boolean): void {
  const own = draft.resolved?.entity;
  const asking = own?.head === "reporter";
  const turn = (step: number): Draft | undefined => {
    for (let k = i + step; k >= 0 && k < drafts.length; k += step)
      if (drafts[k]!.frame.attribution.form === "transcript") return drafts[k];
    return undefined;
  };
  const forward = asking && /\?/.test(draft.words);
  const other = turn(forward ? 1 : -1) ?? (asking ? turn(-1) : undefined);
  if (!own || draft.addressee) return;
  if (!asking && hasQuestions && other?.resolved?.entity?.head !== "reporter") draft.addressee = { ...TO_ALL };
  else if (other?.resolved && other.resolved.entity !== own && (asking || other.resolved.entity?.head === "reporter"))
    draft.addressee = fromResolved(other.resolved, "speaker/turn");
}

const TO_ALL: Found = {
  name: "reporters",
  span: undefined,
  entity: undefined,
  confidence: 0.7,
  by: "speaker/turn-to-all",
  why: "a briefing's opening words",
};

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
    outletOf(draft.addressee, meta, (span) => sliceOf(context.reference.words.doc.text, span)) ??
    draft.via ??
    (draft.resolved?.type === "document" ? seenBy(context, draft.frame) : undefined)
  );
}
