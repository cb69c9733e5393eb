/** An element and its parent's context in, its own out: what kind of block stands in it, whether it is hidden or a link. */
import { type ElementKind, elementRule } from "./element-rules.ts";
import { isHidden, namesOf } from "./facts.ts";
import type { Element } from "./tree.ts";

/** What an element passes down to what stands in it. */
export interface Context {
  readonly element: Element;
  readonly parent: Context | undefined;
  readonly names: string;
  readonly kind: ElementKind | undefined;
  readonly by: string | undefined;
  readonly hidden: boolean;
  readonly linked: boolean;
  readonly depth: number;
  /** The innermost <article> or <main> around it, itself included. */
  readonly part: Context | undefined;
  /** Its number in document order; all that stands in it has numbers below `end` (set when the walk is over). */
  readonly serial: number;
  end: number;
}

/** The context of the root of a page. */
export function topContext(element: Element): Context {
  const nothing = { parent: undefined, names: "", kind: undefined, by: undefined };
  return {
    element,
    ...nothing,
    hidden: false,
    linked: false,
    depth: 0,
    part: undefined,
    serial: 0,
    end: Number.POSITIVE_INFINITY,
  };
}

/** Kinds that may hold parts of another kind: a credit in a caption, a time in a byline, a post in a quotation. */
const OPEN_KINDS: ReadonlySet<ElementKind | undefined> = new Set([undefined, "caption", "byline"]);

/**
 * The context of a child. A label is not taken from an element that holds a quarter of the page's words (half of them,
 * if the rule is one for short parts alone): that is the article itself, whatever its class says.
 */
export function childContext(
  element: Element,
  parent: Context,
  serial: number,
  words: ReadonlyMap<Element, number>,
  total: number,
): Context {
  const names = namesOf(element);
  const count = words.get(element) ?? 0;
  const own = OPEN_KINDS.has(parent.kind) ? elementRule(element, names, count) : undefined;
  const fits = own && (own.kind === "quote" || count * (own.most === undefined ? 4 : 2) < total);
  const context: Context & { part: Context | undefined } = {
    element,
    parent,
    names,
    kind: fits ? own.kind : parent.kind,
    by: fits ? `html/${own.name}` : parent.by,
    hidden: parent.hidden || isHidden(element),
    linked: parent.linked || element.tagName === "a",
    depth: parent.depth + 1,
    part: parent.part,
    serial,
    end: Number.POSITIVE_INFINITY,
  };
  if (element.tagName === "article" || element.tagName === "main") context.part = context;
  return context;
}

/** Does one element stand in the other (or is it the same)? */
export function isWithin(inner: Context, outer: Context): boolean {
  return inner.serial >= outer.serial && inner.serial < outer.end;
}

/** Set the `end` of every context, given in document order: the number of the first one that is no deeper. */
export function closeContexts(contexts: Iterable<Context>, count: number): void {
  const open: Context[] = [];
  for (const context of contexts) {
    while (open.length > 0 && open.at(-1)!.depth >= context.depth) open.pop()!.end = context.serial;
    open.push(context);
  }
  for (const context of open) context.end = count;
}
