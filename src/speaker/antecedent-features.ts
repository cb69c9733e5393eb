/**
 * A pronoun and a mention before it in, named features of how the two stand to each other out. lexicon/pronoun-weights.txt weighs them; training/pronouns
 * learns the weights from the same features.
 */
import type { Pronoun } from "./closed.ts";
import type { Entity } from "./entities.ts";
import type { Mention } from "./mentions.ts";
import type { Words } from "./words.ts";

/** Called with the name of each feature that holds and its value. */
export type AddFeature = (name: string, value: number) => void;

export interface Pair {
  readonly words: Words;
  readonly pronoun: Pronoun;
  /** The pronoun's mention. */
  readonly mention: Mention;
  /** The candidate: where it stands best. */
  readonly at: Mention;
  readonly entity: Entity;
  /** Mentions before the pronoun, in order. */
  readonly before: readonly Mention[];
}

type Role = "poss" | "prep" | "subj" | "rel" | "obj" | "top" | "other";

/** What the candidate is in its clause. */
function roleOf(words: Words, at: Mention): Role {
  if (at.possessive) return "poss";
  if (words.at(at.first - 1).preposition) return "prep";
  if (at.subject && at.verbal) return "subj";
  if (at.relative) return "rel";
  if (!at.subject) return "obj";
  return at.opens ? "top" : "other";
}

/** What the pronoun is in its clause. */
function roleOfPronoun({ words, pronoun, mention }: Pair): string {
  const before = words.at(mention.first - 1);
  const governed = before.preposition ? "prep" : "obj";
  if (pronoun.case === "possessive")
    return before.preposition || /^(?:VERB|AUX)$/.test(words.pos(mention.first - 1)) ? "poss-obj" : "poss";
  return pronoun.case === "subject" ? "subj" : governed;
}

const isSubject = (role: Role): boolean => role === "subj" || role === "top";
const STANDS_AFTER = new Set("by of with to for as from and in".split(" "));
const JOINING = new Set("when while after before because that until where if although".split(" "));
const LOOKED_BACK = 60;

/** All features of the pair. */
export function antecedentFeatures(pair: Pair, add: AddFeature): void {
  const { words, pronoun, mention, at, entity } = pair;
  const role = roleOf(words, at);
  const own = roleOfPronoun(pair);
  const sentences = Math.min(6, mention.sentence - at.sentence);
  add(`sentences=${Math.min(3, sentences)}`, 1);
  add("sentences", Math.min(6, sentences));
  add("paragraphs", Math.min(3, mention.paragraph - at.paragraph));
  add(`role=${role}`, 1);
  add(`roles=${role} ${own}`, 1);
  if (sentences < 2) add(`role,case=${role} ${pronoun.case} ${sentences}`, 1);
  if (at.opens) add(sentences === 1 ? "opens sentence before" : "opens", 1);
  add(`kind=${at.kind}`, 1);
  if (at.quote >= 0 !== mention.quote >= 0) add("other side of quotation", 1);
  if (entity.named) add("named", 1);
  if (pronoun.case === "possessive" && at.end === mention.first - 1 && mention.afterAnd) add("joined", 1);
  beside(words, at, add);
  between(pair, add);
  historyOf(pair, add);
}

function beside(words: Words, at: Mention, add: AddFeature): void {
  const before = words.at(at.first - 1).lower;
  const after = words.at(at.end).lower;
  add(`after ${STANDS_AFTER.has(before) ? before : "other"}`, 1);
  if (before === "," || before === "(") add(before === "," ? "apposed" : "in brackets", 1);
  if (after === "and" || after === ",") add(after === "," ? "before comma" : "before and", 1);
}

/** What stands between the two. */
function between({ words, mention, at, before, entity }: Pair, add: AddFeature): void {
  let [commas, verbs, stops, joins, ands, who] = [0, 0, 0, 0, 0, 0];
  const first = Math.max(at.end, mention.first - 200);
  for (let i = first; i < mention.first; i++) {
    const { lower } = words.at(i);
    if (lower === ",") commas++;
    else if (lower === ";" || lower === ":") stops = 1;
    else if (lower === "and" || lower === "but") ands = 1;
    else if (lower === "who") who = 1;
    else if (JOINING.has(lower)) joins = 1;
    if (words.pos(i) === "VERB") verbs++;
  }
  add("distance", Math.log(1 + mention.first - first));
  add("commas", Math.min(4, commas));
  add("verbs", Math.log(1 + verbs));
  add("stops", stops);
  if (at.sentence === mention.sentence) {
    add("joins", joins);
    add("ands", ands);
    add("who", who);
  }
  const others = new Set<Entity>();
  let [subjects, here] = [0, 0];
  for (let i = before.length - 1; i >= 0 && before[i]!.first >= at.end; i--) {
    const other = before[i]!;
    if (!other.entity || other.entity === entity || other.entity.type === "organisation") continue;
    others.add(other.entity);
    if (!isSubject(roleOf(words, other))) continue;
    subjects++;
    if (other.sentence === mention.sentence) here = 1;
  }
  add("others between", Math.log(1 + others.size));
  add("subjects between", Math.min(3, subjects));
  add("subject between in sentence", here);
}

/** Where else the text speaks of the candidate. */
function historyOf({ words, mention, entity, before }: Pair, add: AddFeature): void {
  let [count, subjects, here, lately, pronouns] = [0, 0, 0, 0, 0];
  for (let i = before.length - 1; i >= 0 && before.length - i <= LOOKED_BACK; i--) {
    const other = before[i]!;
    if (other.entity !== entity) continue;
    count++;
    if (other.kind === "pronoun") pronouns = 1;
    if (!isSubject(roleOf(words, other))) continue;
    subjects++;
    if (other.sentence === mention.sentence) here = 1;
    if (other.sentence === mention.sentence - 1) lately = 1;
  }
  add("count", Math.log(1 + count));
  add("subject count", Math.log(1 + subjects));
  add("subject in sentence", here);
  add("subject in sentence before", lately);
  add("called by pronoun", pronouns);
}
