/** Lexicon: word lists as data. Files of lexicon/ reach the stages through this, so that stages need no file system. */

/** Access to the word lists. `rows("cues")` gives the rows of lexicon/cues.txt, each split at tabs. */
export interface Lexicon {
  rows(file: string): readonly (readonly string[])[];
}
