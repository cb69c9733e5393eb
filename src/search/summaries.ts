/** A name in, what the record has of the speakers that it fits out. */
import type { SpeakerSummaries, SpeakerSummary } from "../schema/index.ts";
import type { Database } from "../store/database.ts";
import { facet } from "../store/facets.ts";
import { MONTH } from "./counts.ts";
import { namesNear, nobodyCalled, speakersNamed } from "./names.ts";
import { INDEXED, searchStatements } from "./statements.ts";

export interface SummaryOptions {
  /** Speakers given back; 5 if not said. */
  readonly limit?: number;
  /** Statements of each, the newest; 5 if not said. */
  readonly recent?: number;
}

/** All words of the name must be in a speaker's names or aliases; "#12" is a speaker's number. */
export function speakerSummaries(db: Database, name: string, options: SummaryOptions = {}): SpeakerSummaries {
  const found = speakersNamed(db, name, "speaker");
  const shown = found.slice(0, options.limit ?? 5);
  return {
    total: found.length,
    speakers: shown.map(({ id, name: own }) => summaryOf(db, id, own, options.recent ?? 5)),
    messages: found.length === 0 ? [nobodyCalled("speaker", name, namesNear(db, name))] : [],
  };
}

interface Group {
  readonly type: string;
  readonly month: string | null;
  readonly n: number;
  readonly first: string | null;
  readonly last: string | null;
}

const OF_SPEAKER = `FROM ${INDEXED} WHERE statement_fts MATCH ?`;

function summaryOf(db: Database, id: number, name: string, recent: number): SpeakerSummary {
  const own = `facets : "${facet("speaker", id)}" NOT facets : "${facet("flag", "duplicate")}"`;
  const { type } = db.get<{ type: string }>("SELECT type FROM speaker WHERE id = ?", id)!;
  const groups = db.all<Group>(
    `SELECT s.type, ${MONTH} AS month, count(*) AS n, min(s.said_from) AS first,
       max(coalesce(s.said_to, s.said_from)) AS last ${OF_SPEAKER} GROUP BY 1, 2`,
    own,
  );
  const { articles } = db.get<{ articles: number }>(`SELECT count(DISTINCT s.version) AS articles ${OF_SPEAKER}`, own)!;
  const dates = groups
    .flatMap(({ first, last }) => [first, last])
    .filter((date) => date !== null)
    .sort();
  const hits = recent > 0 ? searchStatements(db, { speaker: `#${id}`, sort: "newest", limit: recent }).hits : [];
  return {
    number: id,
    name,
    type: type as SpeakerSummary["type"],
    aliases: namesOf(db, id, "alias").filter((alias) => alias !== name),
    roles: namesOf(db, id, "role"),
    articles,
    statements: groups.reduce((sum, { n }) => sum + n, 0),
    ...(dates.length > 0 && { first: dates[0]!, last: dates.at(-1)! }),
    types: tally(groups, "type").sort((a, b) => b.statements - a.statements || (a.value < b.value ? -1 : 1)),
    months: tally(groups, "month").sort((a, b) => (a.value < b.value ? -1 : 1)),
    recent: hits,
  };
}

function namesOf(db: Database, speaker: number, kind: "alias" | "role"): string[] {
  const sql = "SELECT name FROM speaker_name WHERE speaker = ? AND kind = ? ORDER BY articles DESC, name";
  return db.all<{ name: string }>(sql, speaker, kind).map((row) => row.name);
}

function tally(groups: readonly Group[], key: "type" | "month"): { value: string; statements: number }[] {
  const sums = new Map<string, number>();
  for (const group of groups) {
    const value = group[key];
    if (value !== null) sums.set(value, (sums.get(value) ?? 0) + group.n);
  }
  return [...sums].map(([value, statements]) => ({ value, statements }));
}
