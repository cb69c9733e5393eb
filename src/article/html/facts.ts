/** An element in, the facts that rules ask about out: the words of its names, whether it is hidden. */
import { attr, type Element, hasAttr } from "./tree.ts";

const NAMING = new Set([
  "class",
  "id",
  "data-component",
  "data-testid",
  "data-type",
  "data-module",
  "itemprop",
  "role",
  "rel",
  "aria-label",
]);

/** Names as written -> their words: pages give the same classes to many elements. */
const known = new Map<string, string>();
const MOST_KNOWN = 4096;

/** The words in an element's class, id and the like: "ArticleBody-shareTools" -> article, body, share, tools. */
export function namesOf(element: Element): string {
  let names = "";
  for (const { name, value } of element.attrs) if (NAMING.has(name) && value !== "") names += ` ${value.slice(0, 300)}`;
  if (names === "") return "";
  let words = known.get(names);
  if (words === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    const spaced = names.replace(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase();
    words = ` ${spaced.replace(/[^a-z\d]+/g, " ").trim()} `;
    known.set(names, words);
  }
  return words;
}

/** Hidden from readers by attribute or inline style; a page that fills itself in by script keeps its parts in hidden S: divisions. */
export function isHidden(element: Element): boolean {
  if (hasAttr(element, "hidden")) return !attr(element, "id").startsWith("S:");
  const style = attr(element, "style");
  return style !== "" && /(?:^|[;\s])(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)/i.test(style);
}

/** Text for screen readers only: labels such as "Image caption," and "Share on". */
export function isForScreenReaders(names: string): boolean {
  return / (?:sr only|visually hidden|visuallyhidden|screen reader(?: text| only)?|u h|is hidden|a11y text|offscreen) /.test(
    names,
  );
}
