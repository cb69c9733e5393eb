/** Sizes beyond which an input is refused, with the errors that say so. */
import { OnrecordError } from "../schema/index.ts";

/** 100 MB: more than any article; the whole text is held in memory. */
export const LARGEST_INPUT = 100 * 1024 * 1024;

/** Refuse an input that is too large. */
export function checkSize(size: number, place: string): void {
  if (size <= LARGEST_INPUT) return;
  throw new OnrecordError(
    "too-large",
    `${place} has ${Math.ceil(size / 1024 / 1024)} MB; the limit is ${LARGEST_INPUT / 1024 / 1024} MB.`,
    {
      hint: "Split it into one file an article.",
    },
  );
}

/** Refuse an input without a word in it. */
export function checkText(text: string, place: string): void {
  if (/[^\s\0\uFEFF]/.test(text)) return;
  throw new OnrecordError("empty", `${place} has no text.`, {
    hint: "Check that it is the right file; a page that is filled in by scripts must be saved from the browser.",
  });
}
