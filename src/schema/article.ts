/** Article: one source text with its metadata. Its text is never edited after cleaning. */
import { z } from "zod";
import { messageSchema } from "./message.ts";
import { spanSchema } from "./span.ts";

/** What a block of the text is. Only body, heading, quote and embed-free blocks are read for statements. */
export const BLOCK_KINDS = [
  "body", // a paragraph of the report
  "heading", // headline or subhead inside the text
  "quote", // set-off quotation (<blockquote>, Markdown >)
  "newsletter",
  "caption",
  "credit",
  "share",
  "read-more",
  "ad",
  "byline",
  "time",
  "correction",
  "embed",
  "comments",
  "legal",
  "author-bio",
  "live-marker",
  "other-residue",
] as const;
export const blockKindSchema = z.enum(BLOCK_KINDS);
export type BlockKind = z.infer<typeof blockKindSchema>;

/** The kinds of block in which statements are looked for; every other kind is residue. */
export const READ_KINDS: ReadonlySet<BlockKind> = new Set(["body", "heading", "quote"]);

export const blockSchema = z
  .strictObject({
    ...spanSchema.shape,
    kind: blockKindSchema,
    by: z.string().describe("name of the rule that chose the kind"),
  })
  .describe(
    "A block (paragraph, heading, caption …) of the text. Blocks tile the text, line breaks between them aside.",
  );
export type Block = Readonly<z.infer<typeof blockSchema>>;

/**
 * One run of the text that stands unbroken in the original: `length` code units from `textStart` on are the
 * code units from `originStart` on of the decoded file (text, Markdown), or of the string at `xpath` (a page's text node, a PDF's text item).
 * With `collapsed`, the run's `originLength` units of the original (a run of white space, an entity in Markdown) stand for it.
 */
export const offsetRunSchema = z.strictObject({
  textStart: z.int().min(0),
  length: z.int().min(0),
  originStart: z.int().min(0),
  originLength: z.int().min(0),
  xpath: z.string().optional(),
});
export type OffsetRun = Readonly<z.infer<typeof offsetRunSchema>>;

export const ORIGINS = ["text", "dom", "pdf", "docx", "epub"] as const;

export const offsetMapSchema = z
  .strictObject({
    origin: z
      .enum(ORIGINS)
      .describe(
        "text: offsets of the decoded file. In all others xpath names the string that an offset counts in. dom: a text node of the page. pdf: /page[3]/item[17], the 17th text item of page 3 as pdf.js lists them (both from 1). docx: a text node of the HTML that mammoth makes of the document. epub: OEBPS/ch1.xhtml#/html/body/p[2]/text()[1], the member of the zip file and a text node in it.",
      ),
    runs: z.array(offsetRunSchema),
  })
  .describe("The way from the text back to the original. Runs are sorted by textStart and do not overlap.");
export type OffsetMap = { readonly origin: (typeof ORIGINS)[number]; readonly runs: readonly OffsetRun[] };

export const entrySchema = z
  .strictObject({
    ...spanSchema.shape,
    published: z.string().optional().describe("ISO 8601: what is said in the entry is dated by it"),
    title: z.string().optional(),
    id: z.string().optional().describe("the entry's own id or address in the page"),
  })
  .describe("One post of a live blog: the part of the text that it is.");
export type Entry = Readonly<z.infer<typeof entrySchema>>;

export const articleSchema = z.strictObject({
  id: z.string(),
  title: z.string().optional(),
  byline: z.string().optional(),
  publisher: z.string().optional(),
  url: z.string().optional(),
  published: z.string().optional().describe("ISO 8601 date or date-time, as precise as the source states it"),
  modified: z.string().optional(),
  language: z.string().optional().describe("ISO 639-1"),
  text: z.string(),
  blocks: z.array(blockSchema),
  entries: z.array(entrySchema).optional().describe("the posts of a live blog, in the order of the text"),
  offsetMap: offsetMapSchema,
  messages: z.array(messageSchema),
});
export interface Article {
  readonly id: string;
  readonly title?: string;
  readonly byline?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly language?: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly entries?: readonly Entry[];
  readonly offsetMap: OffsetMap;
  readonly messages: readonly z.infer<typeof messageSchema>[];
}
