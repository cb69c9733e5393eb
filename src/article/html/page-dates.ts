/** What a page says about itself in; when it was published and when it was modified, kept apart, out. */
import { isoDate } from "./dates.ts";
import { type Heads, metaOf, propOf } from "./heads.ts";
import { type JsonObject, namesIn } from "./json-ld.ts";
import { attr, type Element, isElement, isText, type Node, textOf } from "./tree.ts";

const PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "article:published",
  "datepublished",
  "article.published",
  "article.created",
  "parsely-pub-date",
  "sailthru.date",
  "bt:pubdate",
  "pubdate",
  "publishdate",
  "publish-date",
  "publish_date",
  "published-date",
  "publication_date",
  "publication-date",
  "dc.date.issued",
  "dc.date.created",
  "dc.date.published",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "dcterms.date",
  "article_date_original",
  "originalpublicationdate",
  "rnews:datepublished",
  "citation_publication_date",
  "cxenseparse:recs:publishtime",
  "pdate",
  "ptime",
  "date",
  "creation_date",
  "timestamp",
];
const MODIFIED = [
  "article:modified_time",
  "og:updated_time",
  "og:modified_time",
  "og:article:modified_time",
  "article:modified",
  "datemodified",
  "bt:moddate",
  "last-modified",
  "last_modified",
  "last-updated",
  "lastmod",
  "moddate",
  "dcterms.modified",
  "dc.date.modified",
  "rnews:datemodified",
  "utime",
  "revised",
  "article.updated",
];

/** When the page says that it went out. */
export function publishedOf(heads: Heads, item: JsonObject | undefined): string | undefined {
  return firstDate([
    ...namesIn(item?.datePublished),
    ...namesIn(item?.dateCreated),
    ...PUBLISHED.map((key) => metaOf(heads, key)),
    propOf(heads, "datepublished"),
    propOf(heads, "datecreated"),
    timeOf(heads.times, false),
  ]);
}

/** When the page says that it was changed. */
export function modifiedOf(heads: Heads, item: JsonObject | undefined): string | undefined {
  return firstDate([
    ...namesIn(item?.dateModified),
    ...MODIFIED.map((key) => metaOf(heads, key)),
    propOf(heads, "datemodified"),
    timeOf(heads.times, true),
  ]);
}

const UPDATE = /\b(?:modified|updated?|amended|revised|last)\b/i;

/** The dates that the lines of the page give in words: "Published 3 March 2026, updated 4 March 2026". */
export function wordedDates(lines: readonly string[]): {
  published?: string | undefined;
  modified?: string | undefined;
} {
  const parts = lines
    .slice(0, 10)
    .flatMap((line) => line.slice(0, 200).split(/[|•·(]|[,;]? (?=(?:last )?(?:updated|modified)\b)/i));
  const dated = parts.map((part) => ({
    update: UPDATE.test(part),
    date: isoDate(part.replace(/^[^\d]{0,30}?: /, "")),
  }));
  const of = (update: boolean) => dated.find((part) => part.update === update && part.date !== undefined)?.date;
  return { published: of(false), modified: of(true) };
}

/** The first <time> of the page that is marked or worded as an update, or the first that is not. */
function timeOf(times: readonly Element[], modified: boolean): string | undefined {
  const found = times.find((time) => isUpdate(time) === modified && isoDate(stampOf(time)) !== undefined);
  return found && stampOf(found);
}

function stampOf(time: Element): string {
  return attr(time, "datetime") || textOf(time, 80);
}

/** Does the element, what it says, the words before it or the class around it call it an update? */
function isUpdate(time: Element): boolean {
  const own = `${attr(time, "class")} ${attr(time, "itemprop")} ${textOf(time, 80)} ${wordsBefore(time)}`;
  const parent = time.parentNode && isElement(time.parentNode) ? (time.parentNode as Element) : undefined;
  const alone = parent?.childNodes.filter((node) => node.nodeName === "time").length === 1;
  return UPDATE.test(`${own} ${alone ? attr(parent!, "class") : ""}`.replace(/([a-z])([A-Z])/g, "$1 $2"));
}

/** The text right before an element, back to the <time> before it. */
function wordsBefore(time: Element): string {
  const siblings: readonly Node[] = time.parentNode?.childNodes ?? [];
  const before = siblings.slice(Math.max(0, siblings.indexOf(time) - 4), siblings.indexOf(time));
  const from = before.findLastIndex((node) => node.nodeName === "time") + 1;
  return before
    .slice(from)
    .map((node) => (isText(node) ? node.value.slice(-80) : isElement(node) ? textOf(node, 80) : ""))
    .join(" ");
}

function firstDate(values: readonly (string | undefined)[]): string | undefined {
  for (const value of values) {
    const date = isoDate(value);
    if (date !== undefined) return date;
  }
  return undefined;
}
