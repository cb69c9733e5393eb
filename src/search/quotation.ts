/** The words of a quotation in, the statements that are most likely its source out, with the words that both have. */
import type { QuotationCandidate, Span } from "../schema/index.ts";
import type { Database } from "../store/database.ts";
import { align, type Pair } from "./align.ts";
import { COMMON, candidates, SHORT, VERY_COMMON } from "./candidates.ts";
import { hitsOf } from "./hits.ts";
import { speakersNamed } from "./names.ts";
import { oneOf } from "./tests.ts";
import { type TextWord, textWords } from "./words.ts";

export interface QuotationOptions {
  /** Candidates given back; 10 if not said. */
  readonly limit?: number;
  /** The least share of the words that must stand there in order; half if not said. */
  readonly share?: number;
  /** Only what these speakers said (numbers). */
  readonly speakers?: readonly number[];
  /** Only what those said whom this name fits: words of a name or an alias. */
  readonly speaker?: string;
  /** Also statements of articles that are copies of another. */
  readonly duplicates?: boolean;
}

const LONGEST = 400;
/** Candidates whose words are compared. */
const COMPARED = 400;

/** From here on a candidate is more than chance, and common words need not be looked up. */
const GOOD = 0.7;

interface Row {
  readonly id: number;
  readonly content: string;
  readonly date: string;
}

/** The best first; of equally good ones that with the longer runs of the words, then that which was published first. */
export function findQuotation(db: Database, quotation: string, options: QuotationOptions = {}): QuotationCandidate[] {
  const quoted = textWords(quotation)
    .slice(0, LONGEST)
    .map(({ key }) => key);
  if (quoted.length === 0) return [];
  const named =
    options.speaker === undefined ? undefined : speakersNamed(db, options.speaker, "speaker").map(({ id }) => id);
  if (named?.length === 0) return [];
  const some = named ? { ...options, speakers: named } : options;
  let found = fitting(db, quoted, some, COMMON);
  const good = found[0] !== undefined && found[0].share >= GOOD;
  if (!good && quoted.length < SHORT) found = fitting(db, quoted, some, VERY_COMMON);
  const spans = new Map(found.map(({ row, spans }) => [row.id, spans]));
  const hits = hitsOf(
    db,
    found.map(({ row }) => row.id),
    spans,
  );
  return hits.map((statement, i) => ({ share: found[i]!.share, spans: [...found[i]!.spans], statement }));
}

function fitting(db: Database, quoted: readonly string[], options: QuotationOptions, common: number) {
  return contents(db, candidates(db, quoted, COMPARED * 2, common), options)
    .map((row) => ({ row, ...placed(quoted, textWords(row.content)) }))
    .filter(({ share }) => share >= (options.share ?? 0.5))
    .sort((a, b) => b.share - a.share || a.spans.length - b.spans.length || earlier(a.row, b.row))
    .slice(0, options.limit ?? 10);
}

function earlier(a: Row, b: Row): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.id - b.id;
}

/** Those that may be shown, in the order of the numbers. */
function contents(db: Database, ids: readonly number[], options: QuotationOptions): Row[] {
  const tests = [
    ...(options.duplicates ? [] : [{ sql: "s.flags & 16 = 0", values: [] }]),
    ...(options.speakers ? [oneOf("s.speaker", options.speakers)] : []),
  ];
  return db.all<Row>(
    `SELECT s.id, s.content, coalesce(s.published, '~') AS date
     FROM json_each(?) j CROSS JOIN statement s ON s.id = j.value
     WHERE s.current = 1${tests.map(({ sql }) => ` AND ${sql}`).join("")} LIMIT ?`,
    JSON.stringify(ids),
    ...tests.flatMap(({ values }) => values),
    COMPARED,
  );
}

/** Share of the quoted words that the text has in order, rounded to thousandths, and where they stand. */
export function placed(quoted: readonly string[], text: readonly TextWord[]): { share: number; spans: Span[] } {
  const pairs = align(
    quoted,
    text.map(({ key }) => key),
  );
  return { share: Math.round((1000 * pairs.length) / quoted.length) / 1000, spans: spansOf(pairs, text) };
}

/** Words side by side in the text are one span. */
function spansOf(pairs: readonly Pair[], text: readonly TextWord[]): Span[] {
  const spans: { start: number; end: number }[] = [];
  pairs.forEach(([, at], i) => {
    const { start, end } = text[at]!;
    if (i > 0 && pairs[i - 1]![1] === at - 1) spans.at(-1)!.end = end;
    else spans.push({ start, end });
  });
  return spans;
}
