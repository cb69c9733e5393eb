/** The way from an article's text back to the original. */
export { identityMap, type TextBuilder, textBuilder } from "./builder.ts";
export { originEndOf, originOf, originSpan, type Place, textOffsetOf } from "./lookup.ts";
