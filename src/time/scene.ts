/**
 * Does an undated statement belong to the event reported? Reports mix the event with reactions, standing views and documents,
 * whose day the text does not tell. Signs are added up as in a logistic model; the weights were fitted on annotated news.
 */
import type { Attribution, Doc } from "../schema/index.ts";
import type { CueTime } from "./cue-time.ts";

/** What is known of one attribution when its scene is judged. */
export interface SceneView {
  readonly attribution: Attribution;
  readonly cue: CueTime;
  readonly paragraph: number;
  /** Chance of the statement before with the same speaker, or -1. */
  readonly carried: number;
}

export interface Sign {
  readonly name: string;
  readonly why: string;
  readonly weight: number;
  holds(view: SceneView, words: SceneWords): boolean;
}

/** Words around the attribution, lower case. */
export interface SceneWords {
  readonly cue: string;
  readonly source: string;
  readonly sentence: string;
  readonly paragraphs: number;
}

const EARLY = 4;
const ON_STAGE =
  /\b(?:news conference|press conference|rally|briefing|podium|conference|debate|courthouse steps|hearing|speech|ceremony|summit|session|joint statement|told (?:reporters|the (?:house|council|crowd|court|committee|assembly|parliament)|members|delegates|parliament|shareholders|jurors|investors))\b/;
const OFF_STAGE =
  /\b(?:interview|by phone|by email|in an email|in a note|told (?:me|us|my|the [a-z]+'s|[a-z]+ on condition)|to this newspaper|on condition of anonymity|podcast|book|memoir)\b/;
const PAPER =
  /\b(?:report|study|letter|poll|document|indictment|minutes|records?|survey|paper|bulletin|memo|analysis|audit|review|filing)\b/;
const REACTING =
  /\b(?:analysts?|experts?|economists?|critics?|residents?|observers?|campaigners?|scientists?|traders?|investors?|charity|charities|union|lobby|federation|association|institute|professor|prof|think ?tank|pundit|brokers?|lawyer|spokesman|spokeswoman|spokesperson|office)\b/;
const SILENT =
  /\b(?:declin\w+|refus\w+|respond|return|commented|reply|would not|wouldn['’]t|has not|have not|hasn['’]t|haven['’]t|did not|didn['’]t)\b/;

export const SIGNS: readonly Sign[] = [
  { name: "early", why: "reports open with the event", weight: 1.2, holds: ({ paragraph }) => paragraph < EARLY },
  {
    name: "late",
    why: "reactions and background come last",
    weight: -0.5,
    holds: ({ paragraph }, { paragraphs }) => paragraph >= EARLY && paragraph > paragraphs * 0.6,
  },
  {
    name: "present",
    why: "“says” and “wants” are standing views",
    weight: -2.0,
    holds: ({ cue }) => cue.tense === "present",
  },
  { name: "perfect", why: "“has said”: some time before", weight: -0.5, holds: ({ cue }) => cue.tense === "perfect" },
  { name: "on-stage", why: "said at the event", weight: 1.5, holds: (_, { sentence }) => ON_STAGE.test(sentence) },
  {
    name: "off-stage",
    why: "said in private, in writing or elsewhere",
    weight: -1,
    holds: (_, { sentence }) => OFF_STAGE.test(sentence),
  },
  { name: "paper", why: "documents were written before", weight: -1, holds: (_, { source }) => PAPER.test(source) },
  {
    name: "reacting",
    why: "those who comment were not there",
    weight: -1,
    holds: (_, { source }) => REACTING.test(source),
  },
  { name: "silent", why: "silence has no day", weight: -0.5, holds: (_, { cue }) => SILENT.test(cue) },
  { name: "according", why: "sourcing formula", weight: -0.5, holds: (_, { cue }) => cue === "according to" },
  {
    name: "carried-yes",
    why: "the speaker spoke at the event just before",
    weight: 1.5,
    holds: ({ carried }) => carried >= 0.5,
  },
  {
    name: "carried-no",
    why: "the speaker's statement before had no day",
    weight: -0.3,
    holds: ({ carried }) => carried >= 0 && carried < 0.5,
  },
];
const BIAS = -0.3;

/** Chance that the statement was made at the event reported. */
export function chanceAtEvent(view: SceneView, words: SceneWords): number {
  let sum = BIAS;
  for (const sign of SIGNS) if (sign.holds(view, words)) sum += sign.weight;
  return 1 / (1 + Math.exp(-sum));
}

const WINDOW = 400;

export function sceneWords(doc: Doc, attribution: Attribution, sentence: number): SceneWords {
  const slice = (start: number, end: number) => doc.text.slice(start, Math.min(end, start + WINDOW)).toLowerCase();
  const holder = doc.sentences[sentence];
  const cue = attribution.cue[0];
  const source = attribution.source[0];
  return {
    cue: cue ? slice(cue.start, cue.end) : "",
    source: source ? slice(source.start, source.end) : "",
    sentence: holder ? slice(holder.start, holder.end) : "",
    paragraphs: doc.paragraphs.length,
  };
}
