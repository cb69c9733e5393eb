/** A block of a page in, what the choosing rules ask of it out. */
import type { Label } from "../residue/index.ts";
import type { Context } from "./context.ts";
import type { PageBlock } from "./page-blocks.ts";

export type Ruled = Label;

/** Does it stand in h1 to h6? */
export function isHeadingBlock(block: PageBlock): boolean {
  for (let at: Context | undefined = block.inner, steps = 0; at && steps < 4; at = at.parent, steps++) {
    if (/^h[1-6]$/.test(at.element.tagName)) return true;
    if (at === block.context) break;
  }
  return false;
}

/** No rule has labelled it as anything but a quotation. */
export function isOpen(block: PageBlock): boolean {
  return block.inner.kind === undefined || block.inner.kind === "quote";
}

/** Do at least so many hundredths of it stand in links? */
export function isLinked(block: PageBlock, share: number): boolean {
  return block.linked * 100 >= block.text.length * share;
}

/** Nothing but links: a list of tags, a teaser. A whole sentence that is linked is not meant, nor a linked heading. */
export function isLinkOnly(block: PageBlock): boolean {
  if (!isLinked(block, 80)) return false;
  return !isHeadingBlock(block) && !(block.text.length > 90 && /[.!?]["”’)]*$/.test(block.text));
}

/** A sentence or more. */
export function isProseBlock(block: PageBlock): boolean {
  return block.text.length >= 40 && /[.!?:…。！？؟।]["”’')\]」』]*$/.test(block.text) && !isHeadingBlock(block);
}

/** The element's tag and class and those of the two around it: what the paragraphs of one body share. */
export function signature(block: PageBlock): string {
  let key = "";
  for (let at: Context | undefined = block.context, steps = 0; at && steps < 3; at = at.parent, steps++) {
    key += `${at.element.tagName}${at.names}/`;
  }
  return key;
}
