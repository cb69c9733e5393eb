/** Which file is opened how: by the ending of its name, else by its first bytes. A new kind of input is a row here. */
import { open } from "node:fs/promises";
import { openTable } from "./csv/csv.ts";
import type { Item } from "./item.ts";
import { openLines } from "./lines.ts";
import { isArrayFile, isListFile, openJson, openList } from "./list-files.ts";
import { openPage } from "./page.ts";
import { bytesOf } from "./streams.ts";
import { openWacz } from "./wacz.ts";
import { warcItems } from "./warc/index.ts";

export interface OpenOptions {
  /** The column of a table that holds the text, if its name is none of the usual ones. */
  readonly textColumn?: string;
}

export interface Opener {
  /** Endings of names, without the dot. */
  readonly endings: readonly string[];
  /** Whether a second ending .gz is undone. */
  readonly packed: boolean;
  /** May the file hold more than one article? */
  readonly many: boolean;
  /** Do the first bytes (each as one character) speak for it? Asked of files whose ending no row has. */
  readonly starts?: (head: string) => boolean;
  open(path: string, options: OpenOptions): AsyncIterable<Item>;
}

const OPENERS: readonly Opener[] = [
  { endings: ["jsonl", "ndjson"], packed: true, many: true, open: openLines },
  { endings: ["csv", "tsv"], packed: true, many: true, open: openTable },
  {
    endings: ["warc"],
    packed: true,
    many: true,
    starts: (head) => /^WARC\/[01]\.\d/.test(head),
    open: (path) => warcItems(bytesOf(path), path),
  },
  { endings: ["rss", "atom", "rdf", "opml"], packed: true, many: true, open: openList },
  { endings: ["wacz"], packed: false, many: true, open: openWacz },
  {
    endings: ["html", "htm", "xhtml", "shtml", "txt", "text", "md", "markdown", "vtt", "srt"],
    packed: true,
    many: false,
    open: openPage,
  },
  { endings: ["pdf", "docx", "epub"], packed: false, many: false, open: openPage },
];

/** What has no row is taken for one article; toArticle tells what it is, or refuses it. */
const PLAIN: Opener = {
  endings: [],
  packed: false,
  many: false,
  async *open(path) {
    yield { kind: "file", name: path, path };
  },
};

const BY_ENDING: ReadonlyMap<string, Opener> = new Map(
  OPENERS.flatMap((opener) =>
    opener.endings.flatMap((ending) => [
      [ending, opener] as const,
      ...(opener.packed ? [[`${ending}.gz`, opener] as const] : []),
    ]),
  ),
);

const endingOf = (path: string): string => /\.([^./\\]+(?:\.gz)?)$/i.exec(path)?.[1]?.toLowerCase() ?? "";

const MARKUP = /^(?:xml|json)(?:\.gz)?$/;

/** Is this file read when its folder is? XML and JSON may be anything: only feeds, sitemaps and lists of feeds are. */
export async function isRead(path: string): Promise<boolean> {
  const ending = endingOf(path);
  return BY_ENDING.has(ending) || (MARKUP.test(ending) && (await isListFile(path)));
}

/** XML that is no list is taken for an article; JSON for a record or an array of them. */
async function openerOfMarkup(path: string, ending: string): Promise<Opener> {
  const row = { endings: [], packed: true };
  if (await isListFile(path)) return { ...row, many: true, open: openList };
  if (ending.startsWith("json")) return { ...row, many: await isArrayFile(path), open: openJson };
  return { ...row, many: false, open: openPage };
}

/** How this file is opened. A file that is not there is opened as what its name says, and fails then. */
export async function openerOf(path: string): Promise<Opener> {
  const ending = endingOf(path);
  const named = BY_ENDING.get(ending);
  if (named) return named;
  if (MARKUP.test(ending)) return openerOfMarkup(path, ending);
  const head = await headOf(path);
  return OPENERS.find(({ starts }) => starts?.(head)) ?? PLAIN;
}

const HEAD = 1024;

/** The first bytes of a regular file, each as one character; empty if there are none. */
async function headOf(path: string): Promise<string> {
  const file = await open(path).catch(() => undefined);
  try {
    if (!(await file?.stat())?.isFile()) return "";
    const { buffer, bytesRead } = await file!.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.toString("latin1", 0, bytesRead);
  } catch {
    return "";
  } finally {
    await file?.close();
  }
}
