/** A statement in, the same utterance as other articles have it out: fuzzily, also trimmed, by the same or a compatible speaker. */
import type { StatementHit, Variant, Variants } from "../schema/index.ts";
import type { Database } from "../store/database.ts";
import { foldedWords } from "../store/fold.ts";
import { candidates } from "./candidates.ts";
import { wordDifference } from "./diff.ts";
import { hitsOf } from "./hits.ts";
import { contentOf } from "./more-like.ts";
import { placed } from "./quotation.ts";
import { oneOf } from "./tests.ts";
import { textWords } from "./words.ts";

const COMPARED = 300;
/** Of the shorter one's words, those that the other must have in order. */
const LEAST_SHARE = 0.7;
/** Fewer words in common are chance, unless they are all that both say. */
const LEAST_WORDS = 5;

/** @throws OnrecordError no-such-id */
export function variantsOf(db: Database, statement: number): Variants {
  const words = foldedWords(contentOf(db, statement));
  const own = hitsOf(db, [statement])[0]!;
  const others = hitsOf(db, elsewhere(db, candidates(db, words, COMPARED), statement));
  const variants = others
    .flatMap((other): Variant[] => {
      const similarity = compatible(own, other) ? likeness(words, other) : 0;
      if (similarity < LEAST_SHARE) return [];
      return [{ statement: other, similarity, difference: wordDifference(own.content, other.content) }];
    })
    .sort((a, b) => inTime(a.statement, b.statement));
  const earliest = [own, ...variants.map((one) => one.statement)].sort(inTime)[0]!;
  return { statement: own, earliest: earliest.number, variants, messages: [] };
}

/** In current versions of other articles. */
function elsewhere(db: Database, ids: readonly number[], statement: number): number[] {
  const { sql, values } = oneOf("s.id", ids);
  return db
    .all<{ id: number }>(
      `SELECT s.id FROM statement s
       WHERE ${sql} AND s.current = 1 AND s.version <> (SELECT version FROM statement WHERE id = ?)`,
      ...values,
      statement,
    )
    .map(({ id }) => id);
}

/** 0 for what has too few words in common. */
function likeness(words: readonly string[], { content }: StatementHit): number {
  const theirs = textWords(content);
  const keys = theirs.map(({ key }) => key);
  if (keys.join(" ") === words.join(" ")) return 1;
  if (Math.min(keys.length, words.length) < LEAST_WORDS) return 0;
  if (words.length <= keys.length) return placed(words, theirs).share;
  return placed(
    keys,
    words.map((key) => ({ key, start: 0, end: 0 })),
  ).share;
}

/** The same speaker, or one of them unnamed, or one name within the other ("Quill", "Ana Quill"). */
function compatible({ speaker: a }: StatementHit, { speaker: b }: StatementHit): boolean {
  if (!a || !b || a.number === b.number) return true;
  if (a.type === "unknown" || b.type === "unknown") return true;
  const [short, long] = [foldedWords(a.name), foldedWords(b.name)].sort((x, y) => x.length - y.length);
  return short!.length > 0 && short!.every((word) => long!.includes(word));
}

/** By the time of publication; a day alone lies behind its hours, no date behind all. Copies behind their originals. */
function inTime(a: StatementHit, b: StatementHit): number {
  const [x, y] = [timeOf(a), timeOf(b)];
  if (x !== y) return x < y ? -1 : 1;
  return copyOf(a) - copyOf(b) || a.number - b.number;
}

const copyOf = ({ flags }: StatementHit): number => (flags.includes("duplicate") ? 1 : 0);

/** Times with a zone are put into one zone, so that they compare as text. */
function timeOf({ article: { published } }: StatementHit): string {
  if (published === undefined) return "~";
  const zoned = /T.*(Z|[+-]\d\d:?\d\d)$/.test(published) ? Date.parse(published) : Number.NaN;
  return Number.isNaN(zoned) ? `${published}~` : new Date(zoned).toISOString();
}
