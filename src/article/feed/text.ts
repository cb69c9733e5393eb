/** An element of a feed in; its text, or its content as HTML, out. */
import { Parser } from "htmlparser2";
import type { XmlElement } from "./xml.ts";

/** The elements in it. What an element swallowed whose end tag is missing or misspelt counts as its siblings. */
export function fieldsOf(element: XmlElement): XmlElement[] {
  const fields: XmlElement[] = [];
  gather(element, fields);
  return fields;
}

function gather(element: XmlElement, fields: XmlElement[]): void {
  for (const child of element.content) {
    if (typeof child === "string") continue;
    fields.push(child);
    if (!child.closed) gather(child, fields);
  }
}

/** Its first element of the first of these names that has any content or attribute. */
export function fieldOf(fields: readonly XmlElement[], ...names: readonly string[]): XmlElement | undefined {
  for (const name of names) {
    const found = fields.find((field) => field.name === name && (field.content.length > 0 || hasAttributes(field)));
    if (found) return found;
  }
  return undefined;
}

function hasAttributes(element: XmlElement): boolean {
  return Object.keys(element.attributes).length > 0;
}

/** The characters that stand directly in it. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.content ?? [])
    .filter((part) => typeof part === "string")
    .join("")
    .trim();
}

/** Its content as HTML: characters as they are (they are escaped HTML), or, if it holds elements, those as markup. */
export function htmlOf(element: XmlElement | undefined): string {
  if (!element) return "";
  const isMarkup = element.closed && element.content.some((part) => typeof part !== "string");
  return isMarkup ? markupOf(element).trim() : unescapedTwice(textOf(element));
}

const VOID = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
]);

function markupOf(element: XmlElement): string {
  let markup = "";
  for (const part of element.content) {
    if (typeof part === "string") markup += escapeHtml(part);
    else markup += `<${part.tag}${attributesOf(part)}>${VOID.has(part.tag) ? "" : `${markupOf(part)}</${part.tag}>`}`;
  }
  return markup;
}

function attributesOf({ attributes }: XmlElement): string {
  return Object.entries(attributes)
    .filter(([name]) => !name.startsWith("xmlns"))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join("");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** "&lt;p&gt;" and no tag at all: the whole was escaped once more than it should be. */
function unescapedTwice(html: string): string {
  return !/<[a-z/!]/i.test(html) && /&lt;\/?[a-z]/i.test(html) ? decodeReferences(html) : html;
}

/** Plain text as HTML, one paragraph for each that is set off by an empty line. */
export function htmlFromText(text: string): string {
  return text
    .split(/\n[ \t\r]*\n/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim())}</p>`)
    .join("\n");
}

/** HTML as one line of plain text. */
export function plainText(html: string): string {
  const text = html.includes("<") ? withoutTags(html) : html;
  return (text.includes("&") ? decodeReferences(text) : text).replace(/\s+/g, " ").trim();
}

/** "&eacute;", "&#8217;" as characters; tags are left as they are. */
export function decodeReferences(text: string): string {
  let decoded = "";
  const parser = new Parser({ ontext: (part) => (decoded += part) }, { decodeEntities: true });
  parser.end(text.replaceAll("<", "&lt;"));
  return decoded;
}

/** These stand inside a line; other tags end one. */
const INLINE = /^\/?(?:a|abbr|b|cite|code|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|u)(?=[\s/>])/i;

/** "a < b" has no tag; one that has no end takes nothing with it. */
function withoutTags(html: string): string {
  let text = "";
  let at = 0;
  for (let start = html.indexOf("<"); start >= 0; start = html.indexOf("<", at)) {
    const end = /[a-z/!?]/i.test(html[start + 1] ?? "") ? html.indexOf(">", start) : start;
    if (end < 0) break;
    if (end === start) text += html.slice(at, start + 1);
    else text += html.slice(at, start) + (INLINE.test(html.slice(start + 1, start + 12)) ? "" : " ");
    at = end + 1;
  }
  return text + html.slice(at);
}
