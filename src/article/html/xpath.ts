/** A text node in, its XPath out ("/html/body/main/p[2]/text()[1]"): how a browser finds the same node again. */
import { type Element, isElement, isText, type Node, type TextNode } from "./tree.ts";

/** Deeper nodes are named by their place among all text nodes: step by step, the paths would outgrow the page. */
const DEEPEST = 300;

/** Paths of a page's text nodes; each element's step is worked out once. */
export function xpaths(root: Element): (node: TextNode) => string {
  const steps = new Map<Node, string>();
  const paths = new Map<Element, string | undefined>();
  let places: Map<Node, number> | undefined;
  const step = (node: Node): string => {
    if (!steps.has(node)) numberChildren(node.parentNode?.childNodes ?? [node], steps);
    return steps.get(node)!;
  };
  const depths = new Map<Element, number>();
  /** Undefined for an element that stands too deep. */
  const elementPath = (element: Element): string | undefined => {
    const chain: Element[] = [];
    let at: Node | undefined = element;
    while (at && isElement(at) && !depths.has(at)) {
      chain.push(at);
      at = at.parentNode as Node | undefined;
    }
    const known = at && isElement(at) ? at : undefined;
    let path = known ? paths.get(known) : "";
    let depth = known ? depths.get(known)! : 0;
    for (const link of chain.reverse()) {
      path = ++depth > DEEPEST || path === undefined ? undefined : path + step(link);
      paths.set(link, path);
      depths.set(link, depth);
    }
    return path;
  };
  return (node) => {
    const parent = node.parentNode as unknown as Node;
    const path = parent && isElement(parent) ? elementPath(parent) : "";
    if (path !== undefined) return path + step(node);
    places ??= textPlaces(root);
    return `(//text())[${places.get(node)}]`;
  };
}

/** The place of every text node among those of the page, from 1 on. */
function textPlaces(root: Element): Map<Node, number> {
  const places = new Map<Node, number>();
  const stack: Node[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (isText(node)) places.set(node, places.size + 1);
    if (isElement(node)) for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
  }
  return places;
}

/** The steps of all children of one element: position among those of the same name, left out where there is only one. */
function numberChildren(children: readonly Node[], steps: Map<Node, string>): void {
  const totals = new Map<string, number>();
  for (const child of children) totals.set(nameOf(child), (totals.get(nameOf(child)) ?? 0) + 1);
  const seen = new Map<string, number>();
  for (const child of children) {
    const name = nameOf(child);
    const place = (seen.get(name) ?? 0) + 1;
    seen.set(name, place);
    steps.set(child, totals.get(name) === 1 && !isText(child) ? `/${name}` : `/${name}[${place}]`);
  }
}

function nameOf(node: Node): string {
  return isText(node) ? "text()" : node.nodeName;
}
