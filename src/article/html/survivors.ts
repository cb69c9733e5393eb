/**
 * A page in, the text nodes that Readability keeps out. Each text node carries a mark of two private-use characters
 * through Readability, which moves and rewrites elements but leaves text alone; the marks that come out are read back.
 */
import { Readability } from "@mozilla/readability";
import JSDOMParser from "@mozilla/readability/JSDOMParser.js";
import { markup } from "./markup.ts";
import type { Element, TextNode } from "./tree.ts";

/** Pages beyond this are not given to Readability, whose cost grows faster than the page: all their blocks are looked at. */
const LIMITS = { elements: 20_000, depth: 200, breaks: 1500, siblings: 4000 };

/** The text nodes that stand in what Readability takes for the article; undefined if it finds none. */
export function survivors(root: Element, leaveOut: (element: Element) => boolean): ReadonlySet<TextNode> | undefined {
  const copy = markup(root, leaveOut, LIMITS);
  if (!copy) return undefined;
  const content = readable(copy.html);
  if (content === undefined) return undefined;
  const kept = new Set<TextNode>();
  for (const mark of content.matchAll(/[\uE000-\uEFFF][\uF000-\uF8FF]/g)) {
    const node = copy.nodes[(mark[0].charCodeAt(0) - 0xe000) * 0x900 + mark[0].charCodeAt(1) - 0xf000];
    if (node) kept.add(node);
  }
  return kept;
}

/** Readability throws on pages that it was not made for (no body, frames only): then it found nothing. */
function readable(html: string): string | undefined {
  try {
    const parser = new JSDOMParser();
    parser.error = () => {};
    const article = new Readability(parser.parse(html), { charThreshold: 250 }).parse();
    return article?.content ?? undefined;
  } catch {
    return undefined;
  }
}
