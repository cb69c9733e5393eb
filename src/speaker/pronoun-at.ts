/** For measuring: which of some names does the pronoun at an offset mean? */
import type { Doc, Lexicon, Span } from "../schema/index.ts";
import { readReferences } from "./coreference.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** For each name span whether the pronoun at `offset` stands for it. */
export function resolveAt(doc: Doc, lexicon: Lexicon, offset: number, names: readonly Span[]): boolean[] {
  const reference = readReferences(doc, vocabularyOf(lexicon));
  const { words, mentions } = reference;
  const pronoun = mentions.find((mention) => mention.kind === "pronoun" && words.start(mention.first) === offset);
  return names.map((name) => {
    if (!pronoun?.entity) return false;
    return mentions.some(
      (mention) =>
        mention.entity === pronoun.entity &&
        mention.kind === "name" &&
        words.start(mention.first) < name.end &&
        words.end(mention.end - 1) > name.start,
    );
  });
}
