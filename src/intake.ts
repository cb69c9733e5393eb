/** An item in, all that the record's writer needs of it out: cleaned, known or read for statements. Runs in worker threads; never rejects. */
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { createCandidates } from "./across.ts";
import type { FetchOptions } from "./article/fetch/index.ts";
import { type Item, type ItemMeta, readInput } from "./article/files/index.ts";
import { parseRecordLine } from "./article/index.ts";
import { type EngineName, engineOf } from "./engines.ts";
import { articleOfItem, type ReadOptions } from "./read.ts";
import { packageResources } from "./resources.ts";
import { type Article, type GazetteerEntry, OnrecordError, type Reading } from "./schema/index.ts";
import {
  type Added,
  articleUnder,
  type Database,
  type Failed,
  knownItem,
  knowsText,
  openDatabase,
  type PreparedArticle,
  type PreparedReading,
  prepareArticle,
  prepareReading,
  statementsOf,
  textIdentity,
  urlIdentity,
} from "./store/index.ts";
import { VERSION } from "./version.ts";

export type IntakeOptions = Omit<ReadOptions, "name" | "contentType" | "id" | "minConfidence"> & FetchOptions;

/** What is ready to be stored, or needs no storing. */
export type Prepared = PreparedArticle | Added | Failed;

export interface Intake {
  /** `whole`: read it for statements even if the record seems to know its text. */
  prepare(item: Item, whole?: boolean): Promise<Prepared>;
  close(): void;
}

/** The name under which a reading's maker is kept: another one, and onrecord reread reads again. */
export function engineId(engine: EngineName = "default"): string {
  return `${engine} ${VERSION}`;
}

/**
 * Prepares items for the record at `path`, of which it only reads: what is known is not cleaned or read again.
 * @throws OnrecordError if the record cannot be opened
 */
export function createIntake(path: string, options: IntakeOptions = {}): Intake {
  const db = openDatabase(path, { readOnly: true });
  const reader = createReader(options);
  return {
    async prepare(item, whole = false) {
      try {
        return await prepare(db, reader, item, options, whole);
      } catch (error) {
        return failedFrom(item.name, error);
      }
    },
    close: () => db.close(),
  };
}

async function prepare(db: Database, reader: Reader, item: Item, options: IntakeOptions, whole: boolean) {
  const known = item.kind === "url" && item.notModified && !whole ? articleUnder(db, item.name) : undefined;
  if (known !== undefined) return unchanged(db, item.name, known);
  const { item: loaded, sha } = await load(item);
  const article = sha && knownItem(db, item.name, sha);
  if (article !== undefined && !whole) return unchanged(db, item.name, article);
  const taken = await articleOfItem(loaded, options);
  const { etag, lastModified } = metaOf(item);
  const fresh = { ...(etag && { etag }), ...(lastModified && { lastModified }) };
  const origin = { name: item.name, identity: identityOf(item, loaded, taken), ...fresh, ...(sha && { itemSha: sha }) };
  const prepared = prepareArticle(taken, origin);
  if (!whole && knowsText(db, prepared)) return prepared;
  return { ...prepared, read: await reader(taken) };
}

function unchanged(db: Database, name: string, article: number): Added {
  return { name, outcome: "unchanged", article, statements: statementsOf(db, article) };
}

const metaOf = (item: Item): ItemMeta => (item.kind !== "failed" && item.meta) || {};

/** The item with its content at hand, and the hash of it; pages that are not fetched yet have none. */
async function load(item: Item): Promise<{ item: Item; sha?: Uint8Array }> {
  if (item.kind === "failed") return { item };
  const { name, meta } = item;
  const known = meta && { meta };
  const { etag: _, lastModified: __, ...about } = meta ?? {};
  const sha = (content: Uint8Array | string): Uint8Array =>
    createHash("sha256").update(content).update(JSON.stringify(about)).digest();
  switch (item.kind) {
    case "file": {
      const { bytes } = await readInput(item.path);
      return { item: { kind: "bytes", name, bytes, ...known }, sha: sha(bytes) };
    }
    case "bytes":
      return { item, sha: sha(item.bytes) };
    case "record": {
      // The line as it stands: what is nested 100,000 deep can be parsed, and not be written out again.
      const own = sha(typeof item.line === "string" ? item.line : JSON.stringify(item.line));
      const line = typeof item.line === "string" ? parseRecordLine(item.line, name) : item.line;
      return { item: { kind: "record", name, line: line as object, ...known }, sha: own };
    }
    default:
      return { item };
  }
}

/** What makes an item the same one when it comes again: its address, its id in its corpus, its path, else its words. */
function identityOf(item: Item, loaded: Item, article: Article): string {
  if (article.url !== undefined) return urlIdentity(article.url);
  const id =
    loaded.kind === "record" ? (loaded.line as { id?: unknown }).id : loaded.kind !== "failed" && loaded.meta?.id;
  if (typeof id === "string" || typeof id === "number") return `id:${containerOf(item.name)}#${id}`;
  return item.kind === "file" ? `file:${resolve(item.path)}` : textIdentity(article);
}

/** "corpus.csv, row 3" -> the path of corpus.csv; the address of a feed stays. */
function containerOf(name: string): string {
  const container = name.replace(/, (?:line|row|record|member|entry) .{1,200}$/, "");
  return /^https?:/i.test(container) ? container : resolve(container);
}

type Reader = (article: Article) => Promise<PreparedReading>;

/** Reads articles for statements, for the record. */
export function createReader({ engine = "default", gazetteer }: Pick<ReadOptions, "engine" | "gazetteer">): Reader {
  return async (article) => {
    const { pipeline } = await engineOf(engine);
    const reading = await pipeline(article, gazetteer && { gazetteer });
    return preparedReading(reading, engineId(engine), gazetteer);
  };
}

let candidates: ReturnType<typeof createCandidates> | undefined;

/** A reading, with those who speak in it or are spoken to on their way to the record's speakers. */
export function preparedReading(
  reading: Reading,
  maker: string,
  gazetteer?: readonly GazetteerEntry[],
): PreparedReading {
  candidates ??= createCandidates(packageResources().lexicon);
  const spoken = new Set(
    reading.statements.flatMap(({ speaker, addressee }) => [speaker?.speaker, addressee?.speaker]),
  );
  const met = candidates(reading, gazetteer).filter(({ profile }) => spoken.has(profile.speaker.id));
  return prepareReading(reading, maker, met);
}

/** A fault of ours is told like any other: one item must not end the run. */
export function failedFrom(name: string, error: unknown): Failed {
  if (error instanceof OnrecordError) {
    const { code, message, hint } = error;
    return { name, outcome: "failed", code, message, ...(hint !== undefined && { hint }) };
  }
  const message = `unexpected error: ${error instanceof Error ? error.message : String(error)}`;
  return { name, outcome: "failed", code: "internal", message };
}
