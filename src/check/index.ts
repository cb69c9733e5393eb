/** The check room: a draft's quotations and the sources' readings in, a verdict for each out. */
export { judgeIndirect } from "./indirect.ts";
export { heavyWords } from "./meaning.ts";
export { type Choice, createChoice, createSieve } from "./sieve.ts";
export { type CheckSource, indexUnits, type UnitIndex } from "./units.ts";
export { type CheckOptions, judgeQuotation } from "./verdict.ts";
export { partsOf, piecesOf, type QuotedWord, quotedWords } from "./words.ts";
