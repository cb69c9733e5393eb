/** Entries in, each once out: by id, unless a feed gives different articles the same id. */
import type { Notes } from "./notes.ts";
import type { FeedEntry } from "./types.ts";

export function withoutDuplicates(entries: readonly FeedEntry[], notes: Notes): FeedEntry[] {
  const ids = new Map<string, string | undefined>();
  const kept: FeedEntry[] = [];
  for (const entry of entries) {
    const known = ids.has(entry.id);
    const isOther = known && entry.url !== undefined && entry.url !== ids.get(entry.id);
    const id = isOther ? entry.url : entry.id;
    if (known) notes.add("feed/duplicate", `The id “${entry.id.slice(0, 200)}” stands on more than one entry.`);
    if (ids.has(id)) continue;
    ids.set(id, entry.url);
    kept.push(id === entry.id ? entry : { ...entry, id });
  }
  return kept;
}
