/** A folder in, the paths of the files in it that can be read out: folders in it too, alphabetically, each once. */
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { DEEPEST_FOLDER } from "../limits.ts";
import { type FailedItem, failed, failedBy } from "./item.ts";

const isSkipped = (name: string): boolean => name.startsWith(".") || name === "node_modules";

/**
 * A real folder is walked once, whatever links lead to it: a link back to a folder above is harmless.
 * @param isKnown whether a file can be read
 */
export function walk(folder: string, isKnown: (path: string) => Promise<boolean>): AsyncGenerator<string | FailedItem> {
  const seen = new Set<string>();

  async function* below(path: string, depth: number): AsyncGenerator<string | FailedItem> {
    if (depth > DEEPEST_FOLDER) {
      const message = `${path} lies more than ${DEEPEST_FOLDER} folders deep.`;
      return yield failed(path, "too-large", message, "Name the folder itself, if its files are wanted.");
    }
    const real = await realpath(path);
    if (seen.has(real)) return;
    seen.add(real);
    const found = await readdir(path, { withFileTypes: true });
    for (const entry of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isSkipped(entry.name)) continue;
      const inner = join(path, entry.name);
      const kind = entry.isSymbolicLink() ? await stat(inner).catch(() => undefined) : entry;
      if (kind?.isDirectory()) yield* attempted(inner, depth + 1);
      else if (kind?.isFile() && (await isKnown(inner))) yield inner;
    }
  }

  async function* attempted(path: string, depth: number): AsyncGenerator<string | FailedItem> {
    try {
      yield* below(path, depth);
    } catch (error) {
      yield failedBy(path, error);
    }
  }

  return attempted(folder, 0);
}
