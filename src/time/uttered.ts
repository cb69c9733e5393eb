/** Attributions and expressions -> when each was uttered, and whether that was an earlier occasion. */
import type { Attribution, Decision, Doc, SaidAt, Uttered } from "../schema/index.ts";
import { type Interval, isoDays, oneDay } from "./calendar.ts";
import { type CueTime, cueTimeOf } from "./cue-time.ts";
import { datingExpression, sameSource } from "./dated.ts";
import type { Timed } from "./find.ts";
import { isLive } from "./live.ts";
import { groupBy, indexAt, inside, sentenceOf } from "./place.ts";
import type { ReportingDay } from "./reporting-day.ts";
import { chanceAtEvent, type SceneWords, sceneWords } from "./scene.ts";

interface Draft {
  readonly attribution: Attribution;
  readonly sentence: number;
  readonly paragraph: number;
  readonly cue: CueTime;
  readonly parent: Draft | undefined;
  readonly words: SceneWords;
  readonly live: boolean;
  /** The day of the event that its part of the text reports. */
  readonly reporting: ReportingDay | undefined;
  /** The source is a pronoun: inside another's content, as a rule, the speaker's own earlier act. */
  readonly ownAct: boolean;
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
  reportingAt: (offset: number) => ReportingDay | undefined,
): Map<string, Uttered> {
  const drafts = draftsOf(doc, attributions, reportingAt);
  dateDrafts(doc, drafts, expressions);
  inheritDates(doc, drafts, expressions);
  judgeScenes(drafts);
  let before: { draft: Draft; historical: boolean } | undefined;
  return new Map(
    drafts.map((draft) => {
      const uttered = finish(draft, before?.historical === true && goesAlong(draft, before.draft));
      if (!draft.parent) before = { draft, historical: uttered.historical };
      return [draft.attribution.id, uttered];
    }),
  );
}

/** "Putin has long resisted a truce, linking it to …": a participle stands at the time of the verb that it goes with. */
function goesAlong(draft: Draft, before: Draft): boolean {
  return (
    /^\w+ing\b/.test(draft.words.cue) &&
    !draft.parent &&
    draft.sentence === before.sentence &&
    sameSource(draft.attribution, before.attribution)
  );
}

function draftsOf(
  doc: Doc,
  attributions: readonly Attribution[],
  reportingAt: (offset: number) => ReportingDay | undefined,
): Draft[] {
  const live = isLive(doc);
  const byId = new Map<string, Draft>();
  const drafts = attributions.map((attribution): Draft => {
    const sentence = sentenceOf(doc, attribution);
    const at = sentence < 0 ? -1 : doc.sentences[sentence]!.start;
    const parent = attribution.parent === undefined ? undefined : byId.get(attribution.parent);
    const cue = cueTimeOf(doc, attribution);
    const paragraph = indexAt(doc.paragraphs, at);
    const words = sceneWords(doc, attribution, sentence);
    const ownAct = PRONOUNS.has(words.source);
    const reporting = reportingAt(at);
    const draft = {
      attribution,
      sentence,
      paragraph,
      cue,
      parent,
      words,
      live: live || reporting?.part === true,
      reporting,
      ownAct,
      dated: undefined,
      atEvent: 0,
      inherited: false,
    };
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
/** "said in a statement Wednesday …. The statement said": the document of the sentence before. */
const SAME_PAPER = /^the (?:statement|letter|report|study|paper|post|memo|ruling|document|note|survey|poll)$/;

/** "In May she told investors …. She also predicted …": the second stands in the scene of the first. */
function inheritDates(doc: Doc, drafts: readonly Draft[], expressions: readonly Timed[]): void {
  const openers = groupBy(
    expressions.filter((expression) => opensScene(doc, expression)),
    (expression) => expression.sentence,
  );
  let before: Draft | undefined;
  for (const draft of drafts) {
    if (!draft.dated) {
      const scene = sceneDate(doc, draft, before, openers);
      if (scene) Object.assign(draft, { dated: scene, inherited: true });
    }
    if (!draft.parent) before = draft;
  }
}

const OPENING_TOKENS = 5;

/** "On Tuesday the minister brought one.": a past date at the head of its sentence. */
function opensScene(doc: Doc, { firstToken, sentence, days, direction, type, meaning }: Timed): boolean {
  if (!days || type === "DURATION" || type === "SET" || direction === "future" || meaning.kind === "by") return false;
  return firstToken - doc.sentences[sentence]!.firstToken < OPENING_TOKENS;
}

function sceneDate(
  doc: Doc,
  draft: Draft,
  before: Draft | undefined,
  openers: ReadonlyMap<number, readonly Timed[]>,
): Timed | undefined {
  if (draft.parent || draft.cue.earlier || draft.cue.ahead) return undefined;
  if (before?.dated && draft.sentence === before.sentence && sameSource(draft.attribution, before.attribution))
    return before.dated;
  if (!standsInScene(doc, draft)) return undefined;
  const first = doc.paragraphs[draft.paragraph]?.firstSentence ?? draft.sentence;
  for (let sentence = draft.sentence - 1; sentence >= Math.max(first, draft.sentence - 3); sentence--) {
    const opener = openers.get(sentence)?.[0];
    if (opener && !inside(opener, draft.attribution.content)) return opener;
    if (before?.dated && !before.cue.ahead && before.sentence === sentence) return before.dated;
  }
  return undefined;
}

function standsInScene(doc: Doc, draft: Draft): boolean {
  const source = draft.attribution.source[0];
  if (!source || source.end - source.start > 40 || draft.cue.tense !== "past") return false;
  const words = doc.text.slice(source.start, source.end).toLowerCase();
  return PRONOUNS.has(words) || SAME_PAPER.test(words);
}

/** In order of the text: a speaker's first statement tells where the next ones stand. */
function judgeScenes(drafts: readonly Draft[]): void {
  const bySpeaker = new Map<string, number>();
  let before = -1;
  for (const draft of drafts) {
    const { words, live, ownAct: pronoun } = draft;
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

function finish(draft: Draft, along: boolean): Uttered {
  const decisions: Decision[] = [];
  const historical = isHistorical(draft, decisions) || along;
  if (along)
    decisions.push({ field: "historical", by: "time/along", why: "goes with a statement of an earlier occasion" });
  const saidAt = saidAtOf(draft, historical, decisions);
  return { ...(saidAt && { saidAt }), historical, decisions };
}

function isHistorical(draft: Draft, decisions: Decision[]): boolean {
  const because = (by: string, why: string) => {
    decisions.push({ field: "historical", by: `time/${by}`, why });
    return true;
  };
  const { cue, dated, reporting } = draft;
  if (cue.ahead) return false;
  if (dated?.meaning.kind === "part") return because("earlier-date", "earlier in the same stretch of time");
  if (dated?.days && reporting && dated.days.end < reporting.day)
    return because("earlier-date", "dated before the day reported");
  if (cue.earlier && (cue.earlier !== "had" || !draft.parent || draft.ownAct))
    return because("earlier-word", `“${cue.earlier}”`);
  if (draft.parent && cue.tense !== "present" && draft.parent.attribution.kind === "direct")
    return because("told-in-quote", "told in the past tense inside a quotation");
  if (
    cue.tense === "perfect" &&
    draft.paragraph >= OPENING &&
    !draft.parent &&
    !draft.live &&
    STANDING.test(draft.words.cue)
  )
    return because("since-then", "has done so before this report");
  return false;
}

/** The opening tells the event itself in the perfect ("has rejected an offer"). */
const OPENING = 3;
const STANDING =
  /^(?:has|have|'s|’s|'ve|’ve) (?:(?:also|always|repeatedly|publicly|already|often) )?(?!not\b|yet\b|agreed\b|been expected\b)/;

function saidAtOf(draft: Draft, historical: boolean, decisions: Decision[]): SaidAt | undefined {
  const { dated, inherited, reporting } = draft;
  const decide = (by: string, why: string) => decisions.push({ field: "saidAt", by: `time/${by}`, why });
  if (dated?.days) {
    decide(inherited ? "same-scene" : "dated", dated.by);
    const span = { start: dated.start, end: dated.end };
    return { value: isoDays(dated.days), span, implied: false, confidence: inherited ? INHERITED : DATED };
  }
  if (!reporting || historical || draft.parent || draft.cue.ahead || draft.atEvent < AT_EVENT) return undefined;
  decide("reporting-day", dayFrom(reporting));
  return {
    value: isoDays(oneDay(reporting.day) satisfies Interval),
    implied: true,
    confidence: IMPLIED * draft.atEvent,
  };
}

function dayFrom({ from, part }: ReportingDay): string {
  if (part) return "the time of the post";
  return from ? "the day that the report opens with" : "the article's date";
}
