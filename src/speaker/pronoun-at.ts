/** For measuring: which of some names does the pronoun at an offset mean? */
import type { Doc, Lexicon, Span } from "../schema/index.ts";
import { readReferences } from "./coreference.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** How far the best of the names may stay behind another party and still be taken. */
const LENIENCE = 2.5;

/** For each name span whether the pronoun at `offset` stands for it; at most one does. */
export function resolveAt(doc: Doc, lexicon: Lexicon, offset: number, names: readonly Span[]): boolean[] {
  const { words, mentions } = readReferences(doc, vocabularyOf(lexicon));
  const pronoun = mentions.find((mention) => mention.kind === "pronoun" && words.start(mention.first) === offset);
  const ranked = pronoun?.scores ?? [];
  const scores = names.map((name) => {
    const mention = mentions.find(
      (one) => one.kind === "name" && words.start(one.first) < name.end && words.end(one.end - 1) > name.start,
    );
    return ranked.find((one) => one.entity === mention?.entity)?.score ?? -Infinity;
  });
  const best = Math.max(...scores);
  const taken = best > -Infinity && (ranked[0]?.score ?? 0) - best <= LENIENCE ? scores.indexOf(best) : -1;
  return names.map((_, i) => i === taken);
}
