/** The public API: re-exports only. */

export { linkSpeakers } from "./across.ts";
export type { FetchOptions } from "./article/fetch/index.ts";
export { type ArticleRecord, originOf, originSpan, type Place, textOffsetOf, toArticle } from "./article/index.ts";
export type { Transformer } from "./attribution/index.ts";
export { checkDraft, draftQuotations } from "./check.ts";
export { ENGINES, type EngineName } from "./engines.ts";
export * from "./eval/index.ts";
export * from "./export/index.ts";
export * from "./import/index.ts";
export { type AccurateEngine, createPipeline, type Pipeline, type PipelineOptions } from "./pipeline.ts";
export { type ReadOptions, readArticle, readFile, readGazetteer, readRecord, readRecordLine, readUrl } from "./read.ts";
export { packageResources } from "./resources.ts";
export * from "./schema/index.ts";
export { LINK_RULES, type LinkOptions } from "./speaker/index.ts";
export { ploverCode } from "./statement/index.ts";
export { VERSION } from "./version.ts";
