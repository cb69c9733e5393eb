/** Byline in, the author as an entity out: for "I asked her" and "told me". */
import type { ArticleMeta } from "../schema/index.ts";
import type { Coreference } from "./coreference.ts";
import { addEntity, type Entity } from "./entities.ts";

/** The first name of the byline, given or standing as a line of its own ("By Marit Strand in Orlin"). */
export function authorOf(reference: Coreference, meta: ArticleMeta): Entity | undefined {
  const name = meta.byline ? nameIn(meta.byline) : bylineInText(reference);
  if (!name) return undefined;
  const key = name
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[.’']/g, ""));
  const known = reference.registry.byKey.get(key.join(" "));
  return known ?? addEntity(reference.registry, { type: "person", name, key, named: true, introduced: true });
}

const NAME = /^(?:by\s+)?((?:\p{Lu}[\p{L}.’'-]{0,40} ){1,4}\p{Lu}[\p{L}’'-]{1,40})/iu;

function nameIn(byline: string): string | undefined {
  const found = NAME.exec(byline.slice(0, 200))?.[1];
  return found?.split(/ (?:and|in|for|at|of) /i)[0]?.trim();
}

function bylineInText(reference: Coreference): string | undefined {
  const { doc } = reference.words;
  for (const paragraph of doc.paragraphs.slice(0, 4)) {
    const line = doc.text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 120));
    if (/^by \p{Lu}/iu.test(line) && paragraph.end - paragraph.start < 100 && !/[.!?]$/.test(line)) return nameIn(line);
  }
  return undefined;
}
