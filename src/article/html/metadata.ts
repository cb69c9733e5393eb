/** A page in; its title, byline, publisher, address, published and modified out: JSON-LD, then OpenGraph, then meta, then <time>. */
import type { Meta } from "../options.ts";
import { isoDate, urlDate } from "./dates.ts";
import { articleBodyOf, articleItem, type JsonObject, livePostCount, namesIn } from "./json-ld.ts";
import { attr, type Element, elements, textOf } from "./tree.ts";

/** What a page says about itself. */
export interface PageMeta {
  readonly meta: Meta;
  readonly articleBody: string | undefined;
  /** Posts of the live blog that the page says it is. */
  readonly livePosts: number | undefined;
}

/** The parts of a page that speak about it, collected in one pass. */
interface Heads {
  readonly metas: Map<string, string>;
  readonly scripts: string[];
  readonly times: Element[];
  readonly authors: Element[];
  title?: string;
  headline?: string;
  canonical?: string;
  lang?: string;
}

/** Read a page's metadata. `url` is where it was fetched from, if it was. */
export function pageMeta(root: Element, url: string | undefined): PageMeta {
  const heads = collect(root);
  const item = articleItem(heads.scripts);
  const title = titleOf(heads, item);
  const address = httpUrl(heads.canonical) ?? httpUrl(heads.metas.get("og:url")) ?? url;
  const meta = {
    title,
    byline: bylineOf(heads, item),
    publisher: first(
      namesIn(item?.publisher)[0],
      heads.metas.get("og:site_name"),
      heads.metas.get("application-name"),
      heads.metas.get("dc.publisher"),
    ),
    url: address,
    published: publishedOf(heads, item) ?? urlDate(address) ?? urlDate(url),
    modified: modifiedOf(heads, item),
    language: /^[a-z]{2}\b/i.exec(heads.lang ?? "")?.[0]?.toLowerCase(),
  };
  return { meta, articleBody: articleBodyOf(item), livePosts: livePostCount(heads.scripts) };
}

function collect(root: Element): Heads {
  const heads: Heads = { metas: new Map(), scripts: [], times: [], authors: [], lang: attr(root, "lang") };
  for (const element of elements(root)) {
    switch (element.tagName) {
      case "meta":
        addMeta(heads.metas, element);
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
        heads.times.push(element);
        break;
      default:
        if (/\bauthor\b/.test(`${attr(element, "rel")} ${attr(element, "itemprop")}`)) heads.authors.push(element);
    }
  }
  return heads;
}

function addMeta(metas: Map<string, string>, element: Element): void {
  const value = (attr(element, "content") || attr(element, "value")).trim();
  if (value === "") return;
  for (const key of [attr(element, "property"), attr(element, "name"), attr(element, "itemprop")]) {
    for (const name of key.toLowerCase().split(/\s+/))
      if (name !== "" && !metas.has(name)) metas.set(name, value.slice(0, 5000));
  }
}

function scriptText(element: Element): string {
  return element.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}

function titleOf(heads: Heads, item: JsonObject | undefined): string | undefined {
  const own = first(
    namesIn(item?.headline)[0],
    heads.metas.get("og:title"),
    heads.metas.get("twitter:title"),
    heads.metas.get("dc.title"),
  );
  const title = own ?? first(heads.headline, heads.title);
  return title && collapse(decodeTwice(withoutSite(title, heads.headline, heads.metas.get("og:site_name"))));
}

/** "Headline | The Courier" -> "Headline", where the page's own headline or site name shows that the rest is the site's. */
function withoutSite(title: string, headline: string | undefined, site: string | undefined): string {
  const cut = /\s[|–—·»-]\s[^|–—·»]{1,60}$/.exec(title);
  if (!cut) return title;
  const rest = title.slice(0, cut.index);
  const tail = cut[0]
    .replace(/^\s\S\s/, "")
    .trim()
    .toLowerCase();
  const isSite = site !== undefined && tail.includes(site.toLowerCase());
  const isHeadline = headline !== undefined && headline !== "" && rest.startsWith(headline);
  return isSite || isHeadline ? rest : title;
}

function bylineOf(heads: Heads, item: JsonObject | undefined): string | undefined {
  const authors = namesIn(item?.author);
  const named = authors.filter((name) => !/^https?:/.test(name));
  if (named.length > 0) return collapse([...new Set(named)].join(", ")).replace(/^by /i, "");
  const meta = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "twitter:creator",
  ];
  const found = meta
    .map((key) => heads.metas.get(key))
    .find((value) => value !== undefined && !/^https?:|^@|^\d+$/.test(value));
  const linked = heads.authors
    .slice(0, 5)
    .map((element) => textOf(element, 200))
    .filter((name) => name !== "" && name.length < 100);
  const byline = found ?? (linked.length > 0 ? [...new Set(linked)].slice(0, 3).join(", ") : undefined);
  return byline && collapse(byline).replace(/^by:? /i, "");
}

const PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "article.published",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "publish-date",
  "publication_date",
  "dc.date.issued",
  "dcterms.created",
  "dc.date",
  "dcterms.date",
  "article_date_original",
  "originalpublicationdate",
  "rnews:datepublished",
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
  "og:article:modified_time",
  "datemodified",
  "last-modified",
  "lastmod",
  "dcterms.modified",
  "dc.date.modified",
  "utime",
  "revised",
  "article.updated",
];

function publishedOf(heads: Heads, item: JsonObject | undefined): string | undefined {
  return firstDate(
    namesIn(item?.datePublished)[0],
    namesIn(item?.dateCreated)[0],
    ...PUBLISHED.map((key) => heads.metas.get(key)),
    timeOf(heads.times, false),
  );
}

function modifiedOf(heads: Heads, item: JsonObject | undefined): string | undefined {
  return firstDate(
    namesIn(item?.dateModified)[0],
    ...MODIFIED.map((key) => heads.metas.get(key)),
    timeOf(heads.times, true),
  );
}

const UPDATE = /\b(?:modified|updated?|amended|revised|last)\b/i;

/** The first <time> of the page that is marked or worded as an update, or the first that is not. */
function timeOf(times: readonly Element[], modified: boolean): string | undefined {
  const found = times
    .slice(0, 20)
    .find((time) => isUpdate(time) === modified && isoDate(attr(time, "datetime") || textOf(time, 80)) !== undefined);
  return found && (attr(found, "datetime") || textOf(found, 80));
}

function isUpdate(time: Element): boolean {
  const parent = time.parentNode && "tagName" in time.parentNode ? (time.parentNode as Element) : undefined;
  const around = parent ? `${attr(parent, "class")} ${textOf(parent, 120)}` : "";
  return UPDATE.test(
    `${attr(time, "class")} ${attr(time, "itemprop")} ${textOf(time, 80)} ${around.length < 200 ? around : ""}`.replace(
      /([a-z])([A-Z])/g,
      "$1 $2",
    ),
  );
}

function firstDate(...values: (string | undefined)[]): string | undefined {
  for (const value of values) {
    const date = isoDate(value);
    if (date !== undefined) return date;
  }
  return undefined;
}

function first(...values: (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value.trim() !== "")?.trim();
}

function httpUrl(value: string | undefined): string | undefined {
  return value && /^https?:\/\//i.test(value) ? value : undefined;
}

function collapse(value: string): string {
  return value.replace(/\s+/g, " ").trim();
}

/** Titles in JSON-LD are often escaped once more than they should be. */
function decodeTwice(value: string): string {
  const NAMED: Readonly<Record<string, string>> = {
    amp: "&",
    quot: '"',
    apos: "'",
    lt: "<",
    gt: ">",
    rsquo: "’",
    lsquo: "‘",
    ldquo: "“",
    rdquo: "”",
    nbsp: " ",
    ndash: "–",
    mdash: "—",
  };
  return value.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (all, dec, hex, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? all;
    const code = dec ? Number(dec) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
