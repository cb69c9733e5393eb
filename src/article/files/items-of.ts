/** Names in (files, folders, patterns, addresses, standard input), single articles-to-be out, lazily: an archive of any size is read as it is asked for. */
import { stat } from "node:fs/promises";
import { LARGEST_INPUT } from "../limits.ts";
import { walk } from "./folder.ts";
import { expand, isPattern } from "./glob.ts";
import { failed, failedBy, type Item } from "./item.ts";
import { recordsOf } from "./lines.ts";
import { itemsOfList } from "./lists.ts";
import { isRead, type OpenOptions, openerOf } from "./openers.ts";

export interface ItemsOptions extends OpenOptions {
  /** Standard input ("-") holds one JSON object a line. */
  readonly stdinRecords?: boolean;
}

const isUrl = (name: string): boolean => /^https?:\/\//i.test(name);

const kindOf = (path: string): Promise<"file" | "folder" | undefined> =>
  stat(path).then(
    (found) => (found.isDirectory() ? "folder" : "file"),
    () => undefined,
  );

/** May this input hold more than one article? Of an address or standard input only its items tell: those of a list have `from`. */
export async function holdsMany(name: string): Promise<boolean> {
  if (isUrl(name) || name === "-") return false;
  if ((await kindOf(name)) === "folder" || isPattern(name)) return true;
  return (await openerOf(name)).many;
}

/** More than any article may have: reading further would only fill the memory before it is refused. */
const ENOUGH = LARGEST_INPUT + 1024 * 1024;

async function stdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    if ((size += (chunk as Uint8Array).length) > ENOUGH) break;
  }
  return Buffer.concat(chunks);
}

async function* inFile(path: string, options: OpenOptions): AsyncGenerator<Item> {
  try {
    yield* (await openerOf(path)).open(path, options);
  } catch (error) {
    yield failedBy(path, error);
  }
}

async function* inFolder(folder: string, options: OpenOptions): AsyncGenerator<Item> {
  let any = false;
  for await (const found of walk(folder, isRead)) {
    any = true;
    if (typeof found === "string") yield* inFile(found, options);
    else yield found;
  }
  if (any) return;
  const hint = `Other files are read if they are named, e.g. ${folder}/*.php.`;
  yield failed(folder, "is-folder", `${folder} is a folder without a file of a kind that is read.`, hint);
}

async function* matching(pattern: string, options: OpenOptions): AsyncGenerator<Item> {
  let any = false;
  for await (const path of expand(pattern)) {
    any = true;
    yield* inFile(path, options);
  }
  if (!any) yield failed(pattern, "no-such-file", `No file matches ${pattern}.`);
}

async function* inStdin(): AsyncGenerator<Item> {
  const bytes = await stdin();
  const items = await itemsOfList(bytes, "stdin");
  yield* items ?? [{ kind: "bytes", name: "stdin", bytes }];
}

async function* inName(name: string, options: ItemsOptions): AsyncGenerator<Item> {
  if (name === "-" && options.stdinRecords) return yield* recordsOf("stdin", process.stdin);
  if (name === "-") return yield* inStdin();
  if (isUrl(name)) return yield { kind: "url", name, url: name, open: true };
  const kind = await kindOf(name);
  if (kind === "folder") yield* inFolder(name, options);
  else if (kind === undefined && isPattern(name)) yield* matching(name, options);
  else yield* inFile(name, options);
}

/**
 * The articles that these names stand for. What cannot be read is a failed item, and the rest goes on. See docs/inputs.md.
 * Addresses are given as such: pass the items through fetchItems.
 * @param names files, folders, patterns (*, ?, **), web addresses, or "-" for standard input
 */
export async function* itemsOf(names: readonly string[], options: ItemsOptions = {}): AsyncGenerator<Item> {
  for (const name of names) yield* inName(name, options);
}

/** How many articles these names stand for; undefined if that cannot be told without reading an archive or fetching a page. */
export async function countItems(names: readonly string[]): Promise<number | undefined> {
  let count = 0;
  for (const name of names) {
    for await (const path of pathsOf(name)) {
      if (isUrl(path) || (await openerOf(path)).many) return undefined;
      count++;
    }
  }
  return count;
}

async function* pathsOf(name: string): AsyncGenerator<string> {
  const kind = isUrl(name) ? undefined : await kindOf(name);
  if (kind === "folder") {
    for await (const found of walk(name, isRead)) yield typeof found === "string" ? found : found.name;
  } else if (kind === undefined && !isUrl(name) && isPattern(name)) yield* expand(name);
  else yield name;
}
