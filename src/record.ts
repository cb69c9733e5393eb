/** The record, for Node: one file that keeps articles and what they say. Its functions are asynchronous, so that it may lie elsewhere one day. */
import { assignSpeaker } from "./across.ts";
import type { Freshness } from "./article/files/index.ts";
import type {
  ArticleResult,
  ArticleSearch,
  CountKey,
  Counts,
  QuotationCandidate,
  SpeakerSummaries,
  StatementHit,
  StatementResult,
  StatementSearch,
  Variants,
} from "./schema/index.ts";
import {
  type CountOptions,
  countStatements,
  findQuotation,
  type MoreLikeOptions,
  moreLike,
  parseQuery,
  type QuotationOptions,
  type SummaryOptions,
  searchArticles,
  searchStatements,
  speakerSummaries,
  variantsOf,
} from "./search/index.ts";
import {
  addArticles,
  allReadings,
  articleOf,
  type Checkup,
  checkRecord,
  correctStatement,
  countStale,
  type Decided,
  type Failed,
  type FeedRow,
  forgetFeed,
  freshnessOf,
  guarded,
  type Issue,
  type ItemResult,
  issuesOf,
  isUpToDate,
  joinSpeakers,
  keepFeed,
  keptFeeds,
  moveFeed,
  type NewCorrection,
  type OpenOptions,
  type Overtaken,
  openDatabase,
  type PreparedArticle,
  type PreparedReading,
  partSpeaker,
  type Reread,
  rebuildIndexes,
  removeIssue,
  type StoredArticle,
  type StoredStatement,
  setIssue,
  speakerDesk,
  staleVersions,
  statementOf,
  storeError,
  storeReadings,
  urlIdentity,
} from "./store/index.ts";

type Progress = (done: number, total: number) => void;

/** An open record. Ids are those of the record; every function throws the OnrecordErrors of openRecord if the file fails it. */
export interface OpenRecord {
  readonly path: string;
  /** Stores prepared articles in one transaction: when it resolves, they survive a power cut. */
  add(items: readonly (PreparedArticle | Failed)[]): Promise<(ItemResult | Overtaken)[]>;
  article(id: number, version?: number): Promise<StoredArticle>;
  statement(id: number): Promise<StoredStatement>;
  /** What the web server gave with the page that was brought in under this name: to ask whether it has changed. */
  freshness(name: string): Promise<Freshness | undefined>;
  /** Is the article of this address (or name) kept, and not modified since? */
  isUpToDate(name: string, modified?: string): Promise<boolean>;
  /** Feeds that are watched, each with its state as watchRecord keeps it. */
  feeds(): Promise<FeedRow[]>;
  keepFeed(feed: FeedRow): Promise<void>;
  moveFeed(from: string, to: string): Promise<void>;
  /** False if there was none. */
  forgetFeed(url: string): Promise<boolean>;
  /** All articles with their current readings; copies only if asked for. */
  articles(options?: { readonly duplicates?: boolean }): AsyncGenerator<StoredArticle>;
  /** @throws OnrecordError `bad-query` (says where), `bad-option` */
  search(search: StatementSearch): Promise<StatementResult>;
  searchArticles(search: ArticleSearch): Promise<ArticleResult>;
  count(search: StatementSearch, by: CountKey, options?: CountOptions): Promise<Counts>;
  /** Statements of much the same words as a statement (its id) or a text. */
  moreLike(like: number | string, options?: MoreLikeOptions): Promise<StatementHit[]>;
  /** Where these words, or nearly these, were said; the likeliest first. */
  findQuotation(words: string, options?: QuotationOptions): Promise<QuotationCandidate[]>;
  /** The same utterance in other articles, and how their words differ. */
  variants(statement: number): Promise<Variants>;
  /** The speakers that a name fits: aliases, roles, what they said over time. */
  speakers(name: string, options?: SummaryOptions): Promise<SpeakerSummaries>;
  /** @throws OnrecordError `no-such-id`, `bad-option` */
  correct(statement: number, corrections: readonly NewCorrection[]): Promise<StoredStatement>;
  /** Two speakers are one: what the second said goes over to the first. Resolves to the number of statements. @throws OnrecordError `no-such-id` */
  joinSpeakers(keep: number, other: number, decided: Decided): Promise<number>;
  /** The speaker of one article is another than the rest; resolves to its new id. @throws OnrecordError `no-such-id` */
  partSpeaker(speaker: number, article: number, decided: Decided): Promise<number>;
  /** Topics, each with the query that finds its statements. */
  issues(): Promise<Issue[]>;
  /** @throws OnrecordError `bad-query` */
  setIssue(issue: Issue): Promise<void>;
  removeIssue(name: string): Promise<void>;
  /** How many articles another engine has read, and the next of them after a version. */
  countStale(engine: string): Promise<number>;
  stale(engine: string, after: number, limit: number): Promise<number[]>;
  storeReadings(readings: readonly (readonly [version: number, PreparedReading])[]): Promise<Reread[]>;
  check(progress?: Progress): Promise<Checkup>;
  rebuildIndexes(progress?: Progress): Promise<void>;
  backup(path: string, progress?: Progress): Promise<void>;
  close(): void;
}

/**
 * Opens the record at this path; makes it if it is not there, unless `readOnly`.
 * @throws OnrecordError `store-missing`, `store-version`, `store-damaged`, `store-busy`, `store-full`, `store-read-only`
 */
export async function openRecord(path: string, options: OpenOptions = {}): Promise<OpenRecord> {
  const db = openDatabase(path, options);
  const desk = speakerDesk(db, assignSpeaker);
  const now = (): string => new Date().toISOString();
  const guard = async <T>(work: () => T): Promise<T> => guarded(path, work);
  const write = async <T>(work: () => T): Promise<T> => {
    try {
      return guarded(path, work);
    } catch (error) {
      desk.forget();
      throw error;
    }
  };
  /** Who was remembered may be another now. */
  const decide = async <T>(work: () => T): Promise<T> => {
    const result = await write(work);
    desk.forget();
    return result;
  };
  return {
    path,
    add: (items) => write(() => addArticles(db, desk, items, now())),
    article: (id, version) => guard(() => articleOf(db, id, version)),
    statement: (id) => guard(() => statementOf(db, id)),
    freshness: (name) => guard(() => freshnessOf(db, name)),
    isUpToDate: (name, modified) => guard(() => isUpToDate(db, name, urlIdentity(name), modified)),
    feeds: () => guard(() => keptFeeds(db)),
    keepFeed: (feed) => write(() => keepFeed(db, feed)),
    moveFeed: (from, to) => write(() => moveFeed(db, from, to)),
    forgetFeed: (url) => write(() => forgetFeed(db, url)),
    async *articles(all) {
      try {
        yield* allReadings(db, all);
      } catch (error) {
        throw storeError(path, error);
      }
    },
    search: (search) => guard(() => searchStatements(db, search)),
    searchArticles: (search) => guard(() => searchArticles(db, search)),
    count: (search, by, some) => guard(() => countStatements(db, search, by, some)),
    moreLike: (like, some) => guard(() => moreLike(db, like, some)),
    findQuotation: (words, some) => guard(() => findQuotation(db, words, some)),
    variants: (statement) => guard(() => variantsOf(db, statement)),
    speakers: (name, some) => guard(() => speakerSummaries(db, name, some)),
    correct: (statement, corrections) => write(() => correctStatement(db, statement, corrections, now())),
    joinSpeakers: (keep, other, decided) => decide(() => joinSpeakers(db, keep, other, decided, now())),
    partSpeaker: (speaker, article, decided) => decide(() => partSpeaker(db, speaker, article, decided, now())),
    issues: () => guard(() => issuesOf(db)),
    setIssue: (issue) =>
      guard(() => {
        parseQuery(issue.query);
        setIssue(db, issue);
      }),
    removeIssue: (name) => guard(() => removeIssue(db, name)),
    countStale: (engine) => guard(() => countStale(db, engine)),
    stale: (engine, after, limit) => guard(() => staleVersions(db, engine, after, limit)),
    storeReadings: (readings) => write(() => storeReadings(db, desk, readings)),
    check: (progress) => guard(() => checkRecord(db, progress)),
    rebuildIndexes: (progress) => guard(() => rebuildIndexes(db, progress)),
    backup: (to, progress) =>
      db
        .backup(to, progress && ((left, total) => progress(total - left, total)))
        .catch((error) => Promise.reject(storeError(to, error))),
    close: () => db.close(),
  };
}
