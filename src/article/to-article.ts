/** Bytes or characters of one source text in, an Article out: decoded, cleaned, split into blocks, with the way back. */
import { type Article, type Message, OnrecordError } from "../schema/index.ts";
import { decodeBytes } from "./bytes/decode.ts";
import { documentFormat } from "./bytes/document.ts";
import { sniffFormat } from "./format.ts";
import { hashText } from "./hash.ts";
import { detectLanguage } from "./language.ts";
import { checkSize, checkText } from "./limits.ts";
import { readMarkdown } from "./markdown/markdown.ts";
import { type ArticleOptions, type DocumentFormat, FORMATS, type Format, type Meta } from "./options.ts";
import type { FormatReading } from "./reading.ts";
import { residueFinder } from "./residue/index.ts";
import { readPlain } from "./text/plain.ts";
import { readSubtitles } from "./text/subtitles.ts";

/**
 * Read one article. The same input and options give the same article, id included.
 * @throws OnrecordError `binary`, `charset`, `empty`, `too-large`, `bad-option`, `unsupported`
 */
export async function toArticle(input: string | Uint8Array, options: ArticleOptions): Promise<Article> {
  const place = options.name ?? "The input";
  checkFormat(options.format);
  checkSize(input.length, place);
  const document = documentOf(input, options.format, place);
  const reading = document
    ? await readDocument(input as Uint8Array, document, options, place)
    : await readText(input, options, place);
  if (reading.entries?.length !== 0) checkText(reading.text, place);
  return assemble(reading, options);
}

function checkFormat(format: string | undefined): void {
  if (format === undefined || FORMATS.some((known) => known === format)) return;
  throw new OnrecordError("bad-option", `“${format}” is no format; it must be one of ${FORMATS.join(", ")}.`);
}

/** The document format that bytes have, or that the caller says they have. */
function documentOf(input: string | Uint8Array, format: Format | undefined, place: string): DocumentFormat | undefined {
  const named = format === "pdf" || format === "docx" || format === "epub" ? format : undefined;
  if (typeof input !== "string") return format === undefined ? documentFormat(input, place) : named;
  if (named === undefined) return undefined;
  throw new OnrecordError("bad-option", `${place}: the format ${named} is read from bytes, not from a text.`, {
    hint: "Give the file's bytes (a Uint8Array).",
  });
}

/** PDF, DOCX and EPUB. What reads them is loaded only then. */
async function readDocument(
  bytes: Uint8Array,
  format: DocumentFormat,
  { lexicon }: ArticleOptions,
  place: string,
): Promise<FormatReading> {
  const residue = residueFinder(lexicon);
  if (format === "pdf") return (await import("./pdf/pdf.ts")).readPdf(bytes, residue, place);
  if (format === "docx") return (await import("./docx/docx.ts")).readDocx(bytes, residue, place);
  return (await import("./epub/epub.ts")).readEpub(bytes, residue, place);
}

async function readText(input: string | Uint8Array, options: ArticleOptions, place: string): Promise<FormatReading> {
  const source = typeof input === "string" ? input : (await decodeBytes(input, place, options.contentType)).text;
  checkText(source, place);
  return read(source, options.format ?? sniffFormat(source, options.name, options.contentType), options);
}

async function read(source: string, format: Format, options: ArticleOptions): Promise<FormatReading> {
  const residue = residueFinder(options.lexicon);
  if (format === "text") return readPlain(source, residue, options.verbatim ?? false);
  if (format === "markdown") return readMarkdown(source, residue);
  if (format === "subtitles") return readSubtitles(source);
  const { readPage } = await import("./html/page.ts");
  return readPage(source, residue, options.url);
}

async function assemble(reading: FormatReading, options: ArticleOptions): Promise<Article> {
  const detected = options.language ?? (await detectLanguage(prose(reading)));
  const meta = { ...merge(options, reading.meta), language: detected ?? reading.meta.language };
  return {
    id: options.id ?? hashText(reading.text),
    ...known(meta),
    text: reading.text,
    blocks: reading.blocks,
    ...(reading.entries && reading.entries.length > 0 ? { entries: reading.entries } : {}),
    offsetMap: reading.offsetMap,
    messages: [...reading.messages, ...languageNotes(meta.language)],
  };
}

/** The first read blocks, enough to tell the language by. */
function prose({ text, blocks }: FormatReading): string {
  let sample = "";
  for (const block of blocks) {
    if (sample.length > 4000) break;
    if (block.kind === "body") sample += `${text.slice(block.start, Math.min(block.end, block.start + 4000))}\n`;
  }
  return sample;
}

const KEYS = ["title", "byline", "publisher", "url", "published", "modified"] as const;

function merge(options: ArticleOptions, own: Meta): Meta {
  return Object.fromEntries(KEYS.map((key) => [key, options[key] ?? own[key]]));
}

/** Without the fields that nobody gave: they are absent, never empty. */
function known(meta: Meta): Partial<Record<keyof Meta, string>> {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== undefined && value !== ""));
}

function languageNotes(language: string | undefined): Message[] {
  if (language === undefined || /^en\b/i.test(language)) return [];
  const text = `The text seems to be in another language (${language}); statements are read in English only.`;
  return [{ rule: "language/not-read", text }];
}
