/** A reference as CSL-JSON: what Zotero, Pandoc and citeproc read. */
import { partsOf } from "../dates.ts";
import type { Reference } from "./reference.ts";

function date(value: string | undefined) {
  const parts = partsOf(value);
  if (!parts) return undefined;
  const numbers = [parts.year, parts.month, parts.day].filter((part) => part !== undefined).map(Number);
  return { "date-parts": [numbers] };
}

/** One item; `accessed` is the day on which the page was looked at. */
export function cslItem(reference: Reference, accessed: string | undefined) {
  const { key, title, authors, publisher, published, url, language, quote, note } = reference;
  return {
    id: key,
    type: "article-newspaper",
    title,
    author: authors.length > 0 ? authors.map((literal) => ({ literal })) : undefined,
    "container-title": publisher,
    issued: date(published),
    accessed: date(accessed),
    URL: url,
    language,
    abstract: quote,
    note,
  };
}
