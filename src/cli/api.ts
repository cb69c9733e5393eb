/** The part of the public API that the commands use, and how it is loaded: late, so that `--help` costs nothing. */
import type * as Onrecord from "../index.ts";
import type { GazetteerEntry, Item, Reading } from "../index.ts";

/** What the commands pass on to the reading functions. */
export interface ReadOptions {
  /** Name of the language engine. */
  readonly engine?: string;
  /** Format of the input: html, markdown or text. */
  readonly format?: "html" | "markdown" | "text";
  readonly name?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly minConfidence?: number;
  readonly gazetteer?: readonly GazetteerEntry[];
}

/** Ways in. Each throws an OnrecordError if the input cannot be read. */
export interface Readers {
  /** One of the items that itemsOf gives. */
  readItem(item: Item, options?: ReadOptions): Promise<Reading>;
  /** One line of a JSONL file of articles; `where` is named in errors. */
  readRecordLine(line: string, where: string, options?: ReadOptions): Promise<Reading>;
}

export type Api = typeof Onrecord & Readers;

/** The API; `url` names another module with the same functions (tests give a small one). */
export async function loadApi(url?: string): Promise<Api> {
  return (url === undefined ? await import("../index.ts") : await import(url)) as Api;
}
