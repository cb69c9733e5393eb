/** A page in; its title, byline, publisher, address, published and modified out: JSON-LD, then OpenGraph and meta, then microdata, then <time>. */
import type { Meta } from "../options.ts";
import { bylineOf } from "./authors.ts";
import { urlDate } from "./dates.ts";
import { collectHeads, type Heads, metaOf, propOf } from "./heads.ts";
import { articleBodyOf, articleItem, type JsonObject, livePostCount, namesIn, parselyItem } from "./json-ld.ts";
import { modifiedOf, publishedOf } from "./page-dates.ts";
import type { Element } from "./tree.ts";

/** What a page says about itself. */
export interface PageMeta {
  readonly meta: Meta;
  readonly articleBody: string | undefined;
  /** Posts of the live blog that the page says it is. */
  readonly livePosts: number | undefined;
  /** Every wording of its headline, and of the sentence that sums it up: what may stand once more above the report. */
  readonly headlines: readonly string[];
  readonly summaries: readonly string[];
}

/** Read a page's metadata. `url` is where it was fetched from, if it was. */
export function pageMeta(root: Element, url: string | undefined): PageMeta {
  const heads = collectHeads(root);
  const item = articleItem(heads.scripts) ?? parselyItem(metaOf(heads, "parsely-page"));
  const address = addressOf(heads, item, url);
  const publisher = publisherOf(heads, item);
  const meta = {
    title: titleOf(heads, item),
    byline: bylineOf(heads, item, publisher),
    publisher,
    url: address,
    published: publishedOf(heads, item) ?? urlDate(address) ?? urlDate(url),
    modified: modifiedOf(heads, item),
    language: languageOf(heads),
  };
  return {
    meta,
    articleBody: articleBodyOf(item),
    headlines: headlinesOf(heads, item),
    summaries: summariesOf(heads, item),
    livePosts: livePostCount(heads.scripts),
  };
}

const metasOf = (heads: Heads, keys: readonly string[]): (string | undefined)[] =>
  keys.map((key) => metaOf(heads, key));

function addressOf(heads: Heads, item: JsonObject | undefined, url: string | undefined): string | undefined {
  const given = [heads.canonical, metaOf(heads, "og:url"), namesIn(item?.url)[0], metaOf(heads, "parsely-link")];
  return given.map((value) => httpUrl(value, url)).find((value) => value !== undefined) ?? url;
}

function publisherOf(heads: Heads, item: JsonObject | undefined): string | undefined {
  return first(
    namesIn(item?.publisher)[0],
    ...metasOf(heads, ["og:site_name", "application-name", "dc.publisher", "publisher"]),
    propOf(heads, "publisher"),
  );
}

function languageOf(heads: Heads): string | undefined {
  const given = [heads.lang, ...metasOf(heads, ["content-language", "og:locale", "dc.language"])];
  const found = given.map((value) => /^[a-z]{2}(?![a-z])/i.exec(value ?? "")?.[0]).find((value) => value !== undefined);
  return found?.toLowerCase();
}

const TITLES = ["og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title"];

function headlinesOf(heads: Heads, item: JsonObject | undefined): string[] {
  return given(
    ...namesIn(item?.headline),
    ...namesIn(item?.alternativeHeadline),
    ...metasOf(heads, TITLES),
    propOf(heads, "headline"),
    heads.headline,
    heads.title,
  );
}

function summariesOf(heads: Heads, item: JsonObject | undefined): string[] {
  const metas = ["description", "og:description", "twitter:description", "sailthru.description", "dc.description"];
  return given(...namesIn(item?.description), ...metasOf(heads, metas), propOf(heads, "description"));
}

function given(...values: (string | undefined)[]): string[] {
  return values.filter((value) => value !== undefined && value.trim() !== "").map((value) => decodeTwice(value!));
}

function titleOf(heads: Heads, item: JsonObject | undefined): string | undefined {
  const own = first(namesIn(item?.headline)[0], ...metasOf(heads, TITLES), propOf(heads, "headline"));
  const title = own ?? first(heads.headline, heads.title);
  return title && collapse(decodeTwice(withoutSite(title, heads.headline, metaOf(heads, "og:site_name"))));
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

function first(...values: (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value.trim() !== "")?.trim();
}

/** An address of the web, made whole where the page gives it in short. */
function httpUrl(value: string | undefined, base: string | undefined): string | undefined {
  if (!value) return undefined;
  if (/^https?:\/\//i.test(value)) return value;
  return base !== undefined && URL.canParse(value, base) ? new URL(value, base).href : undefined;
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
