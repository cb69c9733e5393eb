/** A page's blocks and what Readability kept in; the blocks of the article, each with its kind, out. */
import type { Label } from "../residue/index.ts";
import { type Announced, type Announcement, announcements, isSummary } from "./announcement.ts";
import { isHeadingBlock, isLinkOnly, isOpen, isProseBlock, type Ruled } from "./block-facts.ts";
import type { Context } from "./context.ts";
import type { PageBlock } from "./page-blocks.ts";
import { isIn, restore } from "./restore.ts";
import { largestPart, mainPart, scopeOf, standsIn, teaserParts } from "./scope.ts";
import type { TextNode } from "./tree.ts";
import { bare } from "./words.ts";

/** A block of the article with its kind. */
export interface ChosenBlock {
  readonly block: PageBlock;
  readonly label: Label;
}

/** What else is known of the page: the JSON-LD text of the article (letters and digits alone), its headlines and summaries. */
export interface Evidence extends Announced {
  readonly survivors: ReadonlySet<TextNode> | undefined;
  readonly articleBody: string | undefined;
  /** Does a block stand in a post of a live blog? Then it is text, whatever Readability kept. */
  readonly inPost: (block: PageBlock) => boolean;
  /** The texts of the page's pictures: a block that repeats one is its caption. */
  readonly pictures: ReadonlySet<string>;
}

/** Marks what stands in the article before or after its body and has no label: dropped unless a line rule knows it. */
export const OUTSIDE = "html/outside";

/** Marks the summary above the report. */
export const STANDFIRST = "html/standfirst";

/** Least text, in characters, that Readability must have kept for its word to count. */
const ENOUGH = 140;

/** Choose the blocks of the article: body blocks, and the residue that stands among them. */
export function chooseBlocks(
  blocks: readonly PageBlock[],
  contexts: readonly Context[],
  evidence: Evidence,
): ChosenBlock[] {
  const core = coreBlocks(blocks, contexts[0]!, evidence);
  const first = firstBodyBlock(blocks, core);
  const last = blocks.findLastIndex((block) => core.has(block));
  const part = mainPart(core, contexts);
  const scope = scopeOf(part);
  const body = restore(blocks, core, part, wholeBody(evidence.articleBody, core));
  const above = announcements(blocks, body, evidence);
  const chosen: ChosenBlock[] = [];
  blocks.forEach((block, i) => {
    const inScope = standsIn(block, scope) || (i >= first && i <= last);
    const label = body.has(block)
      ? bodyLabel(block, body.get(block)!, above.get(block), evidence.pictures)
      : inScope
        ? residueLabel(block, i > first && i < last, evidence.summaries)
        : undefined;
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
  if (size >= ENOUGH) return withoutTeasers(new Set(kept));
  const within = largestPart(open, ENOUGH) ?? root;
  const fallback = open.filter((block) => standsIn(block, within) && !isLinkOnly(block));
  return new Set(
    fallback.length > 0 ? fallback : blocks.filter((block) => !block.inner.hidden && block.inner.kind !== "chrome"),
  );
}

function withoutTeasers(core: ReadonlySet<PageBlock>): Set<PageBlock> {
  const teasers = teaserParts(core);
  return new Set([...core].filter((block) => !block.context.part || !teasers.has(block.context.part)));
}

function survives(block: PageBlock, survivors: ReadonlySet<TextNode>): boolean {
  let kept = 0;
  for (const run of block.runs) if (survivors.has(run.node)) kept += run.text.length;
  return kept * 2 >= block.text.length;
}

/** The JSON-LD text, if it is the article and not a summary: at least half as long as what was kept. */
function wholeBody(articleBody: string | undefined, core: ReadonlySet<PageBlock>): string | undefined {
  let size = 0;
  for (const block of core) size += block.text.length;
  return articleBody !== undefined && articleBody.length * 2 >= size * 0.8 ? articleBody : undefined;
}

/** The label of a block of the body; the headline above it is metadata, not a block. */
function bodyLabel(
  block: PageBlock,
  by: string,
  announces: Announcement | undefined,
  pictures: ReadonlySet<string>,
): Ruled | undefined {
  if (announces === "headline") return undefined;
  if (announces === "standfirst") return { kind: "other-residue", by: STANDFIRST };
  if (block.inner.kind === "quote") return { kind: "quote", by: "html/blockquote" };
  if (isHeadingBlock(block)) return { kind: "heading", by };
  return repeatsPicture(block, pictures) ? { kind: "caption", by: "html/picture-text" } : { kind: "body", by };
}

/** More than a word or two, so that a name in a list is not taken for the portrait beside it. */
function repeatsPicture({ text }: PageBlock, pictures: ReadonlySet<string>): boolean {
  return text.length >= 20 && text.length <= 400 && pictures.has(bare(text));
}

/** The label of residue: what a rule called it; between body blocks also what nobody could name. */
function residueLabel(block: PageBlock, inside: boolean, summaries: readonly string[]): Ruled | undefined {
  const { kind, by, hidden } = block.inner;
  if (hidden || kind === "chrome") return undefined;
  if (kind !== undefined && by !== undefined)
    return kind === "quote" ? { kind: "other-residue", by: "html/left-out" } : { kind, by };
  if (isLinkOnly(block)) return { kind: "read-more", by: "html/link-only" };
  if (!inside && isSummary(block, summaries)) return { kind: "other-residue", by: STANDFIRST };
  return { kind: "other-residue", by: inside ? "html/left-out" : OUTSIDE };
}
