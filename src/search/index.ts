/** The search room: reads the record's database. Words, filters, quotations in; statements, articles, counts, speakers out. */
export { searchArticles } from "./articles.ts";
export { type CountOptions, countStatements } from "./counts.ts";
export { type MoreLikeOptions, moreLike } from "./more-like.ts";
export { parseQuery } from "./query/parse.ts";
export { findQuotation, type QuotationOptions } from "./quotation.ts";
export { searchStatements } from "./statements.ts";
export { type SummaryOptions, speakerSummaries } from "./summaries.ts";
export { variantsOf } from "./variants.ts";
