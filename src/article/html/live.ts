/** A page's contexts and blocks in, the posts of a live blog out: siblings that each hold prose and a time of their own. */
import type { Entry } from "../../schema/index.ts";
import { isHeadingBlock, isProseBlock } from "./block-facts.ts";
import type { ChosenBlock } from "./choose.ts";
import type { Context } from "./context.ts";
import { isoDate } from "./dates.ts";
import type { PageBlock } from "./page-blocks.ts";
import { attr } from "./tree.ts";

/** An element that is a post, and its time. */
export interface LivePost {
  readonly context: Context;
  readonly published: string;
}

/** Fewer posts than this make a live blog only if the page says that it is one. */
const LEAST = 3;
const NAMED = / (?:post|entry|update|block) /;

/** The posts in document order; none if the page is no live blog. `declared`: its JSON-LD says that it is one. */
export function livePosts(contexts: readonly Context[], blocks: readonly PageBlock[], declared: boolean): LivePost[] {
  const sizes = proseSizes(contexts, blocks);
  const sizeOf = ({ serial, end }: Context) => sizes[Math.min(end, contexts.length)]! - sizes[serial]!;
  const all = sizes[contexts.length]!;
  const found = groups(contexts).map((group) => measured(group, sizeOf));
  const many = found.filter(({ posts, size, largest }) => posts.length >= LEAST && largest * 10 <= size * 8);
  const blog = largestOf(many.filter(({ size }) => declared || size * 2 >= all));
  if (blog || !declared) return blog ?? [];
  return largestOf(found.filter(({ posts, size }) => size > 0 && posts.every(isNamed))) ?? [];
}

/** Posts with prose in them, how much they hold together, and the largest alone. */
interface Group {
  readonly posts: LivePost[];
  readonly size: number;
  readonly largest: number;
}

function measured(group: readonly LivePost[], sizeOf: (context: Context) => number): Group {
  const posts = group.filter(({ context }) => sizeOf(context) > 0);
  const sizes = posts.map(({ context }) => sizeOf(context));
  const size = sizes.reduce((sum, one) => sum + one, 0);
  return { posts, size, largest: sizes.reduce((most, one) => Math.max(most, one), 0) };
}

/** The posts of the group that holds most; the innermost (which is found first) of several that hold the same. */
function largestOf(found: readonly Group[]): LivePost[] | undefined {
  let best: Group | undefined;
  for (const group of found) if (!best || group.size > best.size) best = group;
  return best?.posts;
}

function isNamed({ context }: LivePost): boolean {
  return context.element.tagName === "article" || NAMED.test(context.names);
}

/** Elements of one tag below one parent, each with the first time that stands in it. */
function groups(contexts: readonly Context[]): LivePost[][] {
  const times = new Map<Context, string>();
  const found = new Map<Context, Map<string, LivePost[]>>();
  for (const context of contexts) {
    if (context.element.tagName !== "time") continue;
    const published = isoDate(attr(context.element, "datetime"));
    if (published?.includes("T") !== true) continue;
    for (let at: Context | undefined = context; at?.parent && !times.has(at); at = at.parent) {
      times.set(at, published);
      if (at.hidden || !isOpen(at)) continue;
      const byTag = found.get(at.parent) ?? new Map<string, LivePost[]>();
      found.set(at.parent, byTag);
      const group = byTag.get(at.element.tagName) ?? [];
      byTag.set(at.element.tagName, group);
      group.push({ context: at, published });
    }
  }
  return [...found.values()].flatMap((byTag) => [...byTag.values()]);
}

function isOpen({ kind }: Context): boolean {
  return kind === undefined || kind === "quote";
}

/** How much prose stands in elements with a serial below i. */
function proseSizes(contexts: readonly Context[], blocks: readonly PageBlock[]): Float64Array {
  const sizes = new Float64Array(contexts.length + 1);
  for (const block of blocks) {
    if (isProseBlock(block) && isOpen(block.inner) && !block.inner.hidden)
      sizes[block.context.serial + 1]! += block.text.length;
  }
  for (let i = 1; i < sizes.length; i++) sizes[i]! += sizes[i - 1]!;
  return sizes;
}

/** Tells which post a block stands in; -1 for none. */
export function postFinder(posts: readonly LivePost[]): (block: PageBlock) => number {
  return ({ context }) => {
    let [low, high] = [0, posts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (posts[middle]!.context.serial <= context.serial) low = middle + 1;
      else high = middle;
    }
    return low > 0 && context.serial < posts[low - 1]!.context.end ? low - 1 : -1;
  };
}

/** The posts as spans of the text: from the first to the last of the chosen blocks that stand in each. */
export function entriesOf(
  posts: readonly LivePost[],
  chosen: readonly ChosenBlock[],
  spans: readonly { readonly start: number; readonly end: number }[],
): Entry[] {
  const postOf = postFinder(posts);
  const entries = new Map<number, { -readonly [K in keyof Entry]: Entry[K] }>();
  chosen.forEach(({ block }, i) => {
    const number = postOf(block);
    if (number < 0) return;
    const { start, end } = spans[i]!;
    const { context, published } = posts[number]!;
    const id = attr(context.element, "id");
    const entry = entries.get(number) ?? { start, end, published, ...(id === "" ? {} : { id }) };
    entries.set(number, entry);
    entry.end = end;
    if (entry.title === undefined && isHeadingBlock(block)) entry.title = block.text;
  });
  return [...entries.values()];
}
