/** What the tests of this room share: the lexicon of the package, and blocks as "kind: text" lines. */
import { readFileSync } from "node:fs";
import { type ArticleOptions, toArticle } from "../../src/article/index.ts";
import { packageResources } from "../../src/resources.ts";
import { type Article, READ_KINDS } from "../../src/schema/index.ts";

export const lexicon = packageResources().lexicon;

/** Read an input with the package's word lists. */
export function read(input: string | Uint8Array, options: Omit<ArticleOptions, "lexicon"> = {}): Promise<Article> {
  return toArticle(input, { lexicon, ...options });
}

/** The bytes of a fixture or an example. */
export function bytesOf(path: string): Uint8Array {
  return readFileSync(new URL(`../../${path}`, import.meta.url));
}

/** Each block as "kind: text". */
export function shown(article: Article): string[] {
  return article.blocks.map((block) => `${block.kind}: ${article.text.slice(block.start, block.end)}`);
}

/** The blocks that are read for statements. */
export function bodyOf(article: Article): string[] {
  return article.blocks.filter((block) => READ_KINDS.has(block.kind)).map((b) => article.text.slice(b.start, b.end));
}
