/** A parsed page in, its blocks out: the text of each, white space collapsed, with every character's text node. */
import { type Context, childContext, closeContexts, topContext } from "./context.ts";
import { isForScreenReaders } from "./facts.ts";
import { BLOCK_TAGS, SILENT_TAGS } from "./tags.ts";
import { type Element, isElement, isText, type Node, type TextNode } from "./tree.ts";

/** A run of characters of a block: `text` stands for `length` characters from `start` on of a text node. */
export interface PageRun {
  readonly text: string;
  readonly node: TextNode;
  readonly start: number;
  readonly length: number;
}

/** A block of the page, before it is decided whether it belongs to the article. */
export interface PageBlock {
  readonly runs: readonly PageRun[];
  readonly text: string;
  /** The innermost element that stands on lines of its own. */
  readonly context: Context;
  /** The innermost element that holds the whole block: the <a> of <p><a>…</a></p>. */
  readonly inner: Context;
  /** How many of its characters stand in links. */
  readonly linked: number;
}

interface Draft {
  readonly context: Context;
  readonly runs: PageRun[];
  inner: Context | undefined;
  linked: number;
  space: PageRun | undefined;
}

/** A node still to be visited with its next sibling, or the end of a block element. */
type Step =
  | { readonly node: Node; readonly next: Node | undefined; readonly parent: Context }
  | { readonly endOf: Context };

/** The blocks of a page in order, hidden ones too (marked in their context), and the context of every element looked at. */
export interface PageReading {
  readonly blocks: readonly PageBlock[];
  readonly contexts: ReadonlyMap<Element, Context>;
}

/** Read a page's blocks, but for the elements that `leaveOut` names. Without recursion: pages nest deep. */
export function pageBlocks(
  root: Element,
  words: ReadonlyMap<Element, number>,
  leaveOut: (element: Element) => boolean = () => false,
): PageReading {
  const blocks: PageBlock[] = [];
  const contexts = new Map<Element, Context>();
  const total = words.get(root) ?? 0;
  const top = topContext(root);
  contexts.set(root, top);
  let draft = newDraft(top);
  /** The open context at each depth: tells in one step whether a context is around the node being read. */
  const path: Context[] = [top];
  const flush = (context: Context) => {
    if (draft.runs.length > 0) blocks.push(finish(draft));
    draft = newDraft(context);
  };
  const stack: Step[] = [];
  pushChildren(stack, root, top);
  while (stack.length > 0) {
    const step = stack.pop()!;
    if ("endOf" in step) {
      flush(step.endOf.parent ?? top);
      continue;
    }
    const { node, next, parent } = step;
    if (isText(node)) append(draft, node, parent, path);
    if (!isElement(node) || SILENT_TAGS.has(node.tagName) || leaveOut(node)) continue;
    if (node.tagName === "br") {
      if (!softBreak(draft, next)) flush(draft.context);
      continue;
    }
    const context = childContext(node, parent, contexts.size, words, total);
    contexts.set(node, context);
    path[context.depth] = context;
    if (isForScreenReaders(context.names)) continue;
    if (BLOCK_TAGS.has(node.tagName) || standsApart(context, parent)) {
      flush(context);
      stack.push({ endOf: context });
    }
    pushChildren(stack, node, context);
  }
  flush(top);
  closeContexts(contexts.values(), contexts.size);
  return { blocks, contexts };
}

function pushChildren(stack: Step[], element: Element, parent: Context): void {
  for (let i = element.childNodes.length - 1; i >= 0; i--) {
    stack.push({ node: element.childNodes[i]!, next: element.childNodes[i + 1], parent });
  }
}

/** One <br> in the middle of a sentence is a space; any other ends the block. */
function softBreak(draft: Draft, next: Node | undefined): boolean {
  const last = draft.runs.at(-1);
  if (!last || !next || !isText(next)) return false;
  if (!/[\p{L}\d,]$/u.test(last.text.slice(-2)) || !/^\s{0,200}\p{Ll}/u.test(next.value.slice(0, 220))) return false;
  draft.space ??= { text: " ", node: last.node, start: last.start + last.length, length: 0 };
  return true;
}

const APART = new Set(["credit", "caption", "newsletter", "ad"]);

/** A labelled inline element inside an unlabelled block is a block of its own: <p>…<span class="credit">. */
function standsApart(context: Context, parent: Context): boolean {
  return context.kind !== undefined && context.kind !== parent.kind && APART.has(context.kind);
}

function newDraft(context: Context): Draft {
  return { context, runs: [], inner: undefined, linked: 0, space: undefined };
}

/** Blank: white space of HTML, and the no-break space, which pages use as padding. Unseen: soft hyphens, zero-width marks. */
const IRREGULAR = /[\t\n\f\r\u00a0]+[ \t\n\f\r\u00a0]*| [ \t\n\f\r\u00a0]+|[\u00ad\u200b\u2060\ufeff]+|^ | $/g;

/** Add a text node's words. White space becomes one space, held back until a word follows; what is unseen is left out. */
function append(draft: Draft, node: TextNode, context: Context, path: readonly Context[]): void {
  const value = node.value;
  let at = 0;
  for (const found of value.matchAll(IRREGULAR)) {
    keep(draft, node, at, found.index, context, path);
    at = found.index + found[0].length;
    const seen = !/^[\u00ad\u200b\u2060\ufeff]/.test(found[0]);
    if (seen && draft.runs.length > 0) draft.space ??= { text: " ", node, start: found.index, length: found[0].length };
  }
  keep(draft, node, at, value.length, context, path);
}

function keep(
  draft: Draft,
  node: TextNode,
  start: number,
  end: number,
  context: Context,
  path: readonly Context[],
): void {
  if (start >= end) return;
  if (draft.space) draft.runs.push(draft.space);
  draft.space = undefined;
  draft.runs.push({ text: node.value.slice(start, end), node, start, length: end - start });
  if (context.linked) draft.linked += end - start;
  draft.inner = shared(draft.inner ?? context, context, path);
}

/** The innermost context that holds both what was read of the block so far and the context being read. */
function shared(inner: Context, context: Context, path: readonly Context[]): Context {
  let at = inner;
  while (at.parent && (at.depth > context.depth || path[at.depth] !== at)) at = at.parent;
  return at;
}

function finish(draft: Draft): PageBlock {
  const text = draft.runs.map((run) => run.text).join("");
  return { runs: draft.runs, text, context: draft.context, inner: draft.inner ?? draft.context, linked: draft.linked };
}
