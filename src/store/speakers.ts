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
  const cache = new Map<number, SpeakerProfile[]>();
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

function placeOne(
  db: Database,
  assign: AssignSpeaker,
  cache: Map<number, SpeakerProfile[]>,
  version: number,
  { profile: own, keys, doors }: SpeakerCandidate,
  before: ReadonlyMap<string, number>,
): [string, number] {
  const profile = { ...own, article: `v${version}` };
  const { speaker } = profile;
  const was = before.get(speaker.name);
  const {
    id: found,
    by,
    why,
    confidence,
  } = was === undefined ? assign(profile, nearOf(db, cache, keys)) : { ...KEPT_SPEAKER, id: was };
  const id = found ?? db.run("INSERT INTO speaker (name, type) VALUES (?, ?)", speaker.name, speaker.type).id;
  const kept = doors.length > 1 ? toJson(profile) : null;
  db.run(
    "INSERT INTO member (version, local, speaker, decided_by, why, confidence, profile) VALUES (?, ?, ?, ?, ?, ?, ?)",
    version, speaker.id, id, by, why, confidence, kept,
  ); // biome-ignore format: the values in a row
  if (kept !== null) remember(db, cache, id, profile);
  for (const door of doors.slice(1)) db.run("INSERT OR IGNORE INTO speaker_key VALUES (?, ?)", door, id);
  if (was === undefined) noteNames(db, id, profile);
  return [speaker.id, id];
}

function nearOf(db: Database, cache: Map<number, SpeakerProfile[]>, keys: readonly string[]): KnownSpeaker[] {
  // Key by key: of a surname that 100,000 share only the last rows of the index are read.
  const found = new Set(
    keys.slice(0, KEYS).flatMap((key) => db.all<{ speaker: number }>(NEAR, key).map((row) => row.speaker)),
  );
  return [...found]
    .sort((a, b) => b - a)
    .slice(0, COMPARED)
    .map((id) => ({ id, profiles: profilesOf(db, cache, id) }));
}

function profilesOf(db: Database, cache: Map<number, SpeakerProfile[]>, id: number): SpeakerProfile[] {
  let known = cache.get(id);
  if (!known) {
    known = db
      .all<{ profile: string }>(
        `SELECT profile FROM member WHERE speaker = ? AND profile IS NOT NULL ORDER BY version DESC LIMIT ${KEPT}`,
        id,
      )
      .map(({ profile }) => fromJson<SpeakerProfile>(profile))
      .reverse();
    cache.set(id, known);
  }
  return known;
}

/** The latest profiles stay; what falls out is forgotten, not the membership. */
function remember(db: Database, cache: Map<number, SpeakerProfile[]>, id: number, profile: SpeakerProfile): void {
  const known = profilesOf(db, cache, id);
  if (known.at(-1)?.id !== profile.id || known.at(-1)?.article !== profile.article) known.push(profile);
  if (known.length <= KEPT) return;
  const oldest = known.shift()!;
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
