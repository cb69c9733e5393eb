/**
 * The blocks of a body in, those above its first paragraph that announce it out: the headline once more, and the
 * standfirst. They sum up in an editor's words what the report says below, where it is read.
 */
import { isHeadingBlock, isProseBlock, signature } from "./block-facts.ts";
import type { Context } from "./context.ts";
import type { PageBlock } from "./page-blocks.ts";
import { commonSignatures } from "./restore.ts";
import { bare } from "./words.ts";

/** Headlines and summaries of the page's own data, letters and digits alone. */
export interface Announced {
  readonly headlines: readonly string[];
  readonly summaries: readonly string[];
}

/** How many blocks may stand between the headline and the report: shares, dates, a gallery. */
const FAR = 60;

export type Announcement = "headline" | "standfirst";

/** Which blocks of the body announce the report. `blocks` are all of the page, in order. */
export function announcements(
  blocks: readonly PageBlock[],
  body: ReadonlyMap<PageBlock, string>,
  { headlines, summaries }: Announced,
): Map<PageBlock, Announcement> {
  const found = new Map<PageBlock, Announcement>();
  const like = commonSignatures(body.keys());
  for (const [i, block] of blocks.entries()) {
    if (!body.has(block)) continue;
    const text = bare(block.text);
    if (headlines.some((headline) => isSame(text, headline))) found.set(block, "headline");
    else if (isStandfirst(block, text, blocks, i, body, like, summaries)) found.set(block, "standfirst");
    else if (isProseBlock(block)) break;
  }
  return found;
}

function isStandfirst(
  block: PageBlock,
  text: string,
  blocks: readonly PageBlock[],
  i: number,
  body: ReadonlyMap<PageBlock, string>,
  like: ReadonlySet<string>,
  summaries: readonly string[],
): boolean {
  const { next, parted } = nextOfBody(blocks, i, body);
  const apart = parted || isInHeader(block);
  if (isNamedStandfirst(block)) return apart;
  if (isHeadingBlock(block)) return !isSubheadOf(block, next);
  if (!apart || like.size === 0 || like.has(signature(block))) return false;
  return summaries.some((summary) => isSame(text, summary));
}

/** The next prose of the body, and whether a byline, a picture or the like parts the block from it. */
function nextOfBody(
  blocks: readonly PageBlock[],
  i: number,
  body: ReadonlyMap<PageBlock, string>,
): { next: PageBlock | undefined; parted: boolean } {
  let parted = false;
  for (let j = i + 1; j < blocks.length && j <= i + FAR; j++) {
    const block = blocks[j]!;
    if (body.has(block)) {
      if (isProseBlock(block)) return { next: block, parted };
    } else if (!block.inner.hidden) parted = true;
  }
  return { next: undefined, parted };
}

function isInHeader({ context }: PageBlock): boolean {
  let at: Context | undefined = context;
  for (let steps = 0; at && steps < 4; at = at.parent, steps++) if (at.element.tagName === "header") return true;
  return false;
}

/** The same words, one of them perhaps cut short or with the site's name after it. */
function isSame(text: string, other: string): boolean {
  if (text.length < 8 || other.length < 8) return text === other;
  const [short, long] = text.length < other.length ? [text, other] : [other, text];
  return long.startsWith(short) && short.length * 10 >= long.length * 6;
}

const STANDFIRST =
  / (?:standfirst|dek|deck|subtitle|sub title|subheadline|sub headline|subheading|summary|lede|strapline|sub hed|subhed|article intro|excerpt) /;

/** Outside the body: named a standfirst, or the page's own summary once more. */
export function isSummary(block: PageBlock, summaries: readonly string[]): boolean {
  if (isNamedStandfirst(block)) return true;
  const text = block.text.length < 1000 ? bare(block.text) : "";
  return text.length >= 30 && summaries.some((summary) => isSame(text, summary));
}

/** Named so by its element or the one around it, and long enough for a sentence. */
function isNamedStandfirst({ text, context }: PageBlock): boolean {
  return text.length >= 30 && (STANDFIRST.test(context.names) || STANDFIRST.test(context.parent?.names ?? ""));
}

/** A subhead that opens the report stands where its paragraphs stand, and is no h1. */
function isSubheadOf(heading: PageBlock, prose: PageBlock | undefined): boolean {
  const around = (block: PageBlock): Context | undefined => block.context.parent;
  return prose !== undefined && around(heading) === around(prose) && heading.context.element.tagName !== "h1";
}
