/** Patterns for files: `*`, `?` and `**`, for shells that do not expand them (and quoted ones). */
import { readdir } from "node:fs/promises";
import { join } from "node:path";

export function isPattern(path: string): boolean {
  return /[*?]/.test(path);
}

function part(pattern: string): RegExp {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`, "su");
}

async function entries(folder: string) {
  try {
    const found = await readdir(folder === "" ? "." : folder, { withFileTypes: true });
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

async function* below(folder: string, parts: readonly string[]): AsyncGenerator<string> {
  const [first, ...rest] = parts;
  if (first === undefined) return;
  if (first === "**") yield* below(folder, rest);
  if (!isPattern(first)) {
    if (rest.length > 0) yield* below(join(folder, first), rest);
    else if ((await entries(folder)).some((e) => e.name === first)) yield join(folder, first);
    return;
  }
  const matches = part(first);
  for (const entry of await entries(folder)) {
    if (entry.name.startsWith(".") && !first.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (first === "**") {
      if (entry.isDirectory()) yield* below(path, parts);
    } else if (matches.test(entry.name)) {
      if (rest.length > 0) yield* below(path, rest);
      else if (entry.isFile() || entry.isSymbolicLink()) yield path;
    }
  }
}

/** The files that match, in alphabetical order folder by folder. */
export function expand(pattern: string): AsyncGenerator<string> {
  const path = pattern.replaceAll("\\", "/");
  const absolute = path.startsWith("/");
  return below(
    absolute ? "/" : "",
    path.split("/").filter((p) => p !== "" && p !== "."),
  );
}
