/** A single page or text that is packed with gzip in, its bytes out. */
import { LARGEST_INPUT, tooLarge } from "../limits.ts";
import { failedBy, type Item } from "./item.ts";
import { bytesOf, isPacked, unpacked } from "./streams.ts";
import { createTape, fill, take } from "./tape.ts";

/** Told by the name within: page.html.gz is a page. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.(?:html?|shtml)\.gz$/i, "text/html"],
  [/\.xhtml\.gz$/i, "application/xhtml+xml"],
  [/\.(?:md|markdown)\.gz$/i, "text/markdown"],
  [/\.(?:txt|text)\.gz$/i, "text/plain"],
];

/** A file as it is; if it is packed, its bytes, as long as they are no more than an article may have. */
export async function* openPage(path: string): AsyncGenerator<Item> {
  if (!isPacked(path)) return yield { kind: "file", name: path, path };
  const tape = createTape(unpacked(bytesOf(path)));
  try {
    const size = await fill(tape, LARGEST_INPUT + 1);
    if (size > LARGEST_INPUT) return yield failedBy(path, tooLarge(`${path} unpacks to more than an article may have`));
    const bytes = (await take(tape, size))!;
    const contentType = TYPES.find(([ending]) => ending.test(path))?.[1];
    yield { kind: "bytes", name: path, bytes, ...(contentType === undefined ? {} : { meta: { contentType } }) };
  } finally {
    await tape.close();
  }
}
