/** The kept blocks in; the element that holds the body, and the one that holds the whole article, out. */
import { isHeadingBlock, isLinked } from "./block-facts.ts";
import { type Context, isWithin } from "./context.ts";
import type { PageBlock } from "./page-blocks.ts";

/** The deepest element that holds at least 85 % of the kept text. `contexts` are in document order. */
export function mainPart(core: ReadonlySet<PageBlock>, contexts: readonly Context[]): Context {
  const sizes = new Float64Array(contexts.length);
  let total = 0;
  for (const block of core) {
    total += block.text.length;
    sizes[block.context.serial]! += block.text.length;
  }
  let best = contexts[0]!;
  for (let i = contexts.length - 1; i > 0; i--) {
    const context = contexts[i]!;
    if (sizes[i]! * 100 >= total * 85 && context.depth > best.depth) best = context;
    sizes[context.parent!.serial]! += sizes[i]!;
  }
  return best;
}

/** The closest element around the body that is an article or the main part of the page; else the one around the body. */
export function scopeOf(part: Context): Context {
  if (part.part) return part.part;
  return part.parent && part.element.tagName !== "body" ? part.parent : part;
}

/** The <article> or <main> that holds the most of these blocks' text, if it holds at least `enough` characters. */
export function largestPart(blocks: readonly PageBlock[], enough: number): Context | undefined {
  const sizes = new Map<Context, number>();
  for (const { context, text } of blocks) {
    if (context.part) sizes.set(context.part, (sizes.get(context.part) ?? 0) + text.length);
  }
  let best: Context | undefined;
  for (const [context, size] of sizes) if (size >= Math.max(enough, best ? sizes.get(best)! + 1 : 0)) best = context;
  return best;
}

/** Does a block stand inside an element? */
export function standsIn(block: PageBlock, context: Context): boolean {
  return isWithin(block.context, context);
}

/** Teasers hold less than this share of the main article's text. */
const TEASER = 0.2;

/**
 * The <article>s that hold teasers of other reports: outside the main one, not called the same, far shorter, each with a
 * linked heading. The posts of a live blog are called the same, or none of them is the main one.
 */
export function teaserParts(core: ReadonlySet<PageBlock>): ReadonlySet<Context> {
  const sizes = new Map<Context, number>();
  const linked = new Set<Context>();
  let total = 0;
  for (const block of core) {
    total += block.text.length;
    const part = block.context.part;
    if (!part) continue;
    sizes.set(part, (sizes.get(part) ?? 0) + block.text.length);
    if (isHeadingBlock(block) && isLinked(block, 80)) linked.add(part);
  }
  const [main, size] = [...sizes].reduce(
    (best, at) => (at[1] > best[1] ? at : best),
    [undefined as Context | undefined, 0],
  );
  if (!main || size * 3 < total) return new Set();
  const isTeaser = (part: Context) =>
    part.names !== main.names && sizes.get(part)! < size * TEASER && !isWithin(part, main) && !isWithin(main, part);
  return new Set([...linked].filter(isTeaser));
}
