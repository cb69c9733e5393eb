/** A described mention ("the official", "the US president") in, the entity it means out: an earlier one or a new one. */
import { addEntity, type Entity, type Registry, type RoleNote } from "./entities.ts";
import type { Office } from "./gazetteer.ts";
import type { Mention } from "./mentions.ts";
import { byOffice } from "./offices.ts";
import { spellingOf } from "./spelling.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { Words } from "./words.ts";

/** What descriptions have been seen, by head noun. */
export interface Described {
  readonly registry: Registry;
  readonly byHead: Map<string, Entity[]>;
  /** Entities that bear a role, by its head noun. */
  readonly byRole: Map<string, { entity: Entity; note: RoleNote }[]>;
  /** Named parties that the gazetteer knows, by the head noun of the office that they held. */
  readonly byOffice: Map<string, { entity: Entity; office: Office }[]>;
}

export interface Link {
  readonly entity: Entity;
  readonly sure: number;
  readonly by: string;
}

const REACH = 6;
/** Mentions looked back at, however long the paragraph. */
const NEAR = 80;
const STUDIES = new Set("study paper report analysis survey research article review".split(" "));
const DRAFTS = new Set("text draft letter document memo statement note proposal".split(" "));
const BODIES_AT_LARGE = new Set(
  "group company firm agency club side organisation organization team outfit brokerage bank party broadcaster charity manufacturer department force".split(
    " ",
  ),
);

export function createDescribed(registry: Registry): Described {
  return { registry, byHead: new Map(), byRole: new Map(), byOffice: new Map() };
}

/** Notes that the text calls `entity` by a role. */
export function noteRole(described: Described, entity: Entity, note: RoleNote): void {
  entity.roles.push(note);
  const list = described.byRole.get(note.head);
  if (list) list.push({ entity, note });
  else described.byRole.set(note.head, [{ entity, note }]);
}

/** Finds or makes the entity. `before` are the mentions so far, the last one nearest. */
export function linkDescription(
  words: Words,
  described: Described,
  mention: Mention,
  before: readonly Mention[],
): Link {
  const { definite, indefinite } = mention.description!;
  if (definite) {
    const more = complement(words, mention);
    mention.owner = ownerOf(mention, before);
    const found =
      byRole(words, described, mention, more, true) ??
      byOffice(words.vocabulary, described, mention, more) ??
      byWordOfName(mention, before) ??
      (more.length > 0 ? undefined : withoutComplement(words, described, mention, before));
    if (found) return found;
  } else if (!indefinite) {
    const found = bySameHead(words.vocabulary, described, mention);
    if (found) return found;
  }
  return { entity: newDescription(words, described, mention), sure: 0.8, by: "speaker/description" };
}

/** Ways to link "the N" that need it to stand alone: "the delegate of a dry country" is not the delegate before. */
function withoutComplement(
  words: Words,
  described: Described,
  mention: Mention,
  before: readonly Mention[],
): Link | undefined {
  const { vocabulary } = words;
  return (
    turnsOut(words, described, mention, before) ??
    bySameHead(vocabulary, described, mention) ??
    byKindOfDocument(mention, before) ??
    byAnyone(mention, before) ??
    byUnheldOffice(words, mention, before) ??
    byRole(words, described, mention, [], false) ??
    byBodyAtLarge(mention, before) ??
    byOnlyPerson(vocabulary, mention, before)
  );
}

/** Names in the "of" phrase after the head: "the president of Karsova" -> ["karsova"]; other words as they are. */
function complement(words: Words, mention: Mention): string[] {
  const found: string[] = [];
  if (!/^(?:of|for|at|from|in)$/.test(words.at(mention.end).lower)) return found;
  for (let i = mention.end + 1; i < mention.end + 6; i++) {
    const word = words.at(i);
    if (!word.letters || (word.preposition && word.lower !== "of")) break;
    if (word.determiner) continue;
    found.push(word.lower);
    if (word.person || word.body || !word.cap) break;
  }
  return found;
}

/** Persons of one's own, but bodies if a thing has them: "the dam's operator". */
const FIRMS = new Set(
  "operator owner maker manufacturer developer contractor supplier regulator employer producer publisher distributor retailer builder".split(
    " ",
  ),
);

/** Whom the possessive before the head means. */
function ownerOf(mention: Mention, before: readonly Mention[]): Entity | undefined {
  const { possessor } = mention.description!;
  if (possessor < 0) return undefined;
  for (let i = before.length - 1; i >= 0 && i > before.length - 4; i--)
    if (before[i]!.head === possessor) return before[i]!.entity;
  return undefined;
}

function newDescription(words: Words, described: Described, mention: Mention): Entity {
  const d = mention.description!;
  const firm =
    FIRMS.has(d.head) &&
    d.possessor >= 0 &&
    mention.owner?.type !== "person" &&
    !/^(?:his|her|my)$/.test(words.at(d.possessor).lower);
  const noun = words.at(mention.head).person;
  const entity = addEntity(described.registry, {
    type: d.class === "body" || firm ? "organisation" : d.plural && d.class === "person" ? "group" : d.class,
    name: "",
    head: d.head,
    origin: mention,
    owner: mention.owner,
    plural: d.plural && d.class !== "document",
    gender: noun && !noun.plural ? noun.gender : "-",
    introduced: true,
  });
  for (const modifier of d.modifiers) entity.aliases.add(modifier);
  const list = described.byHead.get(d.head);
  if (list) list.push(entity);
  else described.byHead.set(d.head, [entity]);
  return entity;
}

/** "the mayor" after "Ana Reyes, the mayor of Orlin". */
function byRole(
  words: Words,
  described: Described,
  mention: Mention,
  more: readonly string[],
  strict: boolean,
): Link | undefined {
  const { vocabulary } = words;
  const d = mention.description!;
  if (d.plural) return undefined;
  const list = described.byRole.get(d.head) ?? [];
  for (let i = list.length - 1; i >= Math.max(0, list.length - REACH); i--) {
    const { entity, note } = list[i]!;
    if (entity.roles.some((role) => role.head === d.head && !compatible(vocabulary, d.modifiers, role.words))) continue;
    if (LEADERS.has(d.head) && entity.roles.some((role) => otherNation(words, d.modifiers, role.words))) continue;
    if (d.possessor >= 0 && !note.words.has("of")) continue;
    if (more.length > 0 && !more.some((word) => note.words.has(word))) continue;
    if (strict && namesCountry(vocabulary, d.modifiers) && !namesCountry(vocabulary, note.words)) continue;
    if (LEADERS.has(d.head) && properIn(words, d.modifiers).length > 0 && properIn(words, note.words).length === 0)
      continue;
    if (!strict && compatible(vocabulary, d.modifiers, note.words))
      return { entity, sure: 0.55, by: "speaker/role-loosely" };
    if (compatible(vocabulary, d.modifiers, note.words)) return { entity, sure: 0.9, by: "speaker/role" };
  }
  return undefined;
}

/** Those that the text writes with a capital only. */
function properIn(words: Words, some: Iterable<string>): string[] {
  const { small, capital } = spellingOf(words);
  return [...some].filter((word) => capital.has(word) && !small.has(word));
}

const LEADERS = new Set("president premier minister chancellor king queen leader".split(" "));

/** "the Westmarch president" after "the Tavarian president": both speak of a nation, though of none in the lists. */
function otherNation(words: Words, modifiers: readonly string[], noted: ReadonlySet<string>): boolean {
  const own = properIn(words, modifiers);
  const others = properIn(words, noted);
  if (own.length === 0 || others.length === 0 || namesCountry(words.vocabulary, [...own, ...others])) return false;
  const stem = (word: string): string => word.slice(0, 4); // Tavaria, Tavarian
  return own.every((a) => others.every((b) => stem(a) !== stem(b)));
}

function namesCountry(vocabulary: Vocabulary, words: Iterable<string>): boolean {
  for (const word of words) if (vocabulary.demonyms.has(word) || vocabulary.places.has(word)) return true;
  return false;
}

/** Do the modifiers of two descriptions allow that they mean the same? Two different countries do not. */
export function compatible(vocabulary: Vocabulary, modifiers: readonly string[], words: ReadonlySet<string>): boolean {
  for (const modifier of modifiers) {
    if (words.has(modifier)) continue;
    const country = vocabulary.demonyms.get(modifier) ?? vocabulary.places.get(modifier);
    if (country) {
      for (const word of words) {
        const other = vocabulary.demonyms.get(word) ?? vocabulary.places.get(word);
        if (other && other !== country) return false;
      }
    } else if (
      /^(?:prime|vice|deputy|former|foreign|finance|interior|defence|defense|justice|housing|health|education|trade|energy|business|environment|opposition|police|second|third|first|other|another)$/.test(
        modifier,
      )
    )
      return false;
  }
  for (const word of words)
    if (/^(?:prime|vice|deputy|former)$/.test(word) && !modifiers.includes(word) && modifiers.length > 0) return false;
  return true;
}

/** "the official" after "a senior Corran official". */
function bySameHead(vocabulary: Vocabulary, described: Described, mention: Mention): Link | undefined {
  const d = mention.description!;
  const list = described.byHead.get(d.head) ?? [];
  for (let i = list.length - 1; i >= Math.max(0, list.length - REACH); i--) {
    const entity = list[i]!;
    if (entity.plural !== (d.plural && d.class !== "document") || entity.owner !== mention.owner) continue;
    if (
      d.modifiers.length === 0 ||
      d.modifiers.every((word) => entity.aliases.has(word)) ||
      (d.definite && compatible(vocabulary, d.modifiers, entity.aliases))
    ) {
      return { entity, sure: 0.88, by: "speaker/same-description" };
    }
  }
  return undefined;
}

/** "The paper" after "a study". */
function byKindOfDocument(mention: Mention, before: readonly Mention[]): Link | undefined {
  const { head, class: type } = mention.description!;
  const family = STUDIES.has(head) ? STUDIES : DRAFTS.has(head) ? DRAFTS : undefined;
  if (type !== "document" || !family) return undefined;
  for (
    let i = before.length - 1;
    i >= 0 && i > before.length - NEAR && mention.paragraph - before[i]!.paragraph <= 4;
    i--
  ) {
    const entity = before[i]!.entity;
    if (entity?.type === "document" && family.has(entity.head))
      return { entity, sure: 0.8, by: "speaker/same-document" };
  }
  return undefined;
}

/** "the association", "Eng's association" after "the Lavelle Terminal Association". */
function byWordOfName(mention: Mention, before: readonly Mention[]): Link | undefined {
  const { head, class: type } = mention.description!;
  if (type !== "body") return undefined;
  for (let i = before.length - 1; i >= 0 && i > before.length - 200; i--) {
    const entity = before[i]!.entity;
    if (!entity?.named || entity.key.length < 2 || entity.type !== "organisation") continue;
    if (
      entity.key.includes(head) ||
      (head === "union" && entity.key.includes("local")) ||
      (head === "paper" && entity.outlet)
    )
      return { entity, sure: 0.88, by: "speaker/word-of-name" };
  }
  return undefined;
}

/** "that person", "the man": whoever was described or named last. */
function byAnyone(mention: Mention, before: readonly Mention[]): Link | undefined {
  const d = mention.description!;
  if (!/^(?:person|man|woman|people)$/.test(d.head) || d.modifiers.length > 0 || d.possessor >= 0) return undefined;
  for (
    let i = before.length - 1;
    i >= 0 && i > before.length - NEAR && mention.paragraph - before[i]!.paragraph <= 1;
    i--
  ) {
    const { entity, subject } = before[i]!;
    const fits = d.plural
      ? entity?.type === "group"
      : entity?.type === "person" &&
        (d.head === "person" || entity.gender === "-" || (entity.gender === "m") === (d.head === "man"));
    if (entity && fits && before[i]!.quote < 0 === mention.quote < 0 && (subject || before[i]!.opens))
      return { entity, sure: 0.75, by: "speaker/anyone" };
  }
  return undefined;
}

/** "the pundit": the only person of its paragraph. */
function byOnlyPerson(vocabulary: Vocabulary, mention: Mention, before: readonly Mention[]): Link | undefined {
  const d = mention.description!;
  const noun = vocabulary.persons.get(d.head);
  if (d.plural || d.class !== "person" || d.possessor >= 0 || noun?.kind !== "role" || d.modifiers.length > 0)
    return undefined;
  const seen = new Set<Entity>();
  for (
    let i = before.length - 1;
    i >= 0 && i > before.length - NEAR && before[i]!.paragraph === mention.paragraph;
    i--
  ) {
    const { entity, quote } = before[i]!;
    if (
      entity?.type === "person" &&
      quote < 0 &&
      (noun.gender === "-" || entity.gender === "-" || noun.gender === entity.gender)
    )
      seen.add(entity);
  }
  const [entity] = seen;
  return entity?.named && seen.size === 1 ? { entity, sure: 0.65, by: "speaker/only-person" } : undefined;
}

/** An office described before turns out to be somebody: "The prime minister …", later "Saoirse Nkemelu rose. “…,” the prime minister said". */
function turnsOut(words: Words, described: Described, mention: Mention, before: readonly Mention[]): Link | undefined {
  const known = bySameHead(words.vocabulary, described, mention)?.entity;
  if (!known || known.sameAs || known.owner)
    return known?.sameAs && { entity: known.sameAs, sure: 0.65, by: "speaker/turned-out" };
  const found = byUnheldOffice(words, mention, before, true);
  if (!found) return undefined;
  known.sameAs = found.entity;
  return { ...found, by: "speaker/turned-out" };
}

/** "the US president" where only one person near by is named without saying what they are. */
function byUnheldOffice(words: Words, mention: Mention, before: readonly Mention[], fresh = false): Link | undefined {
  const d = mention.description!;
  const noun = words.vocabulary.persons.get(d.head);
  if (d.plural || noun?.kind !== "office" || d.possessor >= 0) return undefined;
  const seen = new Set<Entity>();
  for (
    let i = before.length - 1;
    i >= 0 && i > before.length - NEAR && mention.paragraph - before[i]!.paragraph <= (fresh ? 1 : 2);
    i--
  ) {
    const { entity, quote } = before[i]!;
    if (
      !entity?.named ||
      entity.type !== "person" ||
      quote >= 0 ||
      (fresh && words.paragraphOf(entity.first) < mention.paragraph - 1)
    )
      continue;
    if (
      entity.introduced ||
      entity.roles.length > 0 ||
      (noun.gender !== "-" && entity.gender !== "-" && noun.gender !== entity.gender)
    )
      continue;
    seen.add(entity);
  }
  const [entity] = seen;
  return entity && seen.size === 1 ? { entity, sure: 0.62, by: "speaker/only-one-without-office" } : undefined;
}

/** "the group" for the body spoken of last. */
function byBodyAtLarge(mention: Mention, before: readonly Mention[]): Link | undefined {
  const d = mention.description!;
  if (
    d.class !== "body" ||
    d.possessor >= 0 ||
    !BODIES_AT_LARGE.has(d.head) ||
    d.modifiers.some((word) => !/-based$/.test(word))
  )
    return undefined;
  for (
    let i = before.length - 1;
    i >= 0 && i > before.length - NEAR && mention.paragraph - before[i]!.paragraph <= 1;
    i--
  ) {
    const { entity, subject } = before[i]!;
    const police = d.head === "department" && entity?.head === "police";
    if (entity?.type === "organisation" && (police || (entity.named && !entity.place)) && subject)
      return { entity, sure: 0.65, by: "speaker/body-at-large" };
  }
  return undefined;
}
