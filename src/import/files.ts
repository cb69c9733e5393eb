/** Annotated articles from disk (Node): the format is told from the name and the content; .gz allowed; a folder holds brat's pairs. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { OnrecordError } from "../schema/index.ts";
import { type BratOptions, importBrat } from "./brat/index.ts";
import { importCsv } from "./csv.ts";
import { importJson } from "./json.ts";
import { importJsonl } from "./jsonl.ts";
import type { Imported } from "./result.ts";

export interface ImportOptions {
  /** Texts that Web Annotations point into, by the article's id or address. */
  readonly texts?: ReadonlyMap<string, string>;
  /** What others' brat types stand for. */
  readonly types?: BratOptions["types"];
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function textOf(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
    if (/\.gz$/i.test(path)) bytes = gunzipSync(bytes);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    if (missing) throw new OnrecordError("no-such-file", `cannot read ${path}: no such file`, { cause });
    throw new OnrecordError("unsupported", `cannot read ${path}: ${(cause as Error).message}`, { cause });
  }
  try {
    // brat and Web Annotations count a byte-order mark as a character: the importers that do not want it take it off
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new OnrecordError("charset", `cannot read ${path}: it is not UTF-8`, {
      hint: "Save the file as UTF-8.",
      cause,
    });
  }
}

/** The id that a file name stands for: `~2f` is a byte. */
function idOf(path: string): string {
  const name = basename(path).replace(/\.ann$/i, "");
  const bytes = Array.from(name.matchAll(/~([0-9a-f]{2})|[^~]+|~/g), ([part, hex]) =>
    hex === undefined ? [...new TextEncoder().encode(part)] : [Number.parseInt(hex, 16)],
  );
  return new TextDecoder().decode(Uint8Array.from(bytes.flat()));
}

function bratPair(ann: string, { types }: ImportOptions): Imported {
  const stem = ann.replace(/\.ann$/i, "");
  return importBrat({ txt: textOf(`${stem}.txt`), ann: textOf(ann) }, { id: idOf(ann), ...(types && { types }) });
}

function bratFolder(path: string, options: ImportOptions): Imported {
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => /\.ann$/i.test(name));
  if (names.length === 0) {
    throw new OnrecordError("is-folder", `${path} is a folder without .ann files.`, {
      hint: "Name a file, or a folder of brat's.",
    });
  }
  const all = names.sort().map((name) => bratPair(join(path, name), options));
  return {
    articles: all.flatMap(({ articles }) => articles),
    errors: all.flatMap(({ errors }) => errors),
    messages: all.flatMap(({ messages }) => messages),
  };
}

/** By its ending; a file that has none we know is JSON if it is one value, else JSON Lines. */
function fileImport(path: string, options: ImportOptions): Imported {
  const name = path.replace(/\.gz$/i, "");
  if (/\.ann$/i.test(name)) return bratPair(path, options);
  const text = textOf(path);
  if (/\.(csv|tsv)$/i.test(name)) return importCsv(text, path);
  if (/\.(jsonl|ndjson)$/i.test(name)) return importJsonl(text, path);
  if (/\.(json|jsonld)$/i.test(name)) return importJson(text, path, options);
  const first = text.trimStart()[0];
  if (first !== "{" && first !== "[") return importCsv(text, path);
  return /^\s*\{.*\}\s*\n\s*\{/.test(text) ? importJsonl(text, path) : importJson(text, path, options);
}

/** @throws OnrecordError `no-such-file`, `is-folder`, `charset`, `unsupported`, `bad-json`, `bad-record`: nothing of it can be read */
export function readAnnotated(path: string, options: ImportOptions = {}): Imported {
  return isFolder(path) ? bratFolder(path, options) : fileImport(path, options);
}

/** Is it a layout other than gold's: a folder, brat, a table, a JSON file, or lines that are statements or readings? */
export function isOtherLayout(path: string): boolean {
  if (isFolder(path) || /\.(ann|csv|tsv|json|jsonld)(\.gz)?$/i.test(path)) return true;
  const text = textOf(path).trimStart();
  if (/^(\ufeff?article[,;\t]|\[|\{\s*\n)/.test(text)) return true;
  const line = text.slice(0, (text.indexOf("\n") + 1 || text.length + 1) - 1);
  try {
    const value = JSON.parse(line) as object;
    return "article" in value || "statements" in value;
  } catch {
    return false; // whoever reads it as gold says what is wrong
  }
}
