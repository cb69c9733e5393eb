/** A page's blocks and what Readability kept in; the blocks of the article, each with its kind, out. */
import type { Label } from "../residue/index.ts";
import { isHeadingBlock, isLinkOnly, isProseBlock, type Ruled, signature } from "./block-facts.ts";
import type { Context } from "./context.ts";
import type { PageBlock } from "./page-blocks.ts";
import { largestPart, mainPart, scopeOf, standsIn } from "./scope.ts";
import type { TextNode } from "./tree.ts";

/** A block of the article with its kind. */
export interface ChosenBlock {
  readonly block: PageBlock;
  readonly label: Label;
}

/** What else is known of the page: the JSON-LD text of the article (letters and digits alone), its title. */
export interface Evidence {
  readonly survivors: ReadonlySet<TextNode> | undefined;
  readonly articleBody: string | undefined;
  readonly title: string | undefined;
  /** Does a block stand in a post of a live blog? Then it is text, whatever Readability kept. */
  readonly inPost: (block: PageBlock) => boolean;
}

/** Marks what stands in the article before or after its body and has no label: dropped unless a line rule knows it. */
export const OUTSIDE = "html/outside";

/** Least text, in characters, that Readability must have kept for its word to count. */
const ENOUGH = 140;

/** Choose the blocks of the article: body blocks, and the residue that stands among them. */
export function chooseBlocks(
  blocks: readonly PageBlock[],
  contexts: readonly Context[],
  evidence: Evidence,
): ChosenBlock[] {
  const core = coreBlocks(blocks, contexts[0]!, evidence);
  const checked = { ...evidence, articleBody: wholeBody(evidence.articleBody, core) };
  const first = firstBodyBlock(blocks, core);
  const last = blocks.findLastIndex((block) => core.has(block));
  const part = mainPart(core, contexts);
  const scope = scopeOf(part);
  const body = restore(blocks, core, part, checked);
  const chosen: ChosenBlock[] = [];
  blocks.forEach((block, i) => {
    const inScope = standsIn(block, scope) || (i >= first && i <= last);
    const label =
      bodyLabel(block, body, i < first ? evidence.title : undefined) ??
      (inScope ? residueLabel(block, i > first && i < last) : undefined);
    if (label) chosen.push({ block, label });
  });
  return chosen;
}

/** Where the body starts: at its first prose, or where there is none at its first block that is no heading. */
function firstBodyBlock(blocks: readonly PageBlock[], core: ReadonlySet<PageBlock>): number {
  const prose = blocks.findIndex((block) => core.has(block) && isProseBlock(block));
  return prose >= 0 ? prose : blocks.findIndex((block) => core.has(block) && !isHeadingBlock(block));
}

/** The blocks that Readability kept; where it found nothing, every unlabelled block of the largest article, or of the page. */
function coreBlocks(blocks: readonly PageBlock[], root: Context, evidence: Evidence): Set<PageBlock> {
  const { survivors, articleBody, inPost } = evidence;
  const open = blocks.filter((block) => isOpen(block) && (!block.inner.hidden || isIn(articleBody, block)));
  const isKept = (block: PageBlock) => inPost(block) || (survivors !== undefined && survives(block, survivors));
  const kept = open.filter((block) => isKept(block) && !isLinkOnly(block));
  const size = kept.reduce((sum, block) => sum + block.text.length, 0);
  if (size >= ENOUGH) return new Set(kept);
  const within = largestPart(open, ENOUGH) ?? root;
  const fallback = open.filter((block) => standsIn(block, within) && !isLinkOnly(block));
  return new Set(
    fallback.length > 0 ? fallback : blocks.filter((block) => !block.inner.hidden && block.inner.kind !== "chrome"),
  );
}

/** No rule has labelled it as anything but a quotation. */
function isOpen(block: PageBlock): boolean {
  return block.inner.kind === undefined || block.inner.kind === "quote";
}

function survives(block: PageBlock, survivors: ReadonlySet<TextNode>): boolean {
  let kept = 0;
  for (const run of block.runs) if (survivors.has(run.node)) kept += run.text.length;
  return kept * 2 >= block.text.length;
}

/** The rules by which a block that Readability dropped comes back, by name. */
function restore(
  blocks: readonly PageBlock[],
  core: ReadonlySet<PageBlock>,
  part: Context,
  evidence: Evidence,
): Map<PageBlock, string> {
  const body = new Map<PageBlock, string>();
  for (const block of core) body.set(block, "html/readability");
  const like = commonSignatures(core);
  const first = blocks.findIndex((block) => core.has(block));
  blocks.forEach((block, i) => {
    if (body.has(block) || !isOpen(block)) return;
    if (isIn(evidence.articleBody, block) && i >= first - 12) body.set(block, "html/json-ld");
    else if (block.inner.hidden || isLinkOnly(block)) return;
    else if (standsIn(block, part) && like.has(signature(block))) body.set(block, "html/sibling");
    else if (i < first && i >= first - 12 && isStandfirst(block)) body.set(block, "html/standfirst");
    else if (isHeadingBlock(block) && standsIn(block, part) && body.has(blocks[i + 1]!) && i > first)
      body.set(block, "html/subhead");
  });
  return body;
}

/** Where prose stands: signatures that at least two kept prose blocks share. */
function commonSignatures(core: ReadonlySet<PageBlock>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const block of core)
    if (isProseBlock(block)) counts.set(signature(block), (counts.get(signature(block)) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 2).map(([key]) => key));
}

const STANDFIRST =
  / (?:standfirst|dek|deck|subtitle|sub title|subheadline|sub headline|subheading|summary|lede|strapline|sub hed|subhed|article intro|excerpt) /;

function isStandfirst(block: PageBlock): boolean {
  return (
    block.text.length >= 30 &&
    (STANDFIRST.test(block.context.names) || STANDFIRST.test(block.context.parent?.names ?? ""))
  );
}

/** The JSON-LD text, if it is the article and not a summary: at least half as long as what was kept. */
function wholeBody(articleBody: string | undefined, core: ReadonlySet<PageBlock>): string | undefined {
  let size = 0;
  for (const block of core) size += block.text.length;
  return articleBody !== undefined && articleBody.length * 2 >= size * 0.8 ? articleBody : undefined;
}

/** Letters and digits alone, so that quotes, spaces and markup make no difference. */
export function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function isIn(articleBody: string | undefined, block: PageBlock): boolean {
  if (articleBody === undefined || block.text.length < 30 || block.text.length > 5000) return false;
  return articleBody.includes(bare(block.text));
}

/** The label of a block of the body; the headline above the body is metadata, not a block. */
function bodyLabel(
  block: PageBlock,
  body: ReadonlyMap<PageBlock, string>,
  title: string | undefined,
): Ruled | undefined {
  const by = body.get(block);
  if (by === undefined) return undefined;
  if (block.inner.kind === "quote") return { kind: "quote", by: "html/blockquote" };
  if (!isHeadingBlock(block) || by === "html/standfirst") return { kind: "body", by };
  return title !== undefined && bare(title).startsWith(bare(block.text)) ? undefined : { kind: "heading", by };
}

/** The label of residue: what a rule called it; between body blocks also what nobody could name. */
function residueLabel(block: PageBlock, inside: boolean): Ruled | undefined {
  const { kind, by, hidden } = block.inner;
  if (hidden || kind === "chrome") return undefined;
  if (kind !== undefined && by !== undefined)
    return kind === "quote" ? { kind: "other-residue", by: "html/left-out" } : { kind, by };
  if (isLinkOnly(block)) return { kind: "read-more", by: "html/link-only" };
  return { kind: "other-residue", by: inside ? "html/left-out" : OUTSIDE };
}
