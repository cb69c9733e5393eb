/** A draft in, its reading and, where there is one, its text as it was written; and that text back with a comment behind each quotation. */
import { decodeBytes } from "./article/bytes/decode.ts";
import type { FetchOptions } from "./article/fetch/index.ts";
import { readInput } from "./article/files/index.ts";
import { originEndOf, originOf } from "./article/index.ts";
import { commentOf } from "./export/index.ts";
import { type ReadOptions, readArticle, readUrl } from "./read.ts";
import type { Checked, Reading } from "./schema/index.ts";

export interface Draft {
  readonly reading: Reading;
  /** The decoded file of a draft in Markdown or plain text. */
  readonly original?: string;
}

/** Reads a file, a web address or - for standard input. @throws OnrecordError those of readFile and readUrl */
export async function readDraft(name: string, options: ReadOptions & FetchOptions = {}): Promise<Draft> {
  if (/^https?:\/\//i.test(name)) return { reading: { ...(await readUrl(name, options)), input: name } };
  const { bytes, name: known } = await readInput(name);
  const reading: Reading = { ...(await readArticle(bytes, { name: known, ...options })), input: name };
  if (reading.article.offsetMap.origin !== "text") return { reading };
  return { reading, original: (await decodeBytes(bytes, known)).text };
}

/**
 * The draft's text with what was found behind each quotation, as CriticMarkup: `“…”{>>altered: one change: number<<}`. A file in Markdown or plain text
 * stays as it is otherwise; of other formats the cleaned text is given.
 */
export function annotateDraft({ reading, original }: Draft, checked: readonly Checked[]): string {
  const { text, offsetMap } = reading.article;
  const whole = original !== undefined && checked.every((one) => stands(reading, original, one)) ? original : undefined;
  const base = whole ?? text;
  const comments = checked
    .map((one) => {
      const end = behindMark(text, one.quotation.span.end);
      return { at: whole === undefined ? end : originEndOf(offsetMap, end)!.offset, comment: commentOf(one) };
    })
    .sort((a, b) => a.at - b.at);
  let [out, from] = ["", 0];
  for (const { at, comment } of comments) {
    out += base.slice(from, at) + comment;
    from = at;
  }
  return out + base.slice(from) + (base.endsWith("\n") ? "" : "\n");
}

/** Does the file have the quotation where the text has it? */
function stands(
  { article: { text, offsetMap } }: Reading,
  original: string,
  { quotation: { span } }: Checked,
): boolean {
  const start = originOf(offsetMap, span.start);
  const end = originEndOf(offsetMap, behindMark(text, span.end));
  return (
    start !== undefined && end !== undefined && original[start.offset] === text[span.start] && end.offset > start.offset
  );
}

/** Past the mark that closes a quotation, and white space before it. */
function behindMark(text: string, at: number): number {
  const mark = /^\s*["”“’'‘»«]/.exec(text.slice(at, at + 8));
  return mark ? at + mark[0].length : at;
}
