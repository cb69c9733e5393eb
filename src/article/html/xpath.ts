/** A text node in, its XPath out ("/html/body/main/p[2]/text()[1]"): how a browser finds the same node again. */
import { type Element, isElement, isText, type Node, type TextNode } from "./tree.ts";

/** Paths of a page's text nodes; each element's step is worked out once. */
export function xpaths(): (node: TextNode) => string {
  const steps = new Map<Node, string>();
  const paths = new Map<Element, string>();
  const step = (node: Node): string => {
    if (!steps.has(node)) numberChildren(node.parentNode?.childNodes ?? [node], steps);
    return steps.get(node)!;
  };
  const elementPath = (element: Element): string => {
    const chain: Element[] = [];
    let at: Node | undefined = element;
    while (at && isElement(at) && !paths.has(at)) {
      chain.push(at);
      at = at.parentNode as Node | undefined;
    }
    let path = at && isElement(at) ? paths.get(at)! : "";
    for (const link of chain.reverse()) {
      path += step(link);
      paths.set(link, path);
    }
    return path;
  };
  return (node) => {
    const parent = node.parentNode as unknown as Node;
    return (parent && isElement(parent) ? elementPath(parent) : "") + step(node);
  };
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
