/** A parsed page in, the parts of it that speak about it out: meta, JSON-LD, microdata, <time>, bylines; one pass. */
import { attr, type Element, elements, hasAttr, textOf } from "./tree.ts";

/** What a page says about itself, as it says it. */
export interface Heads {
  /** The values of each <meta>, by its lower-case name. */
  readonly metas: Map<string, string[]>;
  /** The values of each property of microdata (itemprop), by its lower-case name. */
  readonly props: Map<string, string[]>;
  readonly scripts: string[];
  readonly times: Element[];
  /** Elements that rel or itemprop marks as the author, and those that only a class does. */
  readonly authors: Element[];
  readonly named: Element[];
  title?: string;
  headline?: string;
  canonical?: string;
  lang?: string;
}

/** Values kept of one name: a gallery may have thousands. */
const MOST = 20;

/** Collect them. */
export function collectHeads(root: Element): Heads {
  const heads: Heads = {
    metas: new Map(),
    props: new Map(),
    scripts: [],
    times: [],
    authors: [],
    named: [],
    lang: attr(root, "lang"),
  };
  for (const element of elements(root)) {
    collectElement(heads, element);
    if (element.attrs.length > 0) collectNamed(heads, element);
  }
  return heads;
}

/** The first value of a <meta>. */
export function metaOf(heads: Heads, name: string): string | undefined {
  return heads.metas.get(name)?.[0];
}

/** The first value of a property of microdata. */
export function propOf(heads: Heads, name: string): string | undefined {
  return heads.props.get(name)?.[0];
}

function collectElement(heads: Heads, element: Element): void {
  switch (element.tagName) {
    case "meta":
      addMeta(heads, element);
      break;
    case "script":
      if (attr(element, "type").trim().toLowerCase().startsWith("application/ld+json"))
        heads.scripts.push(scriptText(element));
      break;
    case "title":
      if (element.namespaceURI.endsWith("xhtml")) heads.title ??= textOf(element);
      break;
    case "h1":
      heads.headline ??= textOf(element, 500);
      break;
    case "link":
      if (attr(element, "rel").toLowerCase() === "canonical") heads.canonical ??= attr(element, "href");
      break;
    case "time":
      if (heads.times.length < MOST) heads.times.push(element);
  }
}

const PROPS = new Set([
  "author",
  "publisher",
  "headline",
  "description",
  "datepublished",
  "datecreated",
  "datemodified",
]);

/** Names of microdata, of the hAtom microformat, of rel and of class. */
function collectNamed(heads: Heads, element: Element): void {
  for (const { name, value } of element.attrs) {
    if (name === "itemprop") addProps(heads, value.trim().toLowerCase(), element);
    if ((name === "itemprop" || name === "rel") && /(?:^|\s)author(?:\s|$)/.test(value))
      pushAuthor(heads.authors, element);
    if (name !== "class") continue;
    const found = /(?:^|\s)(?:(author)|(published)|updated)(?:\s|$)/.exec(value);
    if (found?.[1]) pushAuthor(heads.named, element);
    else if (found)
      add(
        heads.props,
        found[2] ? "datepublished" : "datemodified",
        attr(element, "title") || attr(element, "datetime"),
      );
  }
}

function pushAuthor(authors: Element[], element: Element): void {
  if (authors.length < MOST && authors.at(-1) !== element) authors.push(element);
}

function addProps(heads: Heads, names: string, element: Element): void {
  for (const name of names.split(/\s+/, 4))
    if (PROPS.has(name) && (heads.props.get(name)?.length ?? 0) < MOST) add(heads.props, name, propValue(element));
}

/** Its value, or that of the name inside it. */
function propValue(element: Element): string {
  const own = attr(element, "content") || attr(element, "datetime") || attr(element, "title");
  if (own !== "" || !hasAttr(element, "itemscope")) return own || textOf(element, 200);
  let steps = 0;
  for (const inner of elements(element)) {
    if (attr(inner, "itemprop") === "name") return attr(inner, "content") || textOf(inner, 200);
    if (++steps > 30) break;
  }
  return textOf(element, 200);
}

function addMeta(heads: Heads, element: Element): void {
  const value = (attr(element, "content") || attr(element, "value")).trim();
  for (const key of ["property", "name", "http-equiv"]) {
    for (const name of attr(element, key).toLowerCase().split(/\s+/, 4)) add(heads.metas, name, value.slice(0, 5000));
  }
}

function add(map: Map<string, string[]>, name: string, value: string): void {
  if (name === "" || value.trim() === "") return;
  const values = map.get(name);
  if (!values) map.set(name, [value.trim()]);
  else if (values.length < MOST) values.push(value.trim());
}

function scriptText(element: Element): string {
  return element.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}
