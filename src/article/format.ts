/** What is known of an input in, its format out: by name, by content type, by content. */
import type { Format } from "./options.ts";

const ENDINGS: readonly (readonly [RegExp, Format])[] = [
  [/\.(?:html?|xhtml|shtml|php|aspx?)$/i, "html"],
  [/\.(?:md|markdown|mdown|mkd)$/i, "markdown"],
  [/\.(?:vtt|srt)$/i, "subtitles"],
  [/\.(?:txt|text|asc)$/i, "text"],
];

/** The format of a text. A name ending that lies (a page saved as .txt) loses against an unmistakable page. */
export function sniffFormat(text: string, name?: string, contentType?: string): Format {
  const head = text.slice(0, 2000);
  if (looksLikePage(head)) return "html";
  if (looksLikeSubtitles(head)) return "subtitles";
  const byName = ENDINGS.find(([ending]) => ending.test((name ?? "").split(/[?#]/, 1)[0]!))?.[1];
  if (byName) return byName;
  if (/\b(?:html|xhtml)\b/i.test(contentType ?? "")) return "html";
  if (/\bmarkdown\b/i.test(contentType ?? "")) return "markdown";
  if (/^text\/plain\b/i.test(contentType ?? "")) return "text";
  if (isTagged(text.slice(0, 20_000))) return "html";
  return looksLikeMarkdown(text.slice(0, 20_000)) ? "markdown" : "text";
}

/** A doctype, an <html> or <head> at the start, comments and an XML declaration before it aside. */
function looksLikePage(head: string): boolean {
  return /^[\s\uFEFF]{0,50}(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--[^>]{0,500}-->\s{0,20})?<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/i.test(
    head,
  );
}

/** WebVTT's first word, or SubRip's first cue: a number, and the times of its start and end. */
function looksLikeSubtitles(head: string): boolean {
  return /^\uFEFF?(?:WEBVTT\b|\s{0,20}\d{1,6}\s{1,4}\d{1,3}:\d\d:\d\d[,.]\d{3} --> \d)/.test(head);
}

/** A fragment of a page: several closing tags of paragraphs or divisions. */
function isTagged(text: string): boolean {
  return (
    (text.match(/<\/(?:p|div|article|section|h[1-6]|li|blockquote)>/gi)?.length ?? 0) >= 2 && /^\s{0,50}</.test(text)
  );
}

/** Front matter, or at least two signs of Markdown that plain text does not have. */
function looksLikeMarkdown(text: string): boolean {
  if (/^---\r?\n(?:[\w-]{1,40}:[^\n]{0,500}\n){1,30}?---\r?\n/.test(text)) return true;
  const signs = [/^#{1,6} \S/m, /\[[^\]\n]{1,200}\]\(\S{1,500}\)/, /\*\*[^*\n]{1,200}\*\*/, /^!\[[^\]\n]{0,200}\]\(/m];
  return signs.filter((sign) => sign.test(text)).length >= 2;
}
