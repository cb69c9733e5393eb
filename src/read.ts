/** The ways in for Node: text, bytes, files, addresses and records -> a Reading. An engine is loaded once, at the first call that asks for it. */
import type { FetchOptions } from "./article/fetch/index.ts";
import type { Item } from "./article/files/index.ts";
import { type ArticleOptions, articleFromRecord, type Format, parseRecordLine, toArticle } from "./article/index.ts";
import { ENGINES, type EngineName, engineOf } from "./engines.ts";
import { packageResources } from "./resources.ts";
import { type Article, type GazetteerEntry, OnrecordError, parseGazetteer, type Reading } from "./schema/index.ts";
import { VERSION } from "./version.ts";

/** Metadata given here wins over what the input says about itself, except in a record, where the record wins. */
export interface ReadOptions {
  /** html, markdown, text, subtitles, pdf, docx or epub; else told from the name, the content type and the content. */
  readonly format?: Format;
  /** File name or place, named in errors and used to tell the format. */
  readonly name?: string;
  /** Content-Type header, for its charset. */
  readonly contentType?: string;
  readonly id?: string;
  readonly title?: string;
  readonly byline?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** ISO 8601 date or date-time that relative dates are resolved against. */
  readonly published?: string;
  readonly modified?: string;
  /** ISO 639-1; else detected. Statements are read in English only. */
  readonly language?: string;
  /** default, or accurate (installed on its own: more exact spans, much slower). */
  readonly engine?: EngineName;
  /** Statements of lower confidence are left out; 0 to 1, default 0. */
  readonly minConfidence?: number;
  /** People and their offices, beside those that Onrecord knows: see readGazetteer. */
  readonly gazetteer?: readonly GazetteerEntry[];
}

const ISO_DATE = /^\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

function check({ published, engine: name, minConfidence }: ReadOptions): void {
  if (name !== undefined && !(ENGINES as readonly string[]).includes(name)) {
    throw new OnrecordError("bad-option", `There is no engine “${name}”; there are: ${ENGINES.join(", ")}.`);
  }
  if (published !== undefined && (!ISO_DATE.test(published) || Number.isNaN(Date.parse(published)))) {
    throw new OnrecordError("bad-option", `“${published}” is no ISO 8601 date; expected something like 2026-03-11.`);
  }
  if (minConfidence !== undefined && !(minConfidence >= 0 && minConfidence <= 1)) {
    throw new OnrecordError("bad-option", `The least confidence must be from 0 to 1, not ${minConfidence}.`);
  }
}

/** Takes an input in, as an article, and reads it. */
async function readWith(options: ReadOptions, take: (options: ArticleOptions) => Promise<Article>): Promise<Reading> {
  check(options);
  const { pipeline, lexicon } = await engineOf(options.engine ?? "default");
  return pipeline(await take({ ...options, lexicon }), options);
}

/**
 * Reads one article: who said what in it, to whom and when.
 * @param input the text (plain, Markdown, HTML, subtitles), or the bytes of such a file or of a PDF, DOCX or EPUB
 * @returns the cleaned article and its statements; every span is a range of UTF-16 code units of `article.text`
 * @throws OnrecordError `bad-option`, `binary`, `charset`, `empty`, `too-large`, `unsupported`, `model`
 */
export async function readArticle(input: string | Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  return readWith(options, (all) => toArticle(input, all));
}

/**
 * Reads an article that is already an object: `{ text | html, id?, title?, publisher?, date?, url?, byline?, language? }`.
 * Its `text` stays as it is to the last character.
 * @param where the place named in errors
 * @throws OnrecordError `bad-record`, and those of readArticle
 */
export async function readRecord(record: unknown, where = "The record", options: ReadOptions = {}): Promise<Reading> {
  return readWith(options, (all) => articleFromRecord(record, where, all));
}

/**
 * Reads a file, or standard input for "-". @throws OnrecordError `no-such-file`, `is-folder`, and those of readArticle
 */
export async function readFile(path: string, options: ReadOptions = {}): Promise<Reading> {
  check(options);
  const { readInput } = await import("./article/files/index.ts");
  const { bytes, name } = await readInput(path);
  return readArticle(bytes, { name, ...options });
}

/**
 * Fetches a page, politely (robots.txt, size and time limits, public addresses only), and reads it.
 * @throws OnrecordError `fetch-refused`, `fetch-failed`, and those of readArticle
 */
export async function readUrl(address: string, options: ReadOptions & FetchOptions = {}): Promise<Reading> {
  check(options);
  const { fetchPage } = await import("./article/fetch/index.ts");
  const { bytes, url, contentType } = await fetchPage(address, { version: VERSION, ...options });
  return readArticle(bytes, { ...(contentType === undefined ? {} : { contentType }), name: url, url, ...options });
}

/** Reads one line of a JSONL file of articles. @throws OnrecordError `bad-json`, and those of readRecord */
export async function readRecordLine(line: string, where: string, options: ReadOptions = {}): Promise<Reading> {
  return readRecord(parseRecordLine(line, where), where, options);
}

/** An item's input, as an article. What its container says of it wins over `options`; a record's own fields win over both. */
async function take(item: Item, options: ArticleOptions & FetchOptions): Promise<Article> {
  if (item.kind === "failed") {
    const { code, message, hint } = item;
    throw new OnrecordError(code, message, hint === undefined ? {} : { hint });
  }
  const { etag: _, lastModified: __, ...meta } = item.meta ?? {};
  const all = { ...options, ...meta };
  switch (item.kind) {
    case "record": {
      const record = typeof item.line === "string" ? parseRecordLine(item.line, item.name) : item.line;
      return articleFromRecord(record, item.name, all);
    }
    case "bytes":
      return toArticle(item.bytes, { ...all, name: item.name });
    case "url": {
      const { fetchPage } = await import("./article/fetch/index.ts");
      const { bytes, url, contentType } = await fetchPage(item.url, options);
      return toArticle(bytes, { ...(contentType === undefined ? {} : { contentType }), name: url, url, ...all });
    }
    case "file": {
      const { readInput } = await import("./article/files/index.ts");
      const { bytes, name } = await readInput(item.path);
      return toArticle(bytes, { name, ...all });
    }
  }
}

/**
 * Reads one of the items that itemsOf gives; the reading's `input` is the item's name.
 * @throws OnrecordError what is wrong with a failed item, and those of readFile, readUrl, readRecordLine
 */
export async function readItem(item: Item, options: ReadOptions & FetchOptions = {}): Promise<Reading> {
  const { onrecord, ...reading } = await readWith(options, (all) => take(item, all));
  return { onrecord, input: item.name, ...reading };
}

let resources: ReturnType<typeof packageResources> | undefined;

/**
 * Takes one of the items that itemsOf gives in as an article (decoded, cleaned) and does not read it for statements.
 * @throws OnrecordError as readItem
 */
export async function articleOfItem(item: Item, options: ReadOptions & FetchOptions = {}): Promise<Article> {
  check(options);
  resources ??= packageResources();
  return take(item, { ...options, lexicon: resources.lexicon });
}

/** Reads a gazetteer file. @throws OnrecordError `no-such-file`, `is-folder`, and those of parseGazetteer */
export async function readGazetteer(path: string): Promise<GazetteerEntry[]> {
  const { readInput } = await import("./article/files/index.ts");
  const { bytes } = await readInput(path);
  return parseGazetteer(new TextDecoder().decode(bytes), path);
}
