/** The API with readers that know one trick: a line `NAME: words` is a statement by NAME. Enough to test the commands. */
import { readFile as readBytes, stat } from "node:fs/promises";
import type { ReadOptions } from "../../src/cli/api.ts";
import { type Item, OnrecordError, type Reading } from "../../src/index.ts";
import { reading, type Sketch } from "../export/make.ts";

export * from "../../src/index.ts";

const LINE = /^(?<name>[^:\n]+): (?<words>.+)$/;

function sketch(line: string, i: number): Sketch | undefined {
  const { name, words } = LINE.exec(line)?.groups ?? {};
  if (name === undefined || words === undefined) return undefined;
  return {
    source: [name],
    content: [words],
    speaker: name,
    kind: "direct",
    form: "transcript",
    confidence: i % 2 === 0 ? 0.9 : 0.4,
    decisions: [{ field: "speaker", by: "fake/label", why: "a label" }],
  };
}

export async function readArticle(input: string | Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  const text = typeof input === "string" ? input : new TextDecoder().decode(input);
  const place = options.name ?? "the input";
  if (text.includes("\0")) throw new OnrecordError("binary", `${place} is binary data`, { hint: "Give it text." });
  if (text.trim() === "") throw new OnrecordError("empty", `${place} has no text.`);
  if (text.includes("BUG")) throw new TypeError("a fault");
  if (text.includes("CRASH")) process.exit(9);
  const { title, publisher, published } = options;
  const meta = { id: options.name ?? "stdin", title, publisher, published, language: options.engine };
  const article = Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== undefined));
  const statements = text
    .split("\n")
    .map(sketch)
    .filter((s) => s !== undefined);
  const made = reading({ text, statements, article });
  if (text.includes("SLOW")) await new Promise((resolve) => setTimeout(resolve, 300));
  return made;
}

async function readFile(path: string, options: ReadOptions = {}): Promise<Reading> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new OnrecordError("no-such-file", `cannot read ${path}: no such file`, { hint: "Check the name." });
  if (found.isDirectory()) throw new OnrecordError("is-folder", `cannot read ${path}: it is a folder`);
  return readArticle(await readBytes(path), { name: path, ...options });
}

/** Every address refuses. */
export async function* fetchItems(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const refusal = { code: "fetch-refused", hint: "Save the page and read the file." } as const;
  for await (const item of items) {
    yield item.kind === "url"
      ? { kind: "failed", name: item.name, message: `${item.url} refuses: 403`, ...refusal }
      : item;
  }
}

export async function readRecordLine(line: string, where: string, options: ReadOptions = {}): Promise<Reading> {
  let record: { id: string; text: string; title?: string; publisher?: string; date?: string };
  try {
    record = JSON.parse(line);
  } catch (cause) {
    throw new OnrecordError("bad-json", `${where} is not JSON`, { cause });
  }
  const { id, text, title, publisher, date } = record;
  const own = { name: id, title, publisher, published: date };
  const known = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return readArticle(text, { ...options, ...known });
}

async function taken(item: Item, options: ReadOptions): Promise<Reading> {
  if (item.kind === "failed") throw new OnrecordError(item.code, item.message, item.hint ? { hint: item.hint } : {});
  if (item.kind === "file") return readFile(item.path, options);
  if (item.kind === "url") throw new TypeError("an address that is not fetched");
  if (item.kind === "bytes") return readArticle(item.bytes, { ...options, name: item.name });
  return readRecordLine(typeof item.line === "string" ? item.line : JSON.stringify(item.line), item.name, options);
}

export async function readItem(item: Item, options: ReadOptions = {}): Promise<Reading> {
  return { ...(await taken(item, options)), input: item.name };
}
