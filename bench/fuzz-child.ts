/** Reads the inputs of some seeds, one after the other, and tells of each how it ended: a process that may die of one. See fuzz.ts. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseFeed, parseOpml, parseSitemap, sniffList } from "../src/article/feed/index.ts";
import { articleOfItem, itemsOf, OnrecordError, readItem } from "../src/index.ts";
import { fuzzed } from "./fuzz-inputs.ts";

/** Of so many inputs one is read for statements too. */
const READ = 10;

/** How an input ended: items that were read, items that were refused. Anything thrown but an OnrecordError is a fault, and so is an article that breaks its promises. */
export async function readFuzzed(
  kind: string,
  seed: number,
  folder: string,
): Promise<{ read: number; refused: number }> {
  const { name, bytes } = fuzzed(kind, seed);
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const told = { read: 0, refused: 0 };
  const refusal = (error: unknown): void => {
    if (!(error instanceof OnrecordError) || error.message === "") throw error;
  };
  try {
    for await (const item of itemsOf([path])) {
      try {
        if (item.kind === "url") continue;
        const article = seed % READ === 0 ? (await readItem(item)).article : await articleOfItem(item);
        checkBlocks(article);
        told.read++;
      } catch (error) {
        refusal(error);
        told.refused++;
      }
    }
    readLists(new TextDecoder().decode(bytes), refusal);
    return told;
  } finally {
    rmSync(path);
  }
}

function checkBlocks({ text, blocks }: { text: string; blocks: readonly { start: number; end: number }[] }): void {
  let at = 0;
  for (const { start, end } of blocks) {
    if (start < at || end < start || end > text.length)
      throw new Error(`block ${start}-${end} of ${text.length} after ${at}`);
    at = end;
  }
}

/** What a feed would be read by, whatever it is. */
function readLists(text: string, refusal: (error: unknown) => void): void {
  const base = "https://tide.example/";
  sniffList(text);
  for (const parse of [parseFeed, parseSitemap, parseOpml])
    try {
      parse(text, base);
    } catch (error) {
      refusal(error);
    }
}

if (process.argv[1]?.endsWith("fuzz-child.ts")) {
  const [kind = "", from = "0", to = "0"] = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), "onrecord-fuzz-"));
  for (let seed = Number(from); seed < Number(to); seed++) {
    process.stdout.write(`> ${seed}\n`);
    try {
      const { read, refused } = await readFuzzed(kind, seed, folder);
      process.stdout.write(`= ${read} ${refused}\n`);
    } catch (error) {
      process.stdout.write(
        `! ${String((error as Error)?.stack ?? error)
          .replaceAll("\n", " | ")
          .slice(0, 600)}\n`,
      );
    }
  }
  rmSync(folder, { recursive: true, force: true });
}
