/** The blocks that Readability kept in, those of the body out: by these rules what it dropped comes back, and what it took in wrongly goes. */
import { isHeadingBlock, isLinkOnly, isOpen, isProseBlock, signature } from "./block-facts.ts";
import type { Context } from "./context.ts";
import type { PageBlock } from "./page-blocks.ts";
import { standsIn } from "./scope.ts";
import { bare } from "./words.ts";

/** How many blocks above the first kept one may still belong to the body. */
const ABOVE = 12;

/** The blocks of the body, each with the name of the rule that put it there. `part` holds most of what was kept. */
export function restore(
  blocks: readonly PageBlock[],
  core: ReadonlySet<PageBlock>,
  part: Context,
  articleBody: string | undefined,
): Map<PageBlock, string> {
  const body = new Map<PageBlock, string>();
  for (const block of core) body.set(block, "html/readability");
  const like = commonSignatures(core);
  const near = part.parent?.parent ?? part;
  const first = blocks.findIndex((block) => core.has(block));
  blocks.forEach((block, i) => {
    if (body.has(block) || !isOpen(block)) return;
    if (isIn(articleBody, block) && i >= first - ABOVE) body.set(block, "html/json-ld");
    else if (block.inner.hidden || isLinkOnly(block)) return;
    else if (like.has(signature(block)) && standsIn(block, isProseBlock(block) ? near : part))
      body.set(block, "html/sibling");
    else if (isHeadingBlock(block) && standsIn(block, part) && body.has(blocks[i + 1]!) && i > first)
      body.set(block, "html/subhead");
  });
  return body;
}

/** Where prose stands: signatures that at least two kept prose blocks share. */
export function commonSignatures(core: Iterable<PageBlock>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const block of core)
    if (isProseBlock(block)) counts.set(signature(block), (counts.get(signature(block)) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 2).map(([key]) => key));
}

/** Does the page's own data confirm that a block is of the article? Short ones stand in many a text. */
export function isIn(articleBody: string | undefined, block: PageBlock): boolean {
  if (articleBody === undefined || block.text.length < 30 || block.text.length > 5000) return false;
  return articleBody.includes(bare(block.text));
}
