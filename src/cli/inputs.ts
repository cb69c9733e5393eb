/** What the command line names, as single pieces of work: a file, a page on the web, stdin, a line of a JSONL file. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { InputError } from "./errors.ts";
import { expand, isPattern } from "./glob.ts";

/** One article to read, or an input that was already found bad. */
export type Task =
  | { readonly kind: "file" | "url"; readonly path: string }
  | { readonly kind: "bytes"; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: "record"; readonly path: string; readonly line: string }
  | { readonly kind: "failed"; readonly path: string; readonly error: InputError };

const RECORDS = /\.(?:jsonl|ndjson)(?:\.gz)?$/i;

export const isUrl = (name: string) => /^https?:\/\//i.test(name);

/** May this input hold more than one article? */
export function holdsMany(name: string): boolean {
  return !isUrl(name) && (RECORDS.test(name) || isPattern(name));
}

async function* recordsOf(path: string, stream: NodeJS.ReadableStream): AsyncGenerator<Task> {
  let n = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    const text = n++ === 0 ? line.replace(/^\uFEFF/, "") : line;
    if (text.trim() !== "") yield { kind: "record", path: `${path}, line ${n}`, line: text };
  }
}

async function* recordFile(path: string): AsyncGenerator<Task> {
  const file = createReadStream(path);
  const opened = new Promise((resolve, reject) => file.once("open", resolve).once("error", reject));
  try {
    await opened;
    const stream = /\.gz$/i.test(path) ? file.pipe(createGunzip()) : file;
    yield* recordsOf(path, stream);
  } catch (error) {
    yield failed(path, error as NodeJS.ErrnoException);
  }
}

function failed(path: string, error: NodeJS.ErrnoException): Task {
  if (error.code === "ENOENT") return refused("no-such-file", path, `There is no file: ${path}.`);
  if (error.code === "EISDIR") return refused("is-folder", path, `${path} is a folder.`);
  return refused("unsupported", path, `${path} cannot be read: ${error.message}.`);
}

const refused = (code: string, path: string, message: string): Task => ({
  kind: "failed",
  path,
  error: new InputError(code, message),
});

/** More than any article may have: reading further would only fill the memory before it is refused. */
const ENOUGH = 101 * 1024 * 1024;

async function stdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    if ((size += (chunk as Uint8Array).length) > ENOUGH) break;
  }
  return Buffer.concat(chunks);
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function* matching(pattern: string): AsyncGenerator<Task> {
  let any = false;
  for await (const path of expand(pattern)) {
    any = true;
    yield* one(path);
  }
  if (any) return;
  yield refused("no-such-file", pattern, `No file matches ${pattern}.`);
}

async function* one(name: string): AsyncGenerator<Task> {
  if (RECORDS.test(name)) yield* recordFile(name);
  else yield { kind: "file", path: name };
}

/** The work that these names stand for, lazily: a JSONL file of any size is read line by line. */
export async function* tasksOf(names: readonly string[], stdinRecords: boolean): AsyncGenerator<Task> {
  for (const name of names) {
    if (name === "-" && stdinRecords) yield* recordsOf("stdin", process.stdin);
    else if (name === "-") yield { kind: "bytes", path: "stdin", bytes: await stdin() };
    else if (isUrl(name)) yield { kind: "url", path: name };
    else if (isPattern(name) && !(await exists(name))) yield* matching(name);
    else yield* one(name);
  }
}
