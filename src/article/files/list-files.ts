/** A file that may be a feed, a sitemap, a list of feeds or JSON in; its items out. */
import { LARGEST_INPUT, tooLarge } from "../limits.ts";
import { failed, type Item } from "./item.ts";
import { utf8 } from "./lines.ts";
import { itemsOfList, listKindOf } from "./lists.ts";
import { bytesOf, isPacked, textBytesOf, unpacked } from "./streams.ts";
import { createTape, fill, take } from "./tape.ts";

/** Enough for servers' notes before a feed. */
const HEAD = 32 * 1024;

/** Is it a feed, a sitemap or a list of feeds, by its head? False for what cannot be read: it fails when it is opened. */
export async function isListFile(path: string): Promise<boolean> {
  return (await listKindOf(await headOf(path))) !== undefined;
}

/** Is it JSON that may hold several articles? */
export async function isArrayFile(path: string): Promise<boolean> {
  return /^\s*\[/.test((await headOf(path)).toString("latin1", 0, 1024));
}

/** The first bytes, unpacked, in UTF-8 without a mark. */
async function headOf(path: string): Promise<Buffer> {
  const tape = createTape(textBytesOf(path));
  try {
    return Buffer.from((await take(tape, await fill(tape, HEAD)))!);
  } catch {
    return Buffer.alloc(0);
  } finally {
    await tape.close();
  }
}

/** All bytes of a file, unpacked; no more than an article may have. */
async function wholeOf(path: string, source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const tape = createTape(source);
  try {
    const size = await fill(tape, LARGEST_INPUT + 1);
    if (size > LARGEST_INPUT) throw tooLarge(`${path} has more than is read at once`);
    return Buffer.from((await take(tape, size))!);
  } finally {
    await tape.close();
  }
}

/** The articles that a feed or sitemap names. */
export async function* openList(path: string): AsyncGenerator<Item> {
  const bytes = await wholeOf(path, isPacked(path) ? unpacked(bytesOf(path)) : bytesOf(path));
  const items = await itemsOfList(bytes, path);
  if (items) return yield* items;
  const hint = "A feed is RSS, Atom, RDF or JSON Feed; a list of feeds is OPML.";
  yield failed(path, "unsupported", `${path} is no feed, sitemap or list of feeds.`, hint);
}

/** One record, or an array of them. */
export async function* openJson(path: string): AsyncGenerator<Item> {
  const text = utf8(await wholeOf(path, textBytesOf(path)));
  if (text === undefined) return yield failed(path, "charset", `${path} is not UTF-8.`, "Save the file as UTF-8.");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const hint = "One article a line is read from files that end in .jsonl.";
    return yield failed(path, "bad-json", `${path} is not JSON: ${(error as Error).message}.`, hint);
  }
  if (!Array.isArray(value)) return yield recordOf(path, value);
  for (const [i, record] of value.entries()) yield recordOf(`${path}, record ${i + 1}`, record);
}

function recordOf(name: string, value: unknown): Item {
  if (typeof value === "object" && value !== null) return { kind: "record", name, line: value };
  return failed(name, "bad-record", `${name} is not an object.`, "A record is an object with text or html.");
}
