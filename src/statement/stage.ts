/** Attributions with their parties and times -> statements: type, flags, conditions, probability, each with what decided it. */
import {
  type ArticleMeta,
  type Attribution,
  contains,
  type Decision,
  type Doc,
  type Lexicon,
  type Parties,
  type Span,
  type SpeakerReading,
  type Statement,
  type TimeReading,
  type Uttered,
} from "../schema/index.ts";
import { answerTo } from "./answered.ts";
import { conditionsOf } from "./conditions.ts";
import { readContent } from "./content-reading.ts";
import { readCue } from "./cue-reading.ts";
import { type CueTypes, readCueTypes } from "./cue-types.ts";
import { isHypothetical, isNegated } from "./flags.ts";
import { chanceWords, probabilityOf, speaksOfChance } from "./probability.ts";
import { TYPE_RULES } from "./type-rules.ts";
import type { StatementType, View } from "./types.ts";
import { type AttributionWords, attributionWords } from "./words.ts";

export type StatementStage = (
  doc: Doc,
  attributions: readonly Attribution[],
  parties: SpeakerReading,
  times: TimeReading,
  meta: ArticleMeta,
) => Statement[];

/** Reads the cue list once; the stage then works article by article. */
export function createStatementStage(lexicon: Lexicon): StatementStage {
  const types = readCueTypes(lexicon);
  return (doc, attributions, parties, times) => {
    const drafts = draftsOf(doc, attributions, types);
    return drafts.map((draft, i) => {
      const { id } = draft.attribution;
      return finish(doc, drafts, i, parties.parties.get(id), times.uttered.get(id));
    });
  };
}

/** A statement before its parties and times are put in. */
interface Draft {
  readonly attribution: Attribution;
  readonly type: StatementType;
  readonly typeConfidence: number;
  readonly negated: boolean;
  readonly hypothetical: boolean;
  readonly conditions: Statement["conditions"];
  readonly probability: Statement["probability"];
  readonly decisions: readonly Decision[];
}

function draftsOf(doc: Doc, attributions: readonly Attribution[], types: CueTypes): Draft[] {
  let chanceBefore = false;
  const inner = nestedContents(attributions);
  return attributions.map((attribution) => {
    const spoken = attributionWords(doc, attribution);
    const chanceNow = speaksOfChance(chanceWords(spoken));
    const draft = draftOf(doc, attribution, spoken, types, {
      nested: inner.get(attribution.id) ?? [],
      chanceNear: chanceBefore || chanceNow,
    });
    chanceBefore = chanceNow || draft.probability !== undefined;
    return draft;
  });
}

interface Surroundings {
  /** Contents of the attributions inside this one: their conditions are their own. */
  readonly nested: readonly Span[];
  /** This statement or the one before speaks of a chance. */
  readonly chanceNear: boolean;
}

function nestedContents(attributions: readonly Attribution[]): Map<string, Span[]> {
  const inner = new Map<string, Span[]>();
  for (const { parent, content } of attributions) {
    if (parent === undefined) continue;
    const known = inner.get(parent);
    if (known) known.push(...content);
    else inner.set(parent, [...content]);
  }
  return inner;
}

function draftOf(
  doc: Doc,
  attribution: Attribution,
  spoken: AttributionWords,
  types: CueTypes,
  { nested, chanceNear }: Surroundings,
): Draft {
  const cue = readCue(doc, attribution, spoken, types);
  const conditions = conditionsOf(spoken, cue.type === "question").filter(
    (condition) => !nested.some((span) => contains(span, condition)),
  );
  const content = readContent(doc, attribution, spoken, conditions);
  const probability = probabilityOf(chanceWords(spoken), chanceNear);
  const { kind, form } = attribution;
  const view: View = {
    kind,
    form,
    cue,
    content,
    hasSource: attribution.source.length > 0,
    plural: isPlural(doc, attribution),
    conditions: conditions.map(({ start, end, kind }) => ({
      kind,
      text: doc.text.slice(start, Math.min(end, start + 200)).toLowerCase(),
    })),
    chance: probability !== undefined,
  };
  const { type, confidence, decision } = decideType(view);
  const negated = isNegated(cue, type);
  const hypothetical = isHypothetical(doc, attribution, cue);
  const decisions: Decision[] = [decision];
  if (negated) decisions.push({ field: "negated", by: "statement/denied-cue", why: cue.words.join(" ") });
  if (hypothetical) decisions.push({ field: "hypothetical", by: "statement/cue-ahead", why: cue.words.join(" ") });
  for (const condition of conditions) decisions.push({ field: "conditions", by: `statement/${condition.kind}` });
  if (probability) decisions.push({ field: "probability", by: "statement/stated-chance" });
  return { attribution, type, typeConfidence: confidence, negated, hypothetical, conditions, probability, decisions };
}

const MANY =
  /\b(?:both|two|three|four|all|sides|parties|governments|leaders|countries|candidates|delegations|ministers|members|negotiators|they|and)\b/i;

/** Do several speak? "the two sides", "Karsova and Tirenia". */
function isPlural(doc: Doc, attribution: Attribution): boolean {
  const source = attribution.source[0];
  return source !== undefined && MANY.test(doc.text.slice(source.start, Math.min(source.end, source.start + 80)));
}

function decideType(view: View): { type: StatementType; confidence: number; decision: Decision } {
  for (const rule of TYPE_RULES) {
    const type = rule.decide(view);
    if (type) {
      const why = rule.name === "cue" ? `“${view.cue.key}”` : rule.why;
      return { type, confidence: rule.confidence, decision: { field: "type", by: `statement/${rule.name}`, why } };
    }
  }
  return { type: "assertion", confidence: 0.3, decision: { field: "type", by: "statement/plain" } };
}

function finish(
  doc: Doc,
  drafts: readonly Draft[],
  index: number,
  parties: Parties | undefined,
  uttered: Uttered | undefined,
): Statement {
  const draft = drafts[index]!;
  const answer = draft.type === "question" ? answerTo(doc, drafts, index) : undefined;
  const decisions = [...draft.attribution.decisions, ...draft.decisions];
  if (answer) decisions.push({ field: "answered", by: `statement/${answer.by}`, why: answer.why });
  if (parties) decisions.push(...parties.decisions);
  if (uttered) decisions.push(...uttered.decisions);
  const { attribution } = draft;
  // Written out and filled in: spreading many optional parts is slow, and this runs for every statement.
  const statement: { -readonly [Key in keyof Statement]: Statement[Key] } = {
    id: attribution.id,
    source: attribution.source,
    cue: attribution.cue,
    content: attribution.content,
    kind: attribution.kind,
    act: attribution.act,
    confidence: attribution.confidence,
    level: parties?.level ?? "unattributed",
    type: draft.type,
    typeConfidence: draft.typeConfidence,
    negated: draft.negated,
    hypothetical: draft.hypothetical,
    historical: uttered?.historical ?? false,
    conditions: draft.conditions,
    decisions,
  };
  if (attribution.form) statement.form = attribution.form;
  if (attribution.spanConfidence) statement.spanConfidence = attribution.spanConfidence;
  if (attribution.parent !== undefined) statement.parent = attribution.parent;
  if (parties?.speaker) statement.speaker = parties.speaker;
  if (parties?.addressee) statement.addressee = parties.addressee;
  if (parties?.via) statement.via = parties.via;
  if (parties?.where) statement.where = parties.where;
  if (uttered?.saidAt) statement.saidAt = uttered.saidAt;
  if (draft.probability) statement.probability = draft.probability;
  if (answer) statement.answered = answer.answered;
  return statement;
}
