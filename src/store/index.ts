/** The store room: the record in one file. Searches and other readers build on `Database` and the tables of migrations/. */
export { addArticles, type Overtaken } from "./add.ts";
export { textIdentity, urlIdentity } from "./article-text.ts";
export { correctStatement } from "./correct.ts";
export { CORRECTED_FIELDS, type Correction, type NewCorrection } from "./corrections.ts";
export type { Database } from "./database.ts";
export { type Decided, joinSpeakers, partSpeaker } from "./decide.ts";
export { type Checkup, checkRecord, type Fault } from "./doctor.ts";
export { guarded, storeError } from "./errors.ts";
export { type FeedRow, forgetFeed, keepFeed, keptFeeds, moveFeed } from "./feeds.ts";
export { type Issue, issuesOf, removeIssue, setIssue } from "./issues.ts";
export { articleUnder, freshnessOf, isUpToDate, knownItem, knowsText, statementsOf } from "./known.ts";
export { type OpenOptions, openDatabase } from "./open.ts";
export { type Added, type Failed, type ItemResult, OUTCOMES, type Outcome } from "./outcome.ts";
export { IMPORTED, type PreparedArticle, type PreparedReading, prepareArticle, prepareReading } from "./prepared.ts";
export { rebuildIndexes } from "./rebuild.ts";
export { articleOfVersion, countStale, type Reread, staleVersions, storeReadings } from "./reread.ts";
export { type AssignSpeaker, type SpeakerDesk, speakerDesk } from "./speakers.ts";
export {
  allReadings,
  articleOf,
  type StoredArticle,
  type StoredStatement,
  statementOf,
  type VersionInfo,
} from "./stored.ts";
