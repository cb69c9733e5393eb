/** The article room: bytes, files' text, pages and records -> Article. Runs in a browser; files and the network have doors of their own. */
export { LARGEST_INPUT } from "./limits.ts";
export { originEndOf, originOf, originSpan, type Place, textOffsetOf } from "./map/index.ts";
export type { ArticleOptions, Format } from "./options.ts";
export { type ArticleRecord, articleFromRecord, parseRecordLine } from "./records.ts";
export { RESIDUE_RULES, type ResidueRule } from "./residue/index.ts";
export { toArticle } from "./to-article.ts";
