/** Ways in for annotations, ours or others': to be scored (`onrecord eval`) or stored as readings. */
export { type AnnotationOptions, importAnnotations } from "./annotations.ts";
export { type BratOptions, type BratPair, type BratTypes, importBrat } from "./brat/index.ts";
export { importCsv } from "./csv.ts";
export { type ImportOptions, isOtherLayout, readAnnotated } from "./files.ts";
export { importJson, importReadings } from "./json.ts";
export { importJsonl } from "./jsonl.ts";
export { readingOf } from "./reading.ts";
export type { Imported } from "./result.ts";
