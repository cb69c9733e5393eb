/** Sizes beyond which an input is refused, with the errors that say so. */
import { OnrecordError } from "../schema/index.ts";

/** 100 MB: more than any article; the whole text is held in memory. A record, a row or a line of a corpus may have no more. */
export const LARGEST_INPUT = 100 * 1024 * 1024;

/** The head of a WARC record, of a web server's answer, of a gzip member or of a table. */
export const LARGEST_HEAD = 64 * 1024;

/** Folders in folders: more is a mistake, or made to exhaust who walks it. */
export const DEEPEST_FOLDER = 64;

/** Refuse an input that is too large. */
export function checkSize(size: number, place: string): void {
  if (size <= LARGEST_INPUT) return;
  throw tooLarge(`${place} has ${Math.ceil(size / 1024 / 1024)} MB`);
}

/** The error for what is larger than an article may be; `what` names it with its size, if that is known. */
export function tooLarge(what: string): OnrecordError {
  return new OnrecordError("too-large", `${what}; the limit is ${LARGEST_INPUT / 1024 / 1024} MB.`, {
    hint: "Split it into one file an article.",
  });
}

/** Refuse an input without a word in it. */
export function checkText(text: string, place: string): void {
  if (/[^\s\0\uFEFF]/.test(text)) return;
  throw new OnrecordError("empty", `${place} has no text.`, {
    hint: "Check that it is the right file; a page that is filled in by scripts must be saved from the browser.",
  });
}
