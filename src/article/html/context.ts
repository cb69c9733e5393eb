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
}

/** The context of the root of a page. */
export function topContext(element: Element): Context {
  const nothing = { parent: undefined, names: "", kind: undefined, by: undefined };
  return { element, ...nothing, hidden: false, linked: false, depth: 0 };
}

/** Kinds that may hold parts of another kind: a credit in a caption, a time in a byline, a post in a quotation. */
const OPEN_KINDS: ReadonlySet<ElementKind | undefined> = new Set([undefined, "caption", "byline"]);

/**
 * The context of a child. A label is not taken from an element that holds a quarter of the page's words: that is the
 * article itself, whatever its class says.
 */
export function childContext(
  element: Element,
  parent: Context,
  words: ReadonlyMap<Element, number>,
  total: number,
): Context {
  const names = namesOf(element);
  const own = OPEN_KINDS.has(parent.kind) ? elementRule(element, names) : undefined;
  const count = words.get(element) ?? 0;
  const fits = own && (own.kind === "quote" || count * 4 < total) && count <= (own.most ?? count);
  return {
    element,
    parent,
    names,
    kind: fits ? own.kind : parent.kind,
    by: fits ? `html/${own.name}` : parent.by,
    hidden: parent.hidden || isHidden(element),
    linked: parent.linked || element.tagName === "a",
    depth: parent.depth + 1,
  };
}
