/** What toArticle takes beside the input. */
import type { Lexicon } from "../schema/index.ts";

export const FORMATS = ["html", "markdown", "text", "subtitles", "pdf", "docx", "epub"] as const;
export type Format = (typeof FORMATS)[number];
/** Formats that are read from bytes, not from decoded text. */
export type DocumentFormat = "pdf" | "docx" | "epub";

/** Options of toArticle. Metadata given here wins over what the input itself says. */
export interface ArticleOptions {
  readonly lexicon: Lexicon;
  /** Else told from the name's ending, the content type and the content. */
  readonly format?: Format | undefined;
  /** File name or URL: a hint for the format, and the place named in errors. */
  readonly name?: string | undefined;
  /** Content-Type header, for its charset and format. */
  readonly contentType?: string | undefined;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  readonly byline?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  /** Leave plain text as it is to the last character, CR LF too: for text that carries offsets. */
  readonly verbatim?: boolean | undefined;
}

/** Metadata that an input gives about itself. */
export interface Meta {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  readonly language?: string | undefined;
}
