/** Numbers of statements in, what is shown of each out. */
import { HIT_FLAGS, type Span, type StatementHit } from "../schema/index.ts";
import type { Database } from "../store/database.ts";
import { FLAGS } from "../store/facets.ts";
import { matchesIn, snippetOf } from "./highlight.ts";
import type { WordsNode } from "./query/node.ts";
import { textWords } from "./words.ts";

/** The columns that say which article it is. */
export interface ArticleColumns {
  readonly article: number;
  readonly article_key: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: string | null;
}

interface HitRow extends ArticleColumns {
  readonly id: number;
  readonly local: string;
  readonly content: string;
  readonly kind: string;
  readonly act: string;
  readonly type: string;
  readonly level: string;
  readonly said_from: string | null;
  readonly said_to: string | null;
  readonly flags: number;
  readonly confidence: number;
  readonly speaker: number | null;
  readonly speaker_name: string | null;
  readonly speaker_type: string | null;
  readonly addressee: number | null;
  readonly addressee_name: string | null;
  readonly addressee_type: string | null;
}

const ROWS = `
  SELECT s.id, s.local, s.content, s.kind, s.act, s.type, s.level, s.said_from, s.said_to, s.flags, s.confidence,
    s.speaker, p.name AS speaker_name, p.type AS speaker_type,
    s.addressee, a.name AS addressee_name, a.type AS addressee_type,
    v.article, v.article_key, v.title, o.name AS publisher, v.url, v.published
  FROM json_each(?) j CROSS JOIN statement s ON s.id = j.value
  JOIN version v ON v.id = s.version
  LEFT JOIN publisher o ON o.id = v.publisher
  LEFT JOIN speaker p ON p.id = s.speaker
  LEFT JOIN speaker a ON a.id = s.addressee`;

/** What marks the matches of a hit: its content's words that were looked for, or spans that are known already. */
export type Marks = readonly WordsNode[] | ReadonlyMap<number, readonly Span[]>;

/** In the order of the numbers; one that is not there is left out. */
export function hitsOf(db: Database, ids: readonly number[], marks: Marks = []): StatementHit[] {
  const rows = new Map(db.all<HitRow>(ROWS, JSON.stringify(ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? [hitOf(row, marks)] : [];
  });
}

function hitOf(row: HitRow, marks: Marks): StatementHit {
  const words = textWords(row.content);
  const matches = "get" in marks ? (marks.get(row.id) ?? []) : matchesIn(words, marks);
  const saidAt = intervalOf(row.said_from, row.said_to);
  const speaker = partyOf(row.speaker, row.speaker_name, row.speaker_type);
  const addressee = partyOf(row.addressee, row.addressee_name, row.addressee_type);
  return {
    number: row.id,
    id: row.local,
    content: row.content,
    matches: [...matches],
    snippet: snippetOf(row.content, words, matches),
    ...(speaker && { speaker }),
    ...(addressee && { addressee }),
    kind: row.kind as StatementHit["kind"],
    act: row.act as StatementHit["act"],
    type: row.type as StatementHit["type"],
    level: row.level as StatementHit["level"],
    ...(saidAt && { saidAt }),
    flags: HIT_FLAGS.filter((flag) => (row.flags & FLAGS[flag]) !== 0),
    confidence: row.confidence,
    article: articleRef(row),
  };
}

function partyOf(number: number | null, name: string | null, type: string | null): StatementHit["speaker"] {
  if (number === null || name === null) return undefined;
  return { number, name, type: type as NonNullable<StatementHit["speaker"]>["type"] };
}

/** "2026-03-11", or "2026-03-01/2026-03-31". */
function intervalOf(from: string | null, to: string | null): string | undefined {
  if (from === null) return undefined;
  return to === null || to === from ? from : `${from}/${to}`;
}

export function articleRef(row: ArticleColumns): StatementHit["article"] {
  const { title, publisher, url, published } = row;
  return {
    number: row.article,
    id: row.article_key,
    ...(title !== null && { title }),
    ...(publisher !== null && { publisher }),
    ...(url !== null && { url }),
    ...(published !== null && { published }),
  };
}
