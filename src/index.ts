/** The public API: re-exports only. */

export { linkSpeakers } from "./across.ts";
export { addItems, createPreparer, type PreparedItem, type Preparer, storeItems } from "./adding.ts";
export type { FetchOptions } from "./article/fetch/index.ts";
export {
  countItems,
  type FailedItem,
  holdsMany,
  type Item,
  type ItemMeta,
  type ItemsOptions,
  itemsOf,
  type UrlItem,
} from "./article/files/index.ts";
export { type ArticleRecord, originOf, originSpan, type Place, textOffsetOf, toArticle } from "./article/index.ts";
export type { Transformer } from "./attribution/index.ts";
export type { CheckSource } from "./check/index.ts";
export {
  type Checker,
  type CheckReading,
  checkDraft,
  checkSource,
  createChecker,
  draftIndirect,
  draftQuotations,
} from "./check.ts";
export { checkAgainstRecord, type RecordCheck, type RecordCheckOptions } from "./check-record.ts";
export { type Choice, createChoice, createItemSieve } from "./check-source.ts";
export { annotateDraft, type Draft, readDraft } from "./draft.ts";
export { ENGINES, type EngineName } from "./engines.ts";
export * from "./eval/index.ts";
export * from "./export/index.ts";
export { type FetchingOptions, fetchItems } from "./fetching.ts";
export * from "./import/index.ts";
export { type ImportingOptions, importedArticles } from "./importing.ts";
export { createIntake, engineId, type Intake, type IntakeOptions, type Prepared } from "./intake.ts";
export { type AccurateEngine, createPipeline, type Pipeline, type PipelineOptions } from "./pipeline.ts";
export {
  articleOfItem,
  type ReadOptions,
  readArticle,
  readFile,
  readGazetteer,
  readItem,
  readRecord,
  readRecordLine,
  readUrl,
} from "./read.ts";
export { type OpenRecord, openRecord } from "./record.ts";
export { createRereader, type RereadResult } from "./rereading.ts";
export { packageResources } from "./resources.ts";
export * from "./schema/index.ts";
export type { CountOptions, MoreLikeOptions, QuotationOptions, SummaryOptions } from "./search/index.ts";
export { LINK_RULES, type LinkOptions } from "./speaker/index.ts";
export { ploverCode } from "./statement/index.ts";
export {
  type Added,
  type Checkup,
  CORRECTED_FIELDS,
  type Correction,
  type Failed,
  type Fault,
  type FeedRow,
  type ItemResult,
  type NewCorrection,
  OUTCOMES,
  type Outcome,
  type Reread,
  type StoredArticle,
  type StoredStatement,
  type VersionInfo,
} from "./store/index.ts";
export { VERSION } from "./version.ts";
export {
  type NamedFeed,
  type NamedFeeds,
  readFeedList,
  type WatchNews,
  type WatchRecordOptions,
  watchRecord,
} from "./watching.ts";
