/** What a document's file says about itself in, what of it can be believed out: a wrong date or author is worse than none. */
import { isoDate } from "./html/dates.ts";
import type { Meta } from "./options.ts";

/** The fields as the file has them. */
export interface FileFacts {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  /** ISO 8601, or as isoDate reads it. */
  readonly created?: string | undefined;
}

/**
 * Metadata of a PDF, DOCX or EPUB; `text` is its text, against which the date is held. With `strict` the text must confirm the
 * date: that of a Word document is often its template's.
 */
export function fileMeta({ title, author, created }: FileFacts, text: string, strict = false): Meta {
  const published = plausibleDate(created, text, strict);
  return { title: plausibleTitle(title), byline: plausibleAuthor(author), published };
}

/** Not a file name, not a program's placeholder: "Microsoft Word - statement_v3.doc", "untitled", "Document1". */
function plausibleTitle(raw: string | undefined): string | undefined {
  const title = raw?.replace(/\s+/g, " ").trim() ?? "";
  if (title.length < 3 || title.length > 300 || !/\p{L}{2}/u.test(title)) return undefined;
  const placeholder =
    /^(?:microsoft (?:word|powerpoint)|untitled|unknown|(?:document|presentation|slide|page|title)\s?\d*$)/i;
  return placeholder.test(title) || /\.\w{2,5}$/.test(title) || /^\S*[_\\/]\S*$/.test(title) ? undefined : title;
}

/** Two capitalised words at least: "Ada Quill", not "admin", "jquill7" or "PScript5.dll". */
function plausibleAuthor(raw: string | undefined): string | undefined {
  const author = raw?.replace(/\s+/g, " ").trim() ?? "";
  const named = /^\p{Lu}[\p{L}.’'-]{0,40}(?:,? (?:\p{Lu}|and |de |van |von |al )[\p{L}.’'-]{0,40}){1,12}$/u.test(
    author,
  );
  return named && !/\b(?:User|Admin|Administrator|Microsoft|Office|Windows|Adobe|Owner)\b/i.test(author)
    ? author
    : undefined;
}

const FULL_DATE =
  /\b\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} \d{4}\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, \d{4}\b|\b\d{4}-\d{2}-\d{2}\b/g;
const HEAD = 3000;
const NEAR = 31 * 24 * 60 * 60 * 1000;

/**
 * The day the file was made, if the text does not speak against it: where the head of the text names full dates, one of them
 * must lie within a month. A file made again years later (a scan, an archive's copy) fails that.
 */
function plausibleDate(created: string | undefined, text: string, strict: boolean): string | undefined {
  const date = isoDate(created);
  if (date === undefined || date < "1990" || Date.parse(date) > Date.now() + 24 * 60 * 60 * 1000) return undefined;
  const own = (text.slice(0, HEAD).match(FULL_DATE) ?? []).map(isoDate).filter((day) => day !== undefined);
  const near = own.some((day) => Math.abs(Date.parse(day) - Date.parse(date)) <= NEAR);
  return near || (own.length === 0 && !strict) ? date : undefined;
}
