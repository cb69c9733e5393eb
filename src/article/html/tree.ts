/** parse5's tree, with the few questions that the rooms ask of it. */
import type { DefaultTreeAdapterTypes } from "parse5";

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
export type Document = DefaultTreeAdapterTypes.Document;

export function isElement(node: { nodeName: string }): node is Element {
  return "tagName" in node;
}

export function isText(node: { nodeName: string }): node is TextNode {
  return node.nodeName === "#text";
}

/** The value of an attribute, "" if it is not there. */
export function attr(element: Element, name: string): string {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value;
  return "";
}

export function hasAttr(element: Element, name: string): boolean {
  return element.attrs.some((attribute) => attribute.name === name);
}

/** Every element below a node, in document order, without recursion (pages nest as deep as they like). */
export function* elements(root: { childNodes: Node[] }): Generator<Element> {
  const stack: Node[] = [...root.childNodes].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (!isElement(node)) continue;
    yield node;
    for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
  }
}

/** All text below an element, white space collapsed, up to a limit. */
export function textOf(element: Element, limit = 5000): string {
  let text = "";
  const stack: Node[] = [...element.childNodes].reverse();
  while (stack.length > 0 && text.length < limit) {
    const node = stack.pop()!;
    if (isText(node)) text += node.value;
    else if (isElement(node) && !/^(?:script|style|template)$/.test(node.tagName)) {
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
    }
  }
  return text.replace(/\s+/g, " ").trim();
}
