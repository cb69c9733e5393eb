/** Name runs in, the entity of each out: full names first, then single words against them. */
import {
  type Entity,
  fullName,
  initialsOf,
  keyOf,
  learnGender,
  newName,
  PEER_LIMIT,
  type Registry,
} from "./entities.ts";
import type { NameRun } from "./names.ts";
import type { Words } from "./words.ts";

/** Where a name run points: one entity, or several that bear the same name. */
export interface NameLink {
  readonly entity: Entity;
  readonly rivals: readonly Entity[];
}

/** "Quill" finds "Ada Quill" wherever she is named in full. */
export function linkNames(words: Words, runs: readonly NameRun[], registry: Registry): NameLink[] {
  const places = placeWords(words, runs);
  const full = runs.map((run, i) => {
    if (run.name.length > 1) return { entity: fullName(registry, run), rivals: [] };
    const shared = sharedSurname(words, runs, i);
    return shared && { entity: fullName(registry, shared), rivals: [] };
  });
  const seen = new Set<Entity>();
  const alone = new Set(runs.filter((run) => run.name.length === 1).map((run) => keyOf(run.name)[0] ?? ""));
  for (const link of full) if (link && alone.has(link.entity.key.at(-1)!)) calledBySurname(link.entity);
  return runs.map((run, i) => {
    const link = full[i] ?? shortName(registry, run, seen, places);
    if (belongsToState(words, run) && link.entity.type === "unknown") link.entity.type = "organisation";
    seen.add(link.entity);
    link.entity.mentions++;
    return link;
  });
}

/** "Joe and Pat Lindqvist": Joe bears the surname too. */
function sharedSurname(words: Words, runs: readonly NameRun[], i: number): NameRun | undefined {
  const [run, next] = [runs[i]!, runs[i + 1]];
  if (!next || next.first !== run.end + 1 || words.at(run.end).lower !== "and" || next.name.length !== 2)
    return undefined;
  if (next.kind !== "person" || !words.at(run.nameFirst).given || !words.at(next.nameFirst).given || run.titled)
    return undefined;
  return {
    ...run,
    name: [...run.name, next.name[1]!],
    kind: "person",
    gender: words.vocabulary.given.get(words.at(run.nameFirst).lower) ?? "-",
  };
}

const LOCATIVE = /^(?:in|at|near|outside|across|around|into|throughout)$/;
const PEOPLE_ENDINGS = ["n", "an", "ian", "ese", "ish", "i", "er"];

/** Single words that stand for a place: "in Norrmark", or a "Karsovan" next to Karsova. */
function placeWords(words: Words, runs: readonly NameRun[]): ReadonlySet<string> {
  const places = new Set<string>();
  const forms = new Set<string>();
  for (let i = 0; i < words.count; i++) if (words.at(i).cap) forms.add(words.at(i).lower);
  for (const run of runs) {
    const word = run.name[0]!;
    const lower = word.toLowerCase();
    if (run.name.length > 1 || places.has(lower)) continue;
    const before = words.at(run.first - 1).lower;
    const shares = /^(?:shares?|stakes?|investors?|confidence|faith|stock)$/.test(words.at(run.first - 2).lower);
    const stem = lower.replace(/[aeo]$/, "");
    if (LOCATIVE.test(before) && !shares) places.add(lower);
    else if (
      lower.length > 3 &&
      PEOPLE_ENDINGS.some(
        (ending) => forms.has(lower + ending) || (stem.length > 3 && forms.has(stem + ending) && ending.length > 1),
      )
    )
      places.add(lower);
  }
  return places;
}

/** "Corra's prime minister", "Aldwych's shares": what only states and firms have. */
function belongsToState(words: Words, run: NameRun): boolean {
  if (!words.at(run.end).possessive) return false;
  const next = words.at(run.end + 1).lower;
  if (next === "chief" && words.at(run.end + 2).lower === "executive") return true;
  return /^(?:government|parliament|capital|borders?|economy|territory|sovereignty|coast|prime|foreign|finance|shares|founder|directors|headquarters|negotiators?|delegation|troops|forces|army|exports|imports|board|owners?|mayor|president|premier|governor|ambassador|king|queen|police|director|chairman|chairwoman|chair|chairperson|ceo)$/.test(
    next,
  );
}

/** Bodies whose name begins with that of their place: "Corra City", "Lavelle State University". */
const PLACE_FIRST =
  /^(?:city|university|state|county|council|hospital|airport|police|chamber|port|bridge|town|college|school|court|province|district|bank|government|village|region|island)$/;

/** A single word: the surname, given name or first word of someone named in full, or a name of its own. */
function shortName(registry: Registry, run: NameRun, seen: ReadonlySet<Entity>, places: ReadonlySet<string>): NameLink {
  const key = keyOf(run.name);
  const word = key[0] ?? "";
  const place = places.has(word) || run.kind === "place";
  if (run.kind === "place") return { entity: ownName(registry, run, key, true), rivals: [] };
  const peers = (registry.byWord.get(word) ?? []).filter((peer) => peer.key.length > 1 && fits(peer, run));
  for (const list of peerLists(peers, word, run, place)) {
    const before = list.filter((peer) => seen.has(peer));
    const choice = before.length > 0 ? before : list;
    if (choice.length === 0) continue;
    const entity = choice.at(-1)!;
    entity.aliases.add(run.name[0]!);
    if (choice.length === 1) settle(entity, run, word);
    return { entity, rivals: choice.length > 1 ? choice.slice(-PEER_LIMIT) : [] };
  }
  return { entity: ownName(registry, run, key, place), rivals: [] };
}

/** Bearers of the surname, of the given name, bodies that begin so; in the order in which they are tried. */
function peerLists(peers: readonly Entity[], word: string, run: NameRun, place: boolean): Entity[][] {
  const human = (peer: Entity): boolean => peer.type === "person" || peer.type === "unknown";
  const surname = peers.filter((peer) => human(peer) && peer.key.at(-1) === word);
  const given = peers.filter((peer) => peer.type === "person" && peer.key[0] === word && !run.titled);
  const bodies = peers.filter((peer) => {
    if (peer.type === "person") return false;
    if (initialsOf(peer) === word) return true;
    return peer.key[0] === word && !(place && PLACE_FIRST.test(peer.key.at(-1)!)) && !run.titled;
  });
  return run.kind === "outlet" || run.kind === "body" ? [bodies] : [surname, given, bodies];
}

/** "Edran Vosk", elsewhere "Vosk": a person, though "Edran" stands alone too. */
function calledBySurname(entity: Entity): void {
  if (entity.type === "unknown") entity.type = "person";
}

/** How it is called for short says what it is: a person by the last word, a body by the first. */
function settle(entity: Entity, run: NameRun, word: string): void {
  learnGender(entity, run.gender, run.genderSure);
  if (entity.type === "unknown") entity.type = run.titled || entity.key.at(-1) === word ? "person" : "organisation";
}

function fits(peer: Entity, run: NameRun): boolean {
  if (run.kind === "person" && peer.type !== "person" && peer.type !== "unknown") return false;
  return !run.genderSure || peer.gender === "-" || run.gender === peer.gender;
}

function ownName(registry: Registry, run: NameRun, key: readonly string[], place: boolean): Entity {
  const found = registry.byKey.get(key.join(" "));
  const entity = found ?? newName(registry, run, key);
  learnGender(entity, run.gender, run.genderSure);
  if (entity.type === "unknown") {
    if (run.titled || run.gender !== "-") entity.type = "person";
    else if (place) entity.type = "organisation";
  }
  if (place && entity.type === "organisation" && !entity.outlet) entity.place = true;
  return entity;
}
