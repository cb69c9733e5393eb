/** How an item ended. */

export const OUTCOMES = ["added", "unchanged", "updated", "duplicate", "failed"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Added {
  readonly name: string;
  readonly outcome: Exclude<Outcome, "failed">;
  /** Id of the article in the record. */
  readonly article: number;
  readonly title?: string;
  /** Statements that were read in it. */
  readonly statements: number;
  /** duplicate: the article that it is a copy of, and the share of its words that stand there. */
  readonly of?: { readonly article: number; readonly similarity: number };
  /** updated: what became of the statements of the version before. */
  readonly changes?: { readonly same: number; readonly changed: number; readonly added: number; readonly gone: number };
  /** Language of a text that is kept and not read for statements. */
  readonly unread?: string;
}

/** An item that could not be brought in. */
export interface Failed {
  readonly name: string;
  readonly outcome: "failed";
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

export type ItemResult = Added | Failed;
