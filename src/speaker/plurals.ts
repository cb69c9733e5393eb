/** Plural and partitive anaphors ("both", "the two sides", "one", "another", "neither") in, the parties before them out. */
import type { Coreference } from "./coreference.ts";
import type { Entity, EntityType } from "./entities.ts";
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
const PAIR_HEAD =
  /^(?:pair|two|couple|duo|sides|leaders|men|women|candidates|parties|governments|delegations|rivals|presidents|ministers|teams|countries)$/;
const ONE = /^(?:one|another|third|second|first|other|others|some|many|several)$/;
const WINDOW = 30;

/** What the phrase points back at, if it is such an anaphor. */
export function pluralAnaphor(reference: Coreference, phrase: Phrase): Anaphor | undefined {
  const { words } = reference;
  const first = words.at(phrase.first).lower;
  const last = words.at(phrase.headEnd - 1).lower;
  const length = phrase.headEnd - phrase.first;
  if (PAIR.test(first) && length === 1) return pair(reference, phrase) ?? plural(reference, phrase, "");
  if (/^(?:the|both|these)$/.test(first) && PAIR_HEAD.test(last) && length <= 3 && phrase.mainEnd === phrase.headEnd)
    return pair(reference, phrase);
  const word = first === "the" || first === "a" ? words.at(phrase.first + 1).lower : first;
  const bare = length === 1 || (first === "the" && length === 2);
  return ONE.test(word) && bare && phrase.end === phrase.headEnd ? plural(reference, phrase, word) : undefined;
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

/** Two parties that the text joins by "and" near by, or the two of one kind named last. */
function pair(reference: Coreference, phrase: Phrase): Anaphor | undefined {
  const { registry, words } = reference;
  const near: Entity[] = [];
  const kindWanted = /^(?:pair|leaders|men|women|candidates|presidents|ministers|couple|duo)$/.test(
    words.at(phrase.headEnd - 1).lower,
  )
    ? "person"
    : "";
  for (const mention of backwards(reference, phrase)) {
    const { entity } = mention;
    if (!entity || near.includes(entity)) continue;
    if (
      !entity.named ||
      (kindWanted && entity.type !== kindWanted) ||
      (!kindWanted && entity.type === "person" && !/^(?:both|neither)$/.test(words.at(phrase.first).lower))
    )
      continue;
    near.push(entity);
    if (near.length === 2) break;
  }
  if (near.length < 2) return undefined;
  const [b, a] = near as [Entity, Entity];
  const known = registry.entities.findLast(
    (one) => one.members.length === 2 && one.members.includes(a) && one.members.includes(b),
  );
  const name = `${a.name} and ${b.name}`;
  const head = words.at(phrase.headEnd - 1);
  const suffix = head.body || /^(?:governments|delegations)$/.test(head.lower) ? ` ${head.lower}` : "";
  return {
    entity: known ?? a,
    name: `${name}${suffix}`,
    type: "group",
    sure: known ? 0.7 : 0.55,
    by: "speaker/pair",
    why: "the two named last",
  };
}

/** "One", "another" after "three bankers"; "others" after "analysts". */
function plural(reference: Coreference, phrase: Phrase, word: string): Anaphor | undefined {
  const { words } = reference;
  const many = word === "" || /^(?:others|some|many|several)$/.test(word);
  for (const mention of backwards(reference, phrase)) {
    const { entity } = mention;
    if (!entity || mention.kind !== "description" || mention.quote >= 0) continue;
    if (entity.type === "group" && mention.description!.class === "group") {
      if (word === "") return { entity, sure: 0.7, by: "speaker/both", why: "the group before" };
      const name = many ? `${word} ${words.at(mention.head).text}` : mention.description!.head;
      return {
        entity,
        name,
        type: many ? "group" : "person",
        sure: 0.75,
        by: "speaker/one-of",
        why: "one of the group before",
      };
    }
    if (entity.type === "person" && word !== "" && !many && words.at(mention.first).lower === "one") {
      return {
        entity,
        name: mention.description!.head,
        type: "person",
        sure: 0.75,
        by: "speaker/one-of",
        why: "another of the kind before",
      };
    }
  }
  return undefined;
}
