/** A pronoun and the mentions before it in, its antecedent with a confidence out. Weights set on the GAP development snippets. */
import { antecedentFeatures } from "./antecedent-features.ts";
import type { Pronoun } from "./closed.ts";
import type { Entity } from "./entities.ts";
import type { Mention } from "./mentions.ts";
import type { Words } from "./words.ts";

/** What the scorer may ask about the text. */
export interface Context {
  /** Is this mention the source of a reported statement? */
  isSource(mention: Mention): boolean;
  /** Who speaks in this quotation, as far as that is known yet. */
  speakerOf(quote: number): Entity | undefined;
  readonly words?: Words;
  /** Learned weights of antecedentFeatures. */
  readonly weights?: ReadonlyMap<string, number>;
}

/** Points for how a candidate stands; the candidate with the most is taken. */
export const WEIGHTS = {
  sentence: -1.4, // for each sentence between
  paragraph: -0.5, // for each paragraph between
  subject: 1.0,
  opens: 1.2,
  source: 1.0,
  possessive: -0.8,
  prepositional: -0.5,
  otherSide: -2.4, // one in a quotation, the other not
  rank: -0.12, // for each mention between
  gender: 0.8, // gender known to agree
  otherGender: -3.5, // the given name suggests the other
  bodyAsMany: -0.7, // "they" for a body
  often: 0.35, // times the logarithm of the number of mentions
  named: 0.6,
  cataphora: 1.0, // "In his first season, Seth Doege …"
  verbal: 0.6, // a verb follows the candidate
  nearestSubject: 0.6, // the last such of the pronoun's sentence
  relative: 0.8, // "Murnau, who had to finish on his own"
  joined: 3, // "Quill and her colleagues"
  unknown: -0.4, // not known whether a person or a body
  pronounChain: 0.5, // the same pronoun was resolved to it before
  sameSentenceSubject: 0.4,
};

const WINDOW = 48;
const PARAGRAPHS = 3;

export interface Scored {
  readonly entity: Entity;
  readonly score: number;
  /** The mention of it that scored most. */
  readonly at: Mention;
}

export interface Choice {
  readonly entity: Entity;
  readonly confidence: number;
  /** The first dozen with their scores, the chosen one among them. */
  readonly rivals: readonly Scored[];
}

/** Can the pronoun stand for this entity? */
export function agrees(pronoun: Pronoun, entity: Entity): boolean {
  if (pronoun.number === "many") return entity.type !== "person" || entity.plural;
  if (entity.type === "unknown") return true;
  if (pronoun.gender === "n") return !entity.plural && entity.type !== "person" && entity.type !== "group";
  if (entity.plural || entity.type === "organisation" || entity.type === "document" || entity.type === "group")
    return false;
  return entity.gender === "-" || entity.gender === pronoun.gender || !entity.genderSure;
}

/** "It" and "she" never mean the same. */
function differ(a: Pronoun, b: Pronoun): boolean {
  return a.number === b.number && a.gender !== b.gender && a.gender !== "-" && b.gender !== "-";
}

/** The best antecedent among the mentions before `at` (and of its own sentence after), or undefined. */
export function resolvePronoun(
  pronoun: Pronoun,
  mention: Mention,
  before: readonly Mention[],
  after: readonly Mention[],
  context: Context,
): Choice | undefined {
  return choose(rankAntecedents(pronoun, mention, before, after, context));
}

/** All that the pronoun may mean, the best first. `after` holds the mentions that follow in its sentence, if the pronoun may point forward. */
export function rankAntecedents(
  pronoun: Pronoun,
  mention: Mention,
  before: readonly Mention[],
  after: readonly Mention[],
  context: Context,
): Scored[] {
  const scores = new Map<Entity, { score: number; at: Mention }>();
  const banned = bannedBy(pronoun, mention, before, context);
  let rank = 0;
  let nearest = false;
  for (let i = before.length - 1; i >= 0 && before.length - i <= WINDOW; i--) {
    const candidate = before[i]!;
    if (mention.paragraph - candidate.paragraph > PARAGRAPHS) break;
    const entity = candidate.entity;
    if (!entity || candidate.end > mention.first || !agrees(pronoun, entity) || banned.has(entity)) continue;
    if (candidate.form && differ(candidate.form, pronoun)) continue;
    let score = scoreOf(pronoun, mention, candidate, entity, rank, context);
    if (!nearest && candidate.verbal && candidate.subject && candidate.sentence === mention.sentence) {
      score += WEIGHTS.nearestSubject;
      nearest = true;
    }
    const old = scores.get(entity);
    if (old === undefined) rank++;
    if (old === undefined || score > old.score) scores.set(entity, { score, at: candidate });
  }
  for (const candidate of after) {
    const entity = candidate.entity;
    if (candidate.kind !== "name" || !candidate.subject || !entity || !agrees(pronoun, entity)) continue;
    const score = scoreOf(pronoun, mention, candidate, entity, 0, context) + WEIGHTS.cataphora;
    if (score > (scores.get(entity)?.score ?? -Infinity)) scores.set(entity, { score, at: candidate });
    break;
  }
  return [...scores]
    .map(([entity, { score, at }]) => ({
      entity,
      at,
      score: score + learned(pronoun, mention, at, entity, before, context),
    }))
    .sort((x, y) => y.score - x.score || y.entity.id - x.entity.id);
}

/** What the learned weights add; they were learned from "he" and "she" and speak of these only, and not of what comes after. */
function learned(
  pronoun: Pronoun,
  mention: Mention,
  at: Mention,
  entity: Entity,
  before: readonly Mention[],
  { words, weights }: Context,
): number {
  if (!weights || !words || (pronoun.gender !== "m" && pronoun.gender !== "f") || at.first > mention.first) return 0;
  let sum = 0;
  antecedentFeatures({ words, pronoun, mention, at, entity, before }, (name, value) => {
    sum += (weights.get(name) ?? 0) * value;
  });
  return sum;
}

/** "Quill and her colleagues": the one just before "and". */
function joined(pronoun: Pronoun, mention: Mention, candidate: Mention): boolean {
  return pronoun.case === "possessive" && candidate.end === mention.first - 1 && mention.afterAnd;
}

function scoreOf(
  pronoun: Pronoun,
  mention: Mention,
  candidate: Mention,
  entity: Entity,
  rank: number,
  context: Context,
): number {
  const sentences = Math.min(6, mention.sentence - candidate.sentence);
  let score =
    sentences * WEIGHTS.sentence + (mention.paragraph - candidate.paragraph) * WEIGHTS.paragraph + rank * WEIGHTS.rank;
  if (candidate.subject) score += WEIGHTS.subject;
  if (candidate.opens && candidate.subject) score += WEIGHTS.opens;
  if (entity.type === "unknown" && pronoun.gender !== "-") score += WEIGHTS.unknown;
  if (context.isSource(candidate)) score += WEIGHTS.source;
  if (candidate.possessive) score += WEIGHTS.possessive;
  else if (!candidate.subject) score += WEIGHTS.prepositional;
  if (candidate.quote >= 0 !== mention.quote >= 0) score += WEIGHTS.otherSide;
  if (pronoun.gender !== "-" && entity.gender !== "-")
    score += entity.gender === pronoun.gender ? WEIGHTS.gender : WEIGHTS.otherGender;
  if (pronoun.number === "many" && entity.type === "organisation") score += WEIGHTS.bodyAsMany;
  score += WEIGHTS.often * Math.log(1 + entity.mentions);
  if (entity.named) score += WEIGHTS.named;
  if (candidate.kind === "pronoun" && pronoun.gender !== "n") score += WEIGHTS.pronounChain;
  if (candidate.verbal && candidate.subject) score += WEIGHTS.verbal;
  if (candidate.relative && sentences === 0) score += WEIGHTS.relative;
  if (joined(pronoun, mention, candidate)) score += WEIGHTS.joined;
  if (sentences === 0 && candidate.subject && pronoun.case !== "object") score += WEIGHTS.sameSentenceSubject;
  return score;
}

/** "Trump told him": not Trump. Inside a quotation "he" is not its speaker. */
function bannedBy(pronoun: Pronoun, mention: Mention, before: readonly Mention[], context: Context): Set<Entity> {
  const banned = new Set<Entity>();
  const speaker = mention.quote >= 0 ? context.speakerOf(mention.quote) : undefined;
  if (speaker) banned.add(speaker);
  if (pronoun.case !== "object") return banned;
  for (let i = before.length - 1; i >= 0 && i > before.length - 30 && before[i]!.sentence === mention.sentence; i--) {
    const candidate = before[i]!;
    if (!(candidate.subject || candidate.relative) || !candidate.entity) continue;
    if (candidate.entity.type === "person") banned.add(candidate.entity);
    break;
  }
  return banned;
}

/** The best, and how far ahead of the next it is. */
function choose(ranked: readonly Scored[]): Choice | undefined {
  const best = ranked[0];
  if (!best) return undefined;
  const margin = best.score - (ranked[1]?.score ?? best.score - 3);
  return { entity: best.entity, confidence: Math.min(0.95, 0.5 + margin * 0.18), rivals: ranked.slice(0, 12) };
}
