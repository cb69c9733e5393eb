/** What the stages need from outside, so that they need no file system: word lists and trained weights. */

/** Access to the word lists. `rows("cues")` gives the rows of lexicon/cues.txt, each split at tabs. */
export interface Lexicon {
  rows(file: string): readonly (readonly string[])[];
}

/** Word lists and weights: in Node the package's own files, in a browser the same files, fetched. */
export interface Resources {
  readonly lexicon: Lexicon;
  /** The bytes of models/`name`. */
  model(name: string): Uint8Array;
}
