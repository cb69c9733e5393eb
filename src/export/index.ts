/** Ways out: a reading as JSON, JSON Lines, CSV, annotations, gold, a page, a terminal report. One file a format. */
export { toAnnotations } from "./annotations.ts";
export { csvHeader, csvRows, toCsv } from "./csv.ts";
export { FORMATS, type FormatName, type StreamFormat, type StreamOptions } from "./formats.ts";
export { toGold } from "./gold.ts";
export { hitsCsv, resultsJsonl } from "./hits.ts";
export { toHtml } from "./html/index.ts";
export { toJson } from "./json.ts";
export { statementRecord, toJsonl } from "./jsonl.ts";
export { JSON_SCHEMAS } from "./schemas.ts";
export { type CheckedOptions, checkedText } from "./terminal/checked.ts";
export { type ExplainOptions, explainJson, explainText } from "./terminal/explain.ts";
export { articlesText, candidatesText, countsText, statementsText } from "./terminal/found.ts";
export { type TerminalOptions, toTerminal } from "./terminal/index.ts";
export { type LinkedOptions, linkedText } from "./terminal/linked.ts";
export type { SearchTextOptions } from "./terminal/parts.ts";
export { summariesText } from "./terminal/summaries.ts";
export { variantsText } from "./terminal/variants.ts";
export { type QuotedSpan, wordsOf } from "./words.ts";
