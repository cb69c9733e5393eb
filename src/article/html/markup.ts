/** A parsed page in, a marked copy of its markup out: well-formed, without scripts and the like, for Readability alone. */
import { SILENT_TAGS, VOID_TAGS } from "./tags.ts";
import { type Element, isElement, isText, type Node, type TextNode } from "./tree.ts";

export interface MarkedCopy {
  readonly html: string;
  /** The text node of each mark, by number. */
  readonly nodes: readonly TextNode[];
}

export interface Limits {
  readonly elements: number;
  readonly depth: number;
  /** Line breaks (<br>): each costs Readability a walk through its siblings. */
  readonly breaks: number;
  /** Children of one element: taking one away or putting it elsewhere costs a walk through all of them. */
  readonly siblings: number;
}

/** The copy, or undefined if the page is beyond the limits. */
export function markup(root: Element, leaveOut: (element: Element) => boolean, limits: Limits): MarkedCopy | undefined {
  const parts: string[] = [];
  const nodes: TextNode[] = [];
  const stack: (Node | string)[] = [root];
  let depth = 0;
  let count = 0;
  let breaks = 0;
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === "string") {
      parts.push(node);
      depth--;
    } else if (isText(node)) {
      if (/\S/.test(node.value)) parts.push(mark(nodes.push(node) - 1));
      parts.push(escapeText(node.value));
    } else if (isElement(node) && !isLeftOut(node, leaveOut)) {
      if (node.tagName === "br") breaks++;
      if (++count > limits.elements || breaks > limits.breaks) return undefined;
      if (VOID_TAGS.has(node.tagName)) {
        if (node.tagName === "br" || node.tagName === "hr" || node.tagName === "img") parts.push(`<${node.tagName}/>`);
        continue;
      }
      parts.push(openTag(node));
      if (++depth > limits.depth || node.childNodes.length > limits.siblings) return undefined;
      stack.push(`</${node.tagName}>`);
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
    }
  }
  return { html: parts.join(""), nodes };
}

/** The head stays: Readability wants one; its own parts are left out. */
function isLeftOut(element: Element, leaveOut: (element: Element) => boolean): boolean {
  if (element.tagName === "head" || element.tagName === "title") return false;
  return SILENT_TAGS.has(element.tagName) || ["meta", "link", "base"].includes(element.tagName) || leaveOut(element);
}

/** 4,096 x 2,304 marks. A page's own characters of that range are blanked in the copy, so that they are no marks. */
function mark(number: number): string {
  return String.fromCharCode(0xe000 + Math.floor(number / 0x900), 0xf000 + (number % 0x900));
}

function escapeText(value: string): string {
  return value
    .replace(/[&<>]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;"))
    .replace(/[\uE000-\uF8FF]/g, " ");
}

const KEPT = new Set([
  "class",
  "id",
  "role",
  "itemprop",
  "itemscope",
  "itemtype",
  "rel",
  "href",
  "src",
  "alt",
  "style",
  "align",
]);

function openTag(element: Element): string {
  let tag = `<${element.tagName}`;
  for (const { name, value } of element.attrs) {
    if (KEPT.has(name))
      tag += ` ${name}="${value
        .replace(/&/g, "&amp;")
        .replace(/"/g, "&quot;")
        .replace(/[<>\uE000-\uF8FF]/g, " ")}"`;
  }
  return `${tag}>`;
}
