/** A made-up record of any size for bench/search.ts: seeded, Zipf's words, names and outlets, copies and variants. Rows as the store writes them. */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Database } from "../src/store/database.ts";
import { FLAGS, type Flag, facet } from "../src/store/facets.ts";
import { foldedWords } from "../src/store/fold.ts";
import { MIGRATIONS } from "../src/store/migrations/index.ts";
import { fingerprints } from "../src/store/shingles.ts";
import { connect } from "../src/store/sqlite.ts";

export type Random = () => number;

/** Mulberry32: the same numbers for the same seed. */
export function random(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES =
  "ba be bi bo da de di do fa fe ga go ka ke ki la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to va ve vi".split(
    " ",
  );

function word(n: number): string {
  let [rest, out] = [n + 40, ""];
  while (rest > 0) {
    out += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return out;
}

/** Draws from Zipf's law by its cumulated weights. */
function zipf(size: number, power: number): (r: Random) => number {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let i = 0; i < size; i++) sums[i] = sum += 1 / (i + 3) ** power;
  return (r) => {
    const x = r() * sum;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < x) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

export const VOCABULARY = Array.from({ length: 80_000 }, (_, i) => word(i));
const drawWord = zipf(VOCABULARY.length, 1.05);
const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

export const SPEAKERS = Array.from(
  { length: 30_000 },
  (_, i) => `${capital(word(i % 900))} ${capital(word(3000 + i))}`,
);
const PUBLISHERS = Array.from({ length: 300 }, (_, i) => `The ${capital(word(7000 + i))} Post`);
const drawSpeaker = zipf(SPEAKERS.length, 0.9);
const drawPublisher = zipf(PUBLISHERS.length, 0.8);
const TYPES = [
  "assertion",
  "assertion",
  "assertion",
  "assertion",
  "assertion",
  "evaluation",
  "evaluation",
  "prediction",
  "demand",
  "commitment",
  "refusal",
  "concern",
  "threat",
  "question",
];
const KINDS = ["direct", "indirect", "indirect", "mixed"];
const LEVELS = ["named", "named", "named", "named", "background", "document"];
const PER_ARTICLE = 15;

function date(r: Random): string {
  return new Date(Date.UTC(2016, 0, 1) + Math.floor(r() * 3900) * 86_400_000).toISOString().slice(0, 10);
}

export function sentence(r: Random): string[] {
  return Array.from({ length: 6 + Math.floor(r() * 32) }, () => VOCABULARY[drawWord(r)]!);
}

/** The words with so many of them replaced, at places of their own. */
export function changed(words: readonly string[], count: number, r: Random): string[] {
  const out = [...words];
  const places = new Set<number>();
  while (places.size < Math.min(count, out.length)) places.add(Math.floor(r() * out.length));
  for (const place of places) out[place] = VOCABULARY[drawWord(r)]!;
  return out;
}

/** The path of a record of so many statements: made if it is not there. */
export function searchRecord(statements: number): string {
  const folder = join(tmpdir(), "onrecord-bench-search");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${statements}-v5.db`);
  if (existsSync(path)) return path;
  const making = `${path}.making`;
  for (const end of ["", "-wal", "-shm"]) rmSync(making + end, { force: true });
  const began = performance.now();
  const db = connect(making);
  db.exec("PRAGMA synchronous = OFF");
  for (const { sql } of MIGRATIONS) db.exec(sql);
  fill(db, statements);
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
  renameSync(making, path);
  console.log(`made ${statements} statements in ${((performance.now() - began) / 1000).toFixed(0)} s: ${path}`);
  return path;
}

function fill(db: Database, statements: number): void {
  db.transaction(() => {
    for (const name of PUBLISHERS) db.run("INSERT INTO publisher (name) VALUES (?)", name);
    SPEAKERS.forEach((name, i) => {
      db.run("INSERT INTO speaker (name, type) VALUES (?, 'person')", name);
      db.run("INSERT INTO speaker_name VALUES (?, 'name', ?, 1)", i + 1, name);
      for (const part of foldedWords(name))
        db.run("INSERT OR IGNORE INTO speaker_word VALUES (?, 'name', ?)", part, i + 1);
    });
  });
  const filler: Filler = { db, r: random(7), pool: [], hashes: [], next: 1 };
  for (let article = 1; filler.next <= statements; ) {
    db.transaction(() => {
      for (let i = 0; i < 2000 && filler.next <= statements; i++) addArticle(filler, article++);
    });
  }
  const keys = Float64Array.from(filler.hashes).sort();
  db.transaction(() => {
    for (const key of keys) {
      db.run("INSERT OR IGNORE INTO fingerprint VALUES (?, ?)", Math.floor(key / PACK), key % PACK);
    }
  });
}

interface Filler {
  readonly db: Database;
  readonly r: Random;
  /** What was said before, for variants. */
  readonly pool: { readonly words: readonly string[]; readonly speaker: number }[];
  readonly hashes: number[];
  next: number;
}

/** hash * PACK + statement is a whole number below 2 ** 53. */
const PACK = 2 ** 21;

function addArticle(filler: Filler, article: number): void {
  const { db, r } = filler;
  const copy = article > 10 && r() < 0.1;
  const publisher = drawPublisher(r) + 1;
  const published = date(r);
  const said = Array.from({ length: PER_ARTICLE }, () => saying(filler));
  const text = said.map(({ words }) => words.join(" ")).join("\n");
  db.run(
    "INSERT INTO article (identity, duplicate_of, added_at) VALUES (?, ?, '2026-01-01')",
    `a${article}`,
    copy ? 1 : null,
  );
  db.run(
    `INSERT INTO version (article, n, current, name, article_key, title, publisher, published, language, words, text_sha, body, sha, added_at)
     VALUES (?, 1, 1, ?, ?, ?, ?, ?, 'en', 300, x'00', ?, x'00', '2026-01-01')`,
    article, `a${article}.html`, `a${article}`, sentence(r).slice(0, 8).join(" "), publisher, published,
    deflateRawSync(JSON.stringify({ text, blocks: [] }), { level: 1 }),
  ); // biome-ignore format: values in the order of the columns
  db.run(
    "INSERT INTO article_fts (rowid, title, body, facets) VALUES (?, '', ?, ?)",
    article,
    text,
    facet("publisher", publisher),
  );
  said.forEach((one, n) => {
    addStatement(filler, { article, n: n + 1, publisher, published, copy }, one);
  });
}

interface Saying {
  readonly words: readonly string[];
  readonly speaker: number;
}

/** One in twenty is said as another outlet had it, with a word in ten changed. */
function saying({ r, pool }: Filler): Saying {
  const earlier = pool.length > 100 && r() < 0.05 ? pool[Math.floor(r() * pool.length)]! : undefined;
  if (earlier)
    return { words: changed(earlier.words, Math.round(earlier.words.length / 10), r), speaker: earlier.speaker };
  const made = { words: sentence(r), speaker: drawSpeaker(r) + 1 };
  if (pool.length < 20_000) pool.push(made);
  return made;
}

function addStatement(
  filler: Filler,
  at: { article: number; n: number; publisher: number; published: string; copy: boolean },
  { words, speaker }: Saying,
): void {
  const { db, r } = filler;
  const id = filler.next++;
  const pick = (values: readonly string[]): string => values[Math.floor(r() * values.length)]!;
  const [type, kind, level] = [pick(TYPES), pick(KINDS), pick(LEVELS)];
  const flags: Flag[] = (["negated", "hypothetical", "historical", "conditional"] as const).filter(() => r() < 0.08);
  if (at.copy) flags.push("duplicate");
  const said = r() < 0.8 ? at.published : null;
  db.run(
    `INSERT INTO statement (version, n, local, current, content, kind, act, type, level, speaker, publisher, said_from, said_to, published, flags, confidence)
     VALUES (?, ?, ?, 1, ?, ?, 'speech', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    at.article, at.n, `s${at.n}`, capital(words.join(" ")), kind, type, level, speaker, at.publisher, said, said, at.published,
    flags.reduce((bits, flag) => bits | FLAGS[flag], 0), Math.round(r() * 100) / 100,
  ); // biome-ignore format: values in the order of the columns
  const facets = [
    facet("speaker", speaker), facet("publisher", at.publisher), facet("type", type), facet("kind", kind), "act_speech",
    facet("level", level), ...flags.map((flag) => facet("flag", flag)),
  ]; // biome-ignore format: one list
  db.run(
    "INSERT INTO statement_fts (rowid, content, who, facets) VALUES (?, ?, ?, ?)",
    id, words.join(" "), foldedWords(SPEAKERS[speaker - 1]!).join(" "), facets.join(" "),
  ); // biome-ignore format: values in the order of the columns
  for (const hash of fingerprints(words)) filler.hashes.push(hash * PACK + id);
}
