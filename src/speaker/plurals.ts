/** Plural and partitive anaphors ("both", "the two sides", "one", "another", "neither") in, the parties before them out. */
import type { Coreference } from "./coreference.ts";
import { addEntity, type Entity, type EntityType, pairOf, type Registry } from "./entities.ts";
import type { Mention } from "./mentions.ts";
import type { Phrase } from "./phrase.ts";

export interface Anaphor {
  readonly entity: Entity;
  readonly sure: number;
  readonly by: string;
  readonly why: string;
  readonly name?: string;
  readonly type?: EntityType;
}

const PAIR = /^(?:both|neither|either)$/;
/** Heads of "the two …" -> whether people or bodies are meant. */
const PAIR_HEADS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...words("pair couple duo leaders men women candidates presidents ministers contenders", "person"),
  ...words("sides parties governments delegations teams countries nations states companies firms capitals", "body"),
  ...words("two rivals others", "any"),
]);
type Kind = "person" | "body" | "any";
const ONE = /^(?:one|another|third|second|first|fourth|other|others|some|many|several)$/;
const WINDOW = 40;
const RECENT_PAIRS = 12;

function words(list: string, kind: Kind): [string, Kind][] {
  return list.split(" ").map((word) => [word, kind]);
}

/** What the phrase points back at, if it is such an anaphor. */
export function pluralAnaphor(reference: Coreference, phrase: Phrase): Anaphor | undefined {
  const { words } = reference;
  const first = words.at(phrase.first).lower;
  const last = words.at(phrase.headEnd - 1).lower;
  const length = phrase.headEnd - phrase.first;
  if (PAIR.test(first) && length === 1 && phrase.mainEnd === phrase.headEnd) return bothOf(reference, phrase);
  const kind = PAIR_HEADS.get(last);
  if (kind && /^(?:the|both|these)$/.test(first) && length <= 3 && phrase.mainEnd === phrase.headEnd)
    return pair(reference, phrase, kind);
  const word = first === "the" || first === "a" ? words.at(phrase.first + 1).lower : first;
  const bare = length === 1 || (first === "the" && length === 2);
  if (!ONE.test(word) || !bare) return undefined;
  const ofThem =
    words.at(phrase.headEnd).lower === "of" &&
    /^(?:them|us)$/.test(words.at(phrase.headEnd + 1).lower) &&
    phrase.end === phrase.headEnd + 2;
  return phrase.end === phrase.headEnd || ofThem ? oneOf(reference, phrase, word) : undefined;
}

function* backwards(reference: Coreference, phrase: Phrase): Generator<Mention> {
  const { mentions, words } = reference;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.head < phrase.first) low = middle + 1;
    else high = middle;
  }
  const paragraph = words.paragraphOf(phrase.first);
  for (let i = low - 1; i >= 0 && i > low - WINDOW && paragraph - mentions[i]!.paragraph <= 3; i--) yield mentions[i]!;
}

/** "both", "neither": the pair or the group of the same sentence, or else the two named last. */
function bothOf(reference: Coreference, phrase: Phrase): Anaphor | undefined {
  for (const mention of backwards(reference, phrase)) {
    const { entity } = mention;
    if (reference.words.sentenceOf(phrase.first) - mention.sentence > 1) break;
    if (entity?.type === "group" && mention.quote < 0)
      return { entity, sure: 0.75, by: "speaker/both", why: "the group before" };
  }
  return pair(reference, phrase, "any");
}

/** The two of the kind that the text speaks of most: joined by "and" before, or each by itself. */
function pair(reference: Coreference, phrase: Phrase, kind: Kind): Anaphor | undefined {
  const { registry, words } = reference;
  const last = words.at(phrase.headEnd - 1).lower;
  const states = /^(?:governments|countries|nations|states|capitals|delegations|sides)$/.test(last);
  const fits = (entity: Entity): boolean =>
    entity.named && !entity.outlet && (kind === "any" || (entity.type === "person") === (kind === "person"));
  const weight = (entity: Entity): number => entity.mentions + (states && entity.place ? 4 : 0);
  const suffix = /^(?:governments|delegations)$/.test(last) ? ` ${last}` : "";
  const joined = lastPairs(registry, phrase.first).filter((one) => one.members.every(fits));
  const near = new Set<Entity>();
  for (const mention of backwards(reference, phrase))
    if (mention.entity && fits(mention.entity) && (kind === "person" || mention.subject)) near.add(mention.entity);
  if (states)
    for (const entity of registry.entities.slice(0, EARLY))
      if (entity.place && fits(entity) && entity.first < phrase.first) near.add(entity);
  const [a, b] = [...near].sort((one, other) => weight(other) - weight(one));
  const best = joined.sort((one, other) => total(other, weight) - total(one, weight))[0];
  if (best && (!a || !b || kind !== "person" || total(best, weight) >= weight(a) + weight(b)))
    return found(best, suffix, 0.7);
  return a && b ? found(pairOf(registry, a, b), suffix, 0.55) : undefined;
}

const EARLY = 200;

function total(group: Entity, weight: (entity: Entity) => number): number {
  return group.members.reduce((sum, member) => sum + weight(member), 0);
}

/** The groups of two last made before a token. */
function lastPairs(registry: Registry, token: number): Entity[] {
  const all = registry.pairList;
  let end = all.length;
  while (end > 0 && all[end - 1]!.first >= token && all.length - end < EARLY) end--;
  return all.slice(Math.max(0, end - RECENT_PAIRS), end);
}

function found(group: Entity, suffix: string, sure: number): Anaphor {
  const name = `${group.members.map((member) => member.name).join(" and ")}${suffix}`;
  return { entity: group, name, type: "group", sure, by: "speaker/pair", why: "the two spoken of most" };
}

/** "One", "another" after "three bankers"; "others" after "analysts". */
function oneOf(reference: Coreference, phrase: Phrase, word: string): Anaphor | undefined {
  const { words, registry } = reference;
  const many = /^(?:others|some|many|several)$/.test(word);
  for (const mention of backwards(reference, phrase)) {
    const { entity, description } = mention;
    if (!entity || !description || mention.quote >= 0) continue;
    const group = entity.type === "group" && description.class === "group";
    const single = entity.type === "person" && !many && words.at(mention.first).lower === "one";
    if (!group && !single) continue;
    const name = many ? `${word} ${words.at(mention.head).text}` : description.head;
    const type = many ? "group" : "person";
    const made = addEntity(registry, { type, name, plural: many, introduced: true, head: description.head });
    return { entity: made, name, type, sure: 0.75, by: "speaker/one-of", why: "one of those before" };
  }
  return undefined;
}
