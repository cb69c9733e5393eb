/** Web annotations: every selector finds the exact words, in the text and in the page it came from. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { toAnnotations } from "../../src/export/index.ts";
import { readArticle } from "../../src/index.ts";
import type { Reading } from "../../src/schema/index.ts";
import { reading } from "./make.ts";
import { pier } from "./pier.ts";

interface Selector {
  readonly type: string;
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly start?: number;
  readonly end?: number;
  readonly value?: string;
  readonly refinedBy?: Selector;
  readonly startSelector?: Selector;
  readonly endSelector?: Selector;
}

interface Target {
  readonly source: string;
  readonly role: string;
  readonly selector: readonly Selector[];
}

interface Page {
  readonly type: string;
  readonly partOf: { readonly total: number };
  readonly items: readonly { readonly id: string; readonly type: string; readonly target: readonly Target[] }[];
}

const pageOf = (r: Reading) => JSON.parse(toAnnotations(r)) as Page;
const selectors = (target: Target, type: string) => target.selector.filter((s) => s.type === type);

/** Every target beside the span that it stands for. */
function pairs(r: Reading) {
  return pageOf(r).items.flatMap(({ target }, i) => {
    const s = r.statements[i]!;
    const spans = [...s.source, ...s.cue, ...s.content, ...s.conditions];
    expect(target).toHaveLength(spans.length);
    return target.map((t, n) => ({
      target: t,
      words: r.article.text.slice(spans[n]!.start, spans[n]!.end),
      at: spans[n]!,
    }));
  });
}

describe("a selector", () => {
  const wide = reading({
    text: "😀😀 “No 😀,” said 😀 Ann. “No 😀,” said Ben. 😀",
    statements: [
      { source: ["😀 Ann"], cue: ["said"], content: ["“No 😀,”"] },
      { source: ["Ben"], cue: [["said", 1]], content: [["“No 😀,”", 1]] },
    ],
  });

  it.each([
    ["a report", pier],
    ["characters of two code units", wide],
  ])("by words and by position finds the span: %s", (_, r) => {
    const characters = [...r.article.text];
    for (const { target, words, at } of pairs(r)) {
      const [quote] = selectors(target, "TextQuoteSelector");
      const [position] = selectors(target, "TextPositionSelector");
      expect(quote!.exact).toBe(words);
      expect(characters.slice(position!.start, position!.end).join("")).toBe(words);
      expect(r.article.text.slice(0, at.start).endsWith(quote!.prefix!)).toBe(true);
      expect(r.article.text.slice(at.end).startsWith(quote!.suffix!)).toBe(true);
      expect(`${quote!.prefix}${quote!.suffix}`).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }
  });

  it("leads into the page's own nodes where the article was a page", async () => {
    const html =
      "<!doctype html><html><head><title>Pier</title></head><body><article><h1>Mayor rejects the pier plan</h1>" +
      "<p>“We  lost\n <em>everything</em> 😀,” said <b>Zoë&nbsp;Reyes</b>, the mayor of Corran, on Monday in a long speech.</p>" +
      "<p>Ben Marsh, who runs the ferry &amp; the quay, said that he would not sign the plan for the new pier.</p></article></body></html>";
    const made = await readArticle(html);
    const document = parse(html);
    expect(made.statements.length).toBeGreaterThan(1);
    let checked = 0;
    for (const { target, words } of pairs(made)) {
      const [inNode] = selectors(target, "XPathSelector");
      const [range] = selectors(target, "RangeSelector");
      const found = inNode
        ? slice(nodeAt(document, inNode.value!), inNode.refinedBy!.start!, inNode.refinedBy!.end!)
        : between(document, range!.startSelector!, range!.endSelector!);
      expect(found.replace(/\s+/g, " ")).toBe(words.replace(/\s+/g, " "));
      checked++;
    }
    expect(checked).toBeGreaterThan(5);
  });
});

type Node = DefaultTreeAdapterTypes.Node;

const childrenOf = (node: Node): readonly Node[] => ("childNodes" in node ? node.childNodes : []);
const charactersOf = (node: Node): string => ("value" in node ? node.value : "");

/** The text node at a path such as /html/body/p[2]/text()[1]. */
function nodeAt(document: Node, xpath: string): Node {
  let node = document;
  for (const [, name, index] of xpath.matchAll(/\/(text\(\)|[a-z0-9]+)(?:\[(\d+)\])?/g)) {
    const wanted = name === "text()" ? "#text" : name!;
    const same = childrenOf(node).filter((child) => child.nodeName === wanted);
    node = same[Number(index ?? 1) - 1]!;
    expect(node, `${xpath} at ${name}`).toBeDefined();
  }
  return node;
}

const slice = (node: Node, start: number, end?: number) => [...charactersOf(node)].slice(start, end).join("");

/** All text from one place in a page to another. */
function between(document: Node, from: Selector, to: Selector): string {
  const [first, last] = [nodeAt(document, from.value!), nodeAt(document, to.value!)];
  let [out, inside] = ["", false];
  const walk = (node: Node) => {
    if (node === first) {
      inside = true;
      out += slice(node, from.refinedBy!.start!);
    } else if (node === last) {
      out += slice(node, 0, to.refinedBy!.end!);
      inside = false;
    } else if (inside && node.nodeName === "#text") out += charactersOf(node);
    for (const child of childrenOf(node)) walk(child);
  };
  walk(document);
  return out;
}

describe("the page", () => {
  const page = pageOf(pier);

  it("holds one annotation a statement, with ids of their own", () => {
    expect([page.type, page.partOf.total, page.items.length]).toEqual(["AnnotationPage", 10, 10]);
    expect(new Set(page.items.map((item) => item.id)).size).toBe(10);
    for (const item of page.items) expect(item.type).toBe("Annotation");
  });

  it("points at the article's address, or at its id if it has none", () => {
    expect(page.items[0]!.target[0]!.source).toBe("https://tide.example/pier?a=1&b=2");
    const local = reading({ text: "“No.”", statements: [{ content: ["“No.”"] }], article: { id: "a b/ü" } });
    expect(pageOf(local).items[0]!.target[0]!.source).toBe("urn:onrecord:article:a%20b%2F%C3%BC");
  });
});
