/** Entities: the parties a text speaks of, while they are being put together. Names in, one entity for each bearer out. */
import type { Span } from "../schema/index.ts";
import type { Mention } from "./mentions.ts";
import type { NameKind } from "./name-kinds.ts";
import type { NameRun } from "./names.ts";
import type { Gender } from "./vocabulary.ts";

export type EntityType = "person" | "organisation" | "group" | "document" | "unknown";

/** A role that the text gives to an entity: "the mayor of Orlin" is head "mayor", words {the, mayor, of, orlin}. */
export interface RoleNote {
  readonly head: string;
  readonly words: ReadonlySet<string>;
  readonly span: Span;
}

/** A party. Mutable while the text is read; turned into a Speaker at the end. */
export interface Entity {
  readonly id: number;
  type: EntityType;
  name: string;
  /** Words of the name in lower case; empty for a description. */
  readonly key: readonly string[];
  gender: Gender;
  /** The gender follows from a title, a role or a pronoun, and not from the given name alone. */
  genderSure: boolean;
  readonly plural: boolean;
  /** Has a proper name (or is one of the known bodies and places). */
  readonly named: boolean;
  /** Publishes news. */
  outlet: boolean;
  place: boolean;
  readonly aliases: Set<string>;
  readonly roles: RoleNote[];
  readonly members: readonly Entity[];
  /** Said who this is where it came in: a role, an apposition, "of the Institute". */
  introduced: boolean;
  mentions: number;
  /** Token of its first mention. */
  first: number;
  /** Head noun of a description, in the singular. */
  readonly head: string;
  /** First mention of a description. */
  readonly origin: Mention | undefined;
  /** Whose it is, of a description: the prime minister of "his office". */
  owner: Entity | undefined;
  /** Who this description turned out to be. */
  sameAs: Entity | undefined;
}

/** Follows what a description turned out to be. */
export function settled(entity: Entity): Entity {
  return entity.sameAs ?? entity;
}

/** The group of two, made when it is first asked for. */
export function pairOf(registry: Registry, a: Entity, b: Entity, first = Number.POSITIVE_INFINITY): Entity {
  const key = `${a.id} ${b.id}`;
  const known = registry.pairs.get(key) ?? registry.pairs.get(`${b.id} ${a.id}`);
  if (known) return known;
  const made = addEntity(registry, {
    type: "group",
    name: "",
    plural: true,
    members: [a, b],
    named: a.named || b.named,
  });
  made.first = first;
  registry.pairs.set(key, made);
  registry.pairList.push(made);
  return made;
}

/** All entities of a text, and the ways to find them again. */
export interface Registry {
  readonly entities: Entity[];
  /** Name words joined by a space -> entity. */
  readonly byKey: Map<string, Entity>;
  /** Last word, first word of a name -> entities. */
  readonly byWord: Map<string, Entity[]>;
  /** Ids of two members joined by a space -> the group of both; in order of the text. */
  readonly pairs: Map<string, Entity>;
  /** The groups of two in order of their making. */
  readonly pairList: Entity[];
}

export const PEER_LIMIT = 8;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|kc|qc|mp|phd|md|obe|mbe)\.?$/;

export function createRegistry(): Registry {
  return { entities: [], byKey: new Map(), byWord: new Map(), pairs: new Map(), pairList: [] };
}

export function addEntity(registry: Registry, part: Partial<Entity> & Pick<Entity, "type" | "name">): Entity {
  const entity: Entity = {
    id: registry.entities.length,
    key: [],
    gender: "-",
    genderSure: false,
    plural: false,
    named: false,
    outlet: false,
    place: false,
    aliases: new Set(),
    roles: [],
    members: [],
    introduced: false,
    mentions: 0,
    first: Number.POSITIVE_INFINITY,
    head: "",
    origin: undefined,
    owner: undefined,
    sameAs: undefined,
    ...part,
  };
  registry.entities.push(entity);
  return entity;
}

/** "Donald J. Trump Jr." -> ["donald", "j", "trump"]. */
export function keyOf(name: readonly string[]): string[] {
  const key = name.map((word) => word.toLowerCase().replace(/[.’']/g, ""));
  while (key.length > 1 && SUFFIX.test(key.at(-1)!)) key.pop();
  return key.filter((word) => word !== "");
}

/** The entity of a name of several words. */
export function fullName(registry: Registry, run: NameRun): Entity {
  const key = keyOf(run.name);
  const same = registry.byKey.get(key.join(" ")) ?? (run.kind === "person" ? variant(registry, key, run) : undefined);
  if (same) {
    learn(same, run, key);
    return same;
  }
  return newName(registry, run, key);
}

/** The same person under a longer or shorter full name: "Donald J. Trump", "Cath Quill". */
function variant(registry: Registry, key: readonly string[], run: NameRun): Entity | undefined {
  for (const peer of (registry.byWord.get(key.at(-1)!) ?? []).slice(-PEER_LIMIT)) {
    if (peer.type !== "person" || peer.key.length < 2 || peer.key.at(-1) !== key.at(-1)) continue;
    const [a, b] = [peer.key[0]!, key[0]!];
    if (run.genderSure && peer.genderSure && run.gender !== peer.gender) continue;
    if (a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))) return peer;
    if (a.length > 2 && b.length > 2 && (a.startsWith(b) || b.startsWith(a))) return peer;
    if (peer.key.length > 2 && peer.key.slice(1).join(" ") === key.join(" ")) return peer;
  }
  return undefined;
}

function learn(entity: Entity, run: NameRun, key: readonly string[]): void {
  learnGender(entity, run.gender, run.genderSure);
  if (key.join(" ") === entity.key.join(" ")) return;
  const name = run.name.join(" ");
  if (key.length > entity.key.length) {
    entity.aliases.add(entity.name);
    entity.name = name;
  } else entity.aliases.add(name);
}

/** A sure gender replaces one that only the given name suggests. */
export function learnGender(entity: Entity, gender: Gender, sure: boolean): void {
  if (gender === "-" || (entity.gender !== "-" && (entity.genderSure || !sure))) return;
  entity.gender = gender;
  entity.genderSure = sure;
}

const TYPES: Readonly<Record<NameKind, EntityType>> = {
  person: "person",
  body: "organisation",
  place: "organisation",
  outlet: "organisation",
  unknown: "unknown",
};

/** A name not met before. */
export function newName(registry: Registry, run: NameRun, key: readonly string[]): Entity {
  const name = run.name.join(" ").replace(/ ([’']) /g, "$1 ");
  const entity = addEntity(registry, {
    type: TYPES[run.kind],
    name,
    key,
    gender: run.gender,
    genderSure: run.genderSure,
    named: true,
    outlet: run.kind === "outlet",
    place: run.kind === "place",
  });
  if (run.nickname) entity.aliases.add(run.nickname);
  index(registry, entity);
  return entity;
}

function index(registry: Registry, entity: Entity): void {
  const key = entity.key.join(" ");
  if (!registry.byKey.has(key)) registry.byKey.set(key, entity);
  for (const word of new Set([entity.key[0]!, entity.key.at(-1)!, initialsOf(entity)])) {
    if (!word) continue;
    const list = registry.byWord.get(word);
    if (list) list.push(entity);
    else registry.byWord.set(word, [entity]);
  }
}

/** "Tirenian News Agency" -> "tna". */
export function initialsOf(entity: Entity): string {
  if (entity.type !== "organisation" || entity.key.length < 2) return "";
  return entity.key
    .filter((word) => !/^(?:of|the|for|and|on|&)$/.test(word))
    .map((word) => word[0])
    .join("");
}
