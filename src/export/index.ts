/** Ways out: a reading as JSON, JSON Lines, CSV, annotations, gold, a page, a terminal report. One file a format. */
export { csvHeader, csvRows, toCsv } from "./csv.ts";
export { type GoldOptions, toGold } from "./gold.ts";
export { toJson } from "./json.ts";
export { statementRecord, toJsonl } from "./jsonl.ts";
export { type TerminalOptions, toTerminal } from "./terminal/index.ts";
export { type QuotedSpan, wordsOf } from "./words.ts";
