/** A sitemap (XML, news sitemap, plain text, index of sitemaps) in, its addresses out; in pieces, so that a large one is no burden. */
import { OnrecordError } from "../../schema/index.ts";
import { resolveUrl } from "./address.ts";
import { feedDate } from "./dates.ts";
import { languageOf } from "./entry.ts";
import { fieldOf, fieldsOf, plainText, textOf } from "./text.ts";
import type { Sitemap, SitemapEntry } from "./types.ts";
import { createXmlReader, type XmlElement } from "./xml.ts";

export interface SitemapReader {
  /** The entries that this piece of the text completed. */
  write(chunk: string): SitemapEntry[];
  /** The last entries, and what it was. @throws OnrecordError `unsupported` */
  end(): Sitemap;
}

const PIECE = 1 << 16;

/** Read a sitemap whole. @throws OnrecordError `unsupported` */
export function parseSitemap(text: string, base?: string): Sitemap {
  const reader = createSitemapReader(base);
  const entries: SitemapEntry[] = [];
  for (let at = 0; at < text.length; at += PIECE) {
    for (const entry of reader.write(text.slice(at, at + PIECE))) entries.push(entry);
  }
  const { kind, entries: last } = reader.end();
  return { kind, entries: [...entries, ...last] };
}

/** A reader that takes the text in pieces and keeps nothing of what it gave back. */
export function createSitemapReader(base?: string): SitemapReader {
  let reader: SitemapReader | undefined;
  return {
    write(chunk) {
      if (!reader && chunk.replace(/^[\s\uFEFF]+/, "") === "") return [];
      reader ??= /^[\s\uFEFF]*</.test(chunk) ? xmlSitemap(base) : textSitemap(base);
      return reader.write(chunk);
    },
    end: () => (reader ?? textSitemap(base)).end(),
  };
}

function xmlSitemap(base: string | undefined): SitemapReader {
  let entries: SitemapEntry[] = [];
  const reader = createXmlReader({
    base,
    isRecord: (name) => name === "url" || name === "sitemap",
    onRecord(record) {
      const entry = entryOf(record, base);
      if (entry) entries.push(entry);
    },
  });
  const taken = () => {
    const done = entries;
    entries = [];
    return done;
  };
  return {
    write(chunk) {
      reader.write(chunk);
      return taken();
    },
    end() {
      const tag = reader.end().root?.tag;
      if (tag !== "urlset" && tag !== "sitemapindex") throw notASitemap(tag === undefined ? "no element" : `<${tag}>`);
      return { kind: tag === "urlset" ? "urlset" : "index", entries: taken() };
    },
  };
}

function entryOf(record: XmlElement, base: string | undefined): SitemapEntry | undefined {
  const fields = fieldsOf(record);
  const url = resolveUrl(textOf(fieldOf(fields, "loc")), base);
  if (!url) return undefined;
  const news = fields.find(({ name }) => name === "news:news");
  const about = news
    ? fieldsOf(news).flatMap((field) => (field.name === "news:publication" ? fieldsOf(field) : [field]))
    : [];
  const given = {
    modified: feedDate(textOf(fieldOf(fields, "lastmod"))),
    title: plainText(textOf(fieldOf(about, "news:title"))),
    published: feedDate(textOf(fieldOf(about, "news:publication_date"))),
    publisher: plainText(textOf(fieldOf(about, "news:name"))),
    language: languageOf(textOf(fieldOf(about, "news:language"))),
  };
  return { url, ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as object) };
}

/** One address a line; of other lines nothing is taken. */
function textSitemap(base: string | undefined): SitemapReader {
  let rest = "";
  let found = 0;
  const take = (lines: readonly string[]): SitemapEntry[] => {
    const urls = lines.map((line) => (/^\s{0,20}https?:/i.test(line) ? resolveUrl(line, base) : undefined));
    const entries = urls.filter((url) => url !== undefined).map((url) => ({ url }));
    found += entries.length;
    return entries;
  };
  return {
    write(chunk) {
      const lines = (rest + chunk.replace(/^\uFEFF/, "")).split("\n");
      rest = lines.pop()!.slice(0, PIECE);
      return take(lines);
    },
    end() {
      const entries = take([rest]);
      if (found === 0) throw notASitemap("no line with an address");
      return { kind: "urlset", entries };
    },
  };
}

function notASitemap(what: string): OnrecordError {
  return new OnrecordError(
    "unsupported",
    `This is no sitemap: it has ${what}, not <urlset>, <sitemapindex> or one address a line.`,
    {
      hint: "Sitemaps are named in a site's robots.txt.",
    },
  );
}
