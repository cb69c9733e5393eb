/** Plural and partitive anaphors ("both", "the two sides", "one", "another", "neither") in, the parties before them out. */
import type { Coreference } from "./coreference.ts";
import { addEntity, type Entity, type EntityType, pairOf } from "./entities.ts";
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

/** Two parties that the text joins by "and", or the two of the kind that it speaks of most. */
function pair(reference: Coreference, phrase: Phrase, kind: "person" | "body" | "any"): Anaphor | undefined {
  const { registry, words, mentions } = reference;
  const fits = (entity: Entity): boolean =>
    entity.named && (kind === "any" || (entity.type === "person") === (kind === "person"));
  const at = phrase.first;
  const known = [...registry.pairs.values()].slice(-RECENT_PAIRS * 4).filter((one) => one.members.every(fits));
  let joined: Entity | undefined;
  for (const one of known.slice(-RECENT_PAIRS)) {
    const first = mentions.find((mention) => mention.entity === one.members[0]);
    if (first && first.head < at) joined = one;
  }
  const head = words.at(phrase.headEnd - 1);
  const suffix = /^(?:governments|delegations)$/.test(head.lower) ? ` ${head.lower}` : "";
  if (joined) return found(joined, suffix, 0.7);
  const near: Entity[] = [];
  for (const mention of backwards(reference, phrase)) {
    const { entity } = mention;
    if (!entity || near.includes(entity) || !fits(entity) || entity.outlet || (kind !== "person" && !mention.subject))
      continue;
    near.push(entity);
  }
  const [a, b] = near.sort((one, other) => other.mentions - one.mentions);
  return a && b ? found(pairOf(registry, a, b), suffix, 0.55) : undefined;
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
