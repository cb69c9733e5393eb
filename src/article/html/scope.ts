/** The kept blocks in; the element that holds the body, and the one that holds the whole article, out. */
import type { Context } from "./context.ts";
import type { PageBlock } from "./page-blocks.ts";
import type { Element } from "./tree.ts";

const STEPS = 250;

/** The deepest element that holds at least 85 % of the kept text. */
export function mainPart(core: ReadonlySet<PageBlock>): Element | undefined {
  const sizes = new Map<Context, number>();
  let total = 0;
  for (const block of core) {
    total += block.text.length;
    for (let at: Context | undefined = block.context, steps = 0; at && steps < STEPS; at = at.parent, steps++) {
      sizes.set(at, (sizes.get(at) ?? 0) + block.text.length);
    }
  }
  let best: Context | undefined;
  for (const [context, size] of sizes) {
    if (size * 100 >= total * 85 && (!best || context.depth > best.depth)) best = context;
  }
  return best?.element;
}

/** The closest element around the body that is an article or the main part of the page; else the one around the body. */
export function scopeOf(part: Element | undefined): Element | undefined {
  let at: Element | null | undefined = part;
  for (let steps = 0; at && "tagName" in at && steps < STEPS; steps++) {
    if (["article", "main"].includes(at.tagName)) return at;
    at = at.parentNode as Element | null;
  }
  return part?.parentNode && "tagName" in part.parentNode && part.tagName !== "body"
    ? (part.parentNode as Element)
    : part;
}

/** Does a block stand inside an element? */
export function standsIn(block: PageBlock, element: Element | undefined): boolean {
  for (let at: Context | undefined = block.context, steps = 0; at && steps < STEPS; at = at.parent, steps++) {
    if (at.element === element) return true;
  }
  return false;
}
