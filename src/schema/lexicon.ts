/** What the stages need from outside, so that they need no file system: word lists and trained weights. */
import type { SortedLines } from "./sorted-lines.ts";

/** Access to the word lists. */
export interface Lexicon {
  /** `rows("cues")`: the rows of lexicon/cues.txt, each split at tabs. */
  rows(file: string): readonly (readonly string[])[];
  /** The lines of a long list, which is sorted. */
  sorted(file: string): SortedLines;
}

/** Word lists and weights: in Node the package's own files, in a browser the same files, fetched. */
export interface Resources {
  readonly lexicon: Lexicon;
  /** The bytes of models/`name`. */
  model(name: string): Uint8Array;
}

/** Rows of a word list: one entry a line, columns split at tabs; empty lines and lines that start with # are left out. */
export function parseRows(file: string): string[][] {
  return file
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}
