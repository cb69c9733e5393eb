/** Attributions and expressions -> when each was uttered, and whether that was an earlier occasion. */
import type { Attribution, Decision, Doc, SaidAt, Uttered } from "../schema/index.ts";
import { type Interval, isoDays, oneDay } from "./calendar.ts";
import { type CueTime, cueTimeOf } from "./cue-time.ts";
import { datingExpression, sameSource } from "./dated.ts";
import type { Timed } from "./find.ts";
import { groupBy, indexAt, sentenceOf } from "./place.ts";
import { isLive } from "./live.ts";
import type { ReportingDay } from "./reporting-day.ts";
import { chanceAtEvent, sceneWords } from "./scene.ts";

interface Draft {
  readonly attribution: Attribution;
  readonly sentence: number;
  readonly paragraph: number;
  readonly cue: CueTime;
  readonly parent: Draft | undefined;
  dated: Timed | undefined;
  /** Chance that an undated statement was made at the event reported. */
  atEvent: number;
  /** Taken over from an earlier attribution of the same scene. */
  inherited: boolean;
}

const DATED = 0.9;
const INHERITED = 0.7;
const IMPLIED = 0.9;
/** Below this chance the text is taken not to tell. */
const AT_EVENT = 0.35;

/** One result for each attribution, by id. */
export function utteredOf(
  doc: Doc,
  attributions: readonly Attribution[],
  expressions: readonly Timed[],
  reporting: ReportingDay | undefined,
): Map<string, Uttered> {
  const drafts = draftsOf(doc, attributions);
  dateDrafts(doc, drafts, expressions);
  inheritDates(doc, drafts);
  judgeScenes(doc, drafts);
  return new Map(drafts.map((draft) => [draft.attribution.id, finish(draft, reporting)]));
}

function draftsOf(doc: Doc, attributions: readonly Attribution[]): Draft[] {
  const byId = new Map<string, Draft>();
  const drafts = attributions.map((attribution): Draft => {
    const sentence = sentenceOf(doc, attribution);
    const at = sentence < 0 ? -1 : doc.sentences[sentence]!.start;
    const parent = attribution.parent === undefined ? undefined : byId.get(attribution.parent);
    const cue = cueTimeOf(doc, attribution);
    const paragraph = indexAt(doc.paragraphs, at);
    const draft = { attribution, sentence, paragraph, cue, parent, dated: undefined, atEvent: 0, inherited: false };
    byId.set(attribution.id, draft);
    return draft;
  });
  return drafts.map((draft) => {
    const { parent } = draft.attribution;
    return draft.parent || parent === undefined ? draft : Object.assign(draft, { parent: byId.get(parent) });
  });
}

function dateDrafts(doc: Doc, drafts: readonly Draft[], expressions: readonly Timed[]): void {
  const inSentence = groupBy(expressions, (expression) => expression.sentence);
  const bySentence = groupBy(drafts, (draft) => draft.sentence);
  for (const draft of drafts) {
    const ancestors = new Set<string>();
    for (let up = draft.parent; up && !ancestors.has(up.attribution.id); up = up.parent)
      ancestors.add(up.attribution.id);
    const others = (bySentence.get(draft.sentence) ?? [])
      .filter((other) => other !== draft)
      .map((other) => other.attribution);
    const place = { doc, expressions: inSentence.get(draft.sentence) ?? [], others, ancestors };
    draft.dated = datingExpression(draft.attribution, place, draft.cue.ahead);
  }
}

const PRONOUNS = new Set(["he", "she", "they", "it", "i", "we", "who", "which"]);

/** "In May she told investors …. She also predicted …": the second stands in the scene of the first. */
function inheritDates(doc: Doc, drafts: readonly Draft[]): void {
  let before: Draft | undefined;
  for (const draft of drafts) {
    if (!draft.dated && before?.dated && goesOn(doc, draft, before)) {
      draft.dated = before.dated;
      draft.inherited = true;
    }
    if (!draft.parent) before = draft;
  }
}

function goesOn(doc: Doc, draft: Draft, before: Draft): boolean {
  if (draft.parent || draft.cue.earlier || draft.cue.ahead || before.cue.ahead) return false;
  if (draft.sentence === before.sentence && sameSource(draft.attribution, before.attribution)) return true;
  if (draft.paragraph !== before.paragraph || draft.sentence - before.sentence > 3) return false;
  const source = draft.attribution.source[0];
  return (
    source !== undefined &&
    PRONOUNS.has(doc.text.slice(source.start, source.end).toLowerCase()) &&
    draft.cue.tense === "past"
  );
}

/** In order of the text: a speaker's first statement tells where the next ones stand. */
function judgeScenes(doc: Doc, drafts: readonly Draft[]): void {
  const live = isLive(doc);
  const bySpeaker = new Map<string, number>();
  let before = -1;
  for (const draft of drafts) {
    const words = sceneWords(doc, draft.attribution, draft.sentence);
    const pronoun = PRONOUNS.has(words.source);
    const carried = pronoun ? before : (bySpeaker.get(surname(words.source)) ?? -1);
    const transcript = draft.attribution.form === "transcript";
    const chance = live || transcript ? 0.95 : chanceAtEvent({ ...draft, carried }, words);
    draft.atEvent = chance;
    if (draft.parent) continue;
    before = draft.dated ? -1 : chance;
    if (!pronoun && !draft.dated && words.source !== "") bySpeaker.set(surname(words.source), chance);
  }
}

/** Last word of the name: "trade secretary lucille okafor-dent" -> "okafor-dent". */
function surname(source: string): string {
  const name = source.split(",")[0]!.trim();
  return name.slice(name.lastIndexOf(" ") + 1);
}

function finish(draft: Draft, reporting: ReportingDay | undefined): Uttered {
  const decisions: Decision[] = [];
  const historical = isHistorical(draft, reporting, decisions);
  const saidAt = saidAtOf(draft, reporting, historical, decisions);
  return { ...(saidAt && { saidAt }), historical, decisions };
}

function isHistorical(draft: Draft, reporting: ReportingDay | undefined, decisions: Decision[]): boolean {
  const because = (by: string, why: string) => {
    decisions.push({ field: "historical", by: `time/${by}`, why });
    return true;
  };
  const { cue, dated } = draft;
  if (cue.ahead) return false;
  if (dated?.days && reporting && dated.days.end < reporting.day)
    return because("earlier-date", "dated before the day reported");
  if (cue.earlier && !(cue.earlier === "had" && draft.parent)) return because("earlier-word", `“${cue.earlier}”`);
  if (draft.parent && cue.tense === "past" && draft.parent.attribution.kind === "direct")
    return because("told-in-quote", "told in the past tense inside a quotation");
  return false;
}

function saidAtOf(
  draft: Draft,
  reporting: ReportingDay | undefined,
  historical: boolean,
  decisions: Decision[],
): SaidAt | undefined {
  const { dated, inherited } = draft;
  const decide = (by: string, why: string) => decisions.push({ field: "saidAt", by: `time/${by}`, why });
  if (dated?.days) {
    decide(inherited ? "same-scene" : "dated", dated.by);
    const span = { start: dated.start, end: dated.end };
    return { value: isoDays(dated.days), span, implied: false, confidence: inherited ? INHERITED : DATED };
  }
  if (!reporting || historical || draft.parent || draft.cue.ahead || draft.atEvent < AT_EVENT) return undefined;
  decide("reporting-day", reporting.from ? "the day that the report opens with" : "the article's date");
  return { value: isoDays(oneDay(reporting.day) satisfies Interval), implied: true, confidence: IMPLIED * draft.atEvent };
}
