/** The speakers of an article in, those of the record out: who is met again keeps its id, who is new gets one. */
import type { Assignment, KnownSpeaker, SpeakerCandidate, SpeakerProfile } from "../schema/index.ts";
import type { Database } from "./database.ts";
import { foldedWords } from "./fold.ts";
import { fromJson, toJson } from "./pack.ts";

/** How it is decided who is who; see speaker/across. */
export type AssignSpeaker = (profile: SpeakerProfile, near: readonly KnownSpeaker[]) => Assignment;

/** Those met before that share a key are compared, the latest first: more would make a common surname slow. */
const COMPARED = 40;
const NEAR = `SELECT speaker FROM speaker_key WHERE key = ? ORDER BY speaker DESC LIMIT ${COMPARED}`;
/** Keys looked up of one speaker: an invented one may have thousands of aliases. */
const KEYS = 100;
/** Profiles kept of each. */
const KEPT = 12;
/** Speakers held in memory. */
const CACHED = 20_000;

const NOBODY: ReadonlyMap<string, number> = new Map();
const KEPT_SPEAKER = { by: "speaker/across-before", why: "as an earlier reading of the article had it", confidence: 1 };

/** A profile, and whom its bearer was taken for first. */
interface Met {
  readonly face: number;
  readonly profile: SpeakerProfile;
}

export interface SpeakerDesk {
  /**
   * The ids in the record of a version's speakers, by their ids in the article. `before`: who they were, by name, in an earlier reading of
   * the version, which stays so.
   */
  place(
    version: number,
    candidates: readonly SpeakerCandidate[],
    before?: ReadonlyMap<string, number>,
  ): Map<string, number>;
  /** What was written is taken back, of these speakers or of all: nothing of it may be remembered. */
  forget(speakers?: Iterable<number>): void;
}

export function speakerDesk(db: Database, assign: AssignSpeaker): SpeakerDesk {
  const cache = new Map<number, Met[]>();
  let stamp = db.stamp();
  return {
    place(version, candidates, before = NOBODY) {
      if (stamp !== db.stamp() || cache.size > CACHED) cache.clear();
      stamp = db.stamp();
      const placed = candidates.map((candidate) => placeOne(db, assign, cache, version, candidate, before));
      return new Map(placed);
    },
    forget(speakers) {
      if (!speakers) cache.clear();
      else for (const id of speakers) cache.delete(id);
    },
  };
}

/** A speaker of the record, as one of those that it was met as. */
interface Face {
  readonly speaker: number;
  /** Its id is the face's. */
  readonly known: KnownSpeaker;
}

function placeOne(
  db: Database,
  assign: AssignSpeaker,
  cache: Map<number, Met[]>,
  version: number,
  { profile: own, keys, doors }: SpeakerCandidate,
  before: ReadonlyMap<string, number>,
): [string, number] {
  const profile = { ...own, article: `v${version}` };
  const local = profile.speaker;
  const was = before.get(local.name);
  const chosen =
    was === undefined ? choose(db, assign, cache, profile, keys) : { ...KEPT_SPEAKER, speaker: was, face: was };
  const { by, why, confidence } = chosen;
  const id = chosen.speaker ?? db.run("INSERT INTO speaker (name, type) VALUES (?, ?)", local.name, local.type).id;
  const face = chosen.face ?? id;
  const kept = doors.length > 1 ? toJson(profile) : null;
  db.run(
    "INSERT INTO member (version, local, speaker, face, decided_by, why, confidence, profile) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    version, local.id, id, face, by, why, confidence, kept,
  ); // biome-ignore format: the values in a row
  if (kept !== null) remember(db, cache, id, { face, profile });
  for (const door of doors.slice(1)) db.run("INSERT OR IGNORE INTO speaker_key VALUES (?, ?)", door, id);
  if (was === undefined) noteNames(db, id, profile);
  return [local.id, id];
}

function choose(
  db: Database,
  assign: AssignSpeaker,
  cache: Map<number, Met[]>,
  profile: SpeakerProfile,
  keys: readonly string[],
) {
  const faces = facesNear(db, cache, keys);
  const { id: face, ...evidence } = assign(
    profile,
    faces.map(({ known }) => known),
  );
  return { ...evidence, face, speaker: faces.find(({ known }) => known.id === face)?.speaker };
}

function facesNear(db: Database, cache: Map<number, Met[]>, keys: readonly string[]): Face[] {
  // Key by key: of a surname that 100,000 share only the last rows of the index are read.
  const found = new Set(
    keys.slice(0, KEYS).flatMap((key) => db.all<{ speaker: number }>(NEAR, key).map((row) => row.speaker)),
  );
  return [...found]
    .sort((a, b) => b - a)
    .slice(0, COMPARED)
    .flatMap((speaker) => facesOf(speaker, metAs(db, cache, speaker)));
}

/** Who was joined by a person is compared as each of those that it was before: their names may be at odds. */
function facesOf(speaker: number, met: readonly Met[]): Face[] {
  const faces = [...new Set(met.map(({ face }) => face))];
  return faces.map((id) => {
    const profiles = met.filter(({ face }) => face === id).map(({ profile }) => profile);
    return { speaker, known: { id, profiles } };
  });
}

function metAs(db: Database, cache: Map<number, Met[]>, id: number): Met[] {
  let known = cache.get(id);
  if (!known) {
    known = db
      .all<{ face: number; profile: string }>(
        `SELECT face, profile FROM member WHERE speaker = ? AND profile IS NOT NULL ORDER BY version DESC LIMIT ${KEPT}`,
        id,
      )
      .map(({ face, profile }) => ({ face, profile: fromJson<SpeakerProfile>(profile) }))
      .reverse();
    cache.set(id, known);
  }
  return known;
}

/** The latest profiles stay; what falls out is forgotten, not the membership. */
function remember(db: Database, cache: Map<number, Met[]>, id: number, met: Met): void {
  const known = metAs(db, cache, id);
  const last = known.at(-1)?.profile;
  if (last?.id !== met.profile.id || last?.article !== met.profile.article) known.push(met);
  if (known.length <= KEPT) return;
  const oldest = known.shift()!.profile;
  db.run(
    "UPDATE member SET profile = NULL WHERE version = ? AND local = ?",
    Number(oldest.article.slice(1)),
    oldest.speaker.id,
  );
}

/** The names and roles under which the speaker is found; the fullest name is the one it is shown by. */
function noteNames(db: Database, id: number, { speaker }: SpeakerProfile): void {
  const shown = db.get<{ name: string }>("SELECT name FROM speaker WHERE id = ?", id)!.name;
  if (isFuller(speaker.name, shown)) db.run("UPDATE speaker SET name = ? WHERE id = ?", speaker.name, id);
  const names = [
    ["name", speaker.name],
    ...speaker.aliases.map((alias) => ["alias", alias]),
    ...speaker.roles.map((role) => ["role", role]),
  ] as const;
  for (const [kind, name] of names as readonly (readonly [string, string])[]) {
    db.run(
      `INSERT INTO speaker_name (speaker, kind, name, articles) VALUES (?, ?, ?, 1)
       ON CONFLICT DO UPDATE SET articles = articles + 1`,
      id, kind, name,
    ); // biome-ignore format: the values in a row
    for (const word of new Set(foldedWords(name)))
      db.run("INSERT OR IGNORE INTO speaker_word VALUES (?, ?, ?)", word, kind, id);
  }
}

/** A description never gives the name to who has one. */
function isFuller(name: string, than: string): boolean {
  const words = (one: string): number => (/^\p{Lu}/u.test(one) ? one.split(/\s+/).length : 0);
  return words(name) > words(than);
}
