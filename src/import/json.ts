/** A JSON file -> annotated articles: readings as `--json` writes them, one or many, articles in gold's layout, or Web Annotations. */
import type { OnrecordError, Reading } from "../schema/index.ts";
import { type AnnotationOptions, importAnnotations } from "./annotations.ts";
import { parsedJson } from "./jsonl.ts";
import { isObject, readingFrom, takeRecord } from "./records.ts";
import { gathered, type Imported, tryEach } from "./result.ts";

const ANNOTATIONS = /^Annotation(Page|Collection)?$/;

const isAnnotation = (value: unknown) =>
  isObject(value) && typeof value.type === "string" && ANNOTATIONS.test(value.type);

/** `name` is the file's, for errors. @throws OnrecordError `bad-json` if it is no JSON at all */
export function importJson(text: string, name: string, options: AnnotationOptions = {}): Imported {
  const value = parsedJson(text.replace(/^\ufeff/, ""), name);
  const all = Array.isArray(value) ? value : [value];
  if (all.length > 0 && all.every(isAnnotation)) return importAnnotations(all, name, options);
  const into = gathered();
  const errors: OnrecordError[] = [];
  for (const [i, one] of all.entries()) {
    tryEach(errors, () => takeRecord(one, all.length > 1 ? `${name}, item ${i + 1}` : name, into));
  }
  return { articles: into.articles(), errors, messages: [] };
}

/** The readings that `--json` wrote, whole. @throws OnrecordError `bad-json` */
export function importReadings(text: string, name: string): { readings: Reading[]; errors: OnrecordError[] } {
  const value = parsedJson(text.replace(/^\ufeff/, ""), name);
  const all = Array.isArray(value) ? value : [value];
  const readings: Reading[] = [];
  const errors: OnrecordError[] = [];
  for (const [i, one] of all.entries()) {
    tryEach(errors, () => readings.push(readingFrom(one, all.length > 1 ? `${name}, item ${i + 1}` : name)));
  }
  return { readings, errors };
}
