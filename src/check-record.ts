/** A draft and a record in, a verdict for each quotation out: the articles that may hold its words are read back and judged like files. */
import { type CheckSource, heavyWords, partsOf, piecesOf, type QuotedWord, quotedWords } from "./check/index.ts";
import { type CheckReading, checkSource, createChecker, draftIndirect, draftQuotations } from "./check.ts";
import { namesOf, sameName } from "./eval/names.ts";
import type { OpenRecord } from "./record.ts";
import type {
  Checked,
  CheckedIndirect,
  DraftQuotation,
  QuotationCandidate,
  Reading,
  Statement,
} from "./schema/index.ts";

export interface RecordCheckOptions {
  /** Sources beside the record. */
  readonly sources?: readonly CheckReading[];
  /** There were more sources than those, looked through and passed over. */
  readonly searched?: boolean;
  /** Also what the draft reports in its own words. */
  readonly indirect?: boolean;
}

export interface RecordCheck {
  readonly checked: readonly Checked[];
  readonly indirect?: readonly CheckedIndirect[];
}

/** Checks every quotation of the draft against what the record has. @throws OnrecordError those of openRecord */
export async function checkAgainstRecord(
  draft: Reading,
  record: OpenRecord,
  { sources = [], searched = false, indirect = false }: RecordCheckOptions = {},
): Promise<RecordCheck> {
  const numbers = new Set<number>();
  for (const quotation of draftQuotations(draft))
    for (const number of await articlesWith(record, quotation)) numbers.add(number);
  if (indirect)
    for (const statement of draftIndirect(draft))
      for (const number of await articlesLike(record, statement, draft.article.text)) numbers.add(number);
  const stored: CheckSource[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) stored.push(await sourceOf(record, number));
  const { total } = await record.search({ limit: 1, duplicates: true });
  const checker = createChecker([...stored, ...sources], { searched: searched || total > 0 });
  return { checked: checker.quotations(draft), ...(indirect && { indirect: checker.indirect(draft) }) };
}

/** The article as it was read, with its statements as corrected. */
async function sourceOf(record: OpenRecord, number: number): Promise<CheckSource> {
  const { reading, article, ids } = await record.article(number);
  return { ...checkSource(reading), record: { article, statements: ids } };
}

/** Statements looked at for a whole quotation, for a piece of it, of the named speaker; articles whose running text has it. */
const [WHOLE, PIECE, OWN, TEXTS] = [8, 4, 4, 3];
/** Of a quotation that is found as it is, so many places are shown. */
const SHOWN = 5;
/** Share of the words in order; all below it is what the speaker says of the same. */
const LEAST = 0.3;
const LEAST_OF_PIECE = 0.6;
/** Nearly all words are there: it is a change of that, so that neither other words nor pieces need to be looked for. */
const NEARLY = 0.8;

const textOf = (words: readonly QuotedWord[]): string => words.map(({ text }) => text).join(" ");

/** Numbers of the articles that may have the words: as a whole, in pieces, by that speaker, in other words, in running text. */
async function articlesWith(record: OpenRecord, { words, speaker }: DraftQuotation): Promise<Set<number>> {
  const all = quotedWords(words);
  const parts = partsOf(all);
  const said = parts.flatMap((part) => part.words);
  const found = new Set<number>();
  if (said.length === 0) return found;
  const look = (some: readonly QuotedWord[], limit: number, share: number, by?: string) => {
    const options = { limit, share, duplicates: true, ...(by !== undefined && { speaker: by }) };
    return record.findQuotation(textOf(some), options);
  };
  const add = (candidates: readonly QuotationCandidate[]) => {
    for (const { statement } of candidates) found.add(statement.article.number);
    return candidates;
  };
  const whole = await look(said, WHOLE, LEAST);
  // What stands in quotation marks there: in the report's own words it may still be quoted elsewhere.
  const complete = whole.filter(
    ({ share, spans, statement }) => share === 1 && spans.length <= parts.length && statement.kind !== "indirect",
  );
  const by = speaker === undefined ? undefined : familyName(speaker);
  const theirs = complete.filter(
    ({ statement }) => speaker === undefined || sameName(speaker, statement.speaker?.name),
  );
  add(theirs.length > 0 ? theirs.slice(0, SHOWN) : whole);
  if (theirs.length > 0) return found;
  const own = by === undefined ? [] : add(await look(said, OWN, LEAST, by));
  const near = bestShare(whole) >= NEARLY;
  for (const piece of near && parts.length === 1 ? [] : piecesOf(words, parts)) {
    add(await look(piece, PIECE, LEAST_OF_PIECE));
    if (by !== undefined) add(await look(piece, OWN, LEAST_OF_PIECE, by));
  }
  if (by !== undefined && bestShare(own) < NEARLY) await addAll(found, inOtherWords(record, said, by));
  if (!near) await addAll(found, inRunningText(record, said));
  return found;
}

const bestShare = (candidates: readonly QuotationCandidate[]): number => candidates[0]?.share ?? 0;

async function addAll(set: Set<number>, numbers: Promise<readonly number[]>): Promise<void> {
  for (const number of await numbers) set.add(number);
}

/** Two names mean one party only if they end alike. */
function familyName(speaker: string): string | undefined {
  return namesOf(speaker)[0]?.at(-1);
}

/** A query may hold so many, and no sign of currency alone or endless word. */
const MOST_WORDS = 30;
const isWord = (key: string): boolean => /[\p{L}\p{N}]/u.test(key) && key.length <= 60;

/** What the speaker says of the same, whichever words. */
async function inOtherWords(record: OpenRecord, words: readonly QuotedWord[], speaker: string): Promise<number[]> {
  const keys = [...new Set(heavyWords(words).map(({ key }) => key))].filter(isWord).slice(0, MOST_WORDS);
  if (keys.length === 0) return [];
  const query = keys.map((key) => `"${key}"`).join(" OR ");
  const { hits } = await record.search({ query, speaker, limit: OWN, duplicates: true });
  return hits.map(({ article }) => article.number);
}

/** What FTS cannot find as a phrase is not there word for word. */
async function inRunningText(record: OpenRecord, words: readonly QuotedWord[]): Promise<number[]> {
  const some = words.filter(({ key }) => isWord(key)).slice(0, MOST_WORDS);
  if (some.length < 3) return [];
  const { hits } = await record.searchArticles({
    query: `"${textOf(some)}"`,
    limit: TEXTS,
    duplicates: true,
  });
  return hits.map(({ number }) => number);
}

async function articlesLike(record: OpenRecord, { content, speaker }: Statement, text: string): Promise<number[]> {
  const by = speaker && familyName(speaker.name);
  const words = content.flatMap(({ start, end }) => quotedWords(text, start, end));
  return by === undefined ? [] : inOtherWords(record, words, by);
}
