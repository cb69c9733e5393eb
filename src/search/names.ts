/** Names as a person types them in, numbers of speakers and publishers out; and names near to one that nobody has. */
import type { Message } from "../schema/index.ts";
import type { Database } from "../store/database.ts";
import { foldedWords } from "../store/fold.ts";
import { nearest } from "./near.ts";

export interface Named {
  readonly id: number;
  readonly name: string;
}

/** Roles count only where a party is looked for: "the Greens" are all who are called Greens. */
export type NameScope = "speaker" | "party";

const NUMBER = /^#\d{1,15}$/;

/** Speakers whose names (aliases, for parties also roles) have all the words; those in the most articles first. */
export function speakersNamed(db: Database, name: string, scope: NameScope): Named[] {
  if (NUMBER.test(name)) return db.all<Named>("SELECT id, name FROM speaker WHERE id = ?", Number(name.slice(1)));
  const words = [...new Set(foldedWords(name))];
  if (words.length === 0) return [];
  return db.all<Named>(
    `SELECT s.id, s.name FROM speaker s
     JOIN (SELECT speaker FROM (
             SELECT DISTINCT word, speaker FROM speaker_word
             WHERE word IN (SELECT value FROM json_each(?)) AND (kind <> 'role' OR ?))
           GROUP BY speaker HAVING count(*) = ?) found ON found.speaker = s.id
     ORDER BY (SELECT max(articles) FROM speaker_name n WHERE n.speaker = s.id) DESC, s.id`,
    JSON.stringify(words),
    scope === "party" ? 1 : 0,
    words.length,
  );
}

const MOST_NEAR = 5;

/** Names that a misspelt one may mean. */
export function namesNear(db: Database, name: string): string[] {
  const known = db.all<{ word: string }>("SELECT DISTINCT word FROM speaker_word WHERE kind <> 'role'");
  const spellings = foldedWords(name).map((word) =>
    nearest(
      word,
      known.map((row) => row.word),
      MOST_NEAR,
    ),
  );
  const found = spellings.flat();
  if (found.length === 0) return [];
  const rows = db.all<{ name: string }>(
    `SELECT s.name FROM speaker_word w JOIN speaker s ON s.id = w.speaker
     WHERE w.word IN (SELECT value FROM json_each(?)) AND w.kind <> 'role'
     GROUP BY s.id
     ORDER BY count(DISTINCT w.word) DESC, (SELECT max(articles) FROM speaker_name n WHERE n.speaker = s.id) DESC, s.id
     LIMIT ?`,
    JSON.stringify(found),
    MOST_NEAR,
  );
  return [...new Set(rows.map((row) => row.name))];
}

/** Publishers of exactly this name, else those whose names have all its words. */
export function publishersNamed(db: Database, name: string): Named[] {
  const words = foldedWords(name);
  if (words.length === 0) return [];
  const all = publishers(db).map((one) => ({ ...one, words: foldedWords(one.name) }));
  const same = all.filter((one) => one.words.join(" ") === words.join(" "));
  const found = same.length > 0 ? same : all.filter((one) => words.every((word) => one.words.includes(word)));
  return found.map(({ id, name }) => ({ id, name }));
}

const publishers = (db: Database): Named[] => db.all<Named>("SELECT id, name FROM publisher ORDER BY id");

/** Publishers that have a word like one of the name's; those that have more of them first. */
export function publishersNear(db: Database, name: string): string[] {
  const all = publishers(db).map((one) => ({ name: one.name, words: foldedWords(one.name) }));
  const known = new Set(all.flatMap(({ words }) => words));
  const near = new Set(foldedWords(name).flatMap((word) => nearest(word, known, MOST_NEAR)));
  return all
    .map((one) => ({ name: one.name, shared: one.words.filter((word) => near.has(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_NEAR)
    .map((one) => one.name);
}

/** What is said where a name fits nobody. */
export function nobodyCalled(what: "speaker" | "publisher", name: string, near: readonly string[]): Message {
  const hint = near.length > 0 ? `; near names: ${near.join(", ")}` : "";
  return { rule: `search/no-${what}`, text: `no ${what} called “${name}”${hint}` };
}
