/** Tokens and paragraphs -> quotations. */
export { type Pairing, pairQuotes } from "./paragraphs.ts";
