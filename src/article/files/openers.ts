/** Which file is opened how: by the ending of its name, else by its first bytes. A new kind of input is a row here. */
import { open } from "node:fs/promises";
import { openTable } from "./csv/csv.ts";
import type { Item } from "./item.ts";
import { openLines } from "./lines.ts";
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
  { endings: ["wacz"], packed: false, many: true, open: openWacz },
  {
    endings: ["html", "htm", "xhtml", "shtml", "txt", "text", "md", "markdown"],
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

/** Is a file of this name read when its folder is? */
export const isKnownName = (name: string): boolean => BY_ENDING.has(endingOf(name));

/** How this file is opened. A file that is not there is opened as what its name says, and fails then. */
export async function openerOf(path: string): Promise<Opener> {
  const named = BY_ENDING.get(endingOf(path));
  if (named) return named;
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
