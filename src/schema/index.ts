/** The types that rooms exchange. This room imports nothing of ours. */
export * from "./annotated.ts";
export * from "./article.ts";
export * from "./check.ts";
export * from "./doc.ts";
export * from "./gazetteer.ts";
export * from "./lexicon.ts";
export * from "./linked.ts";
export * from "./message.ts";
export * from "./reading.ts";
export * from "./search.ts";
export * from "./sorted-lines.ts";
export * from "./span.ts";
export * from "./stages.ts";
export * from "./statement.ts";
export * from "./time.ts";
