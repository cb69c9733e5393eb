/** What the stages after attribution hand to the statement stage. Keys are attribution ids. */

import type { Span } from "./span.ts";
import type { Decision, Party, SaidAt, Speaker, Statement, StatementSpeaker } from "./statement.ts";
import type { TimeExpression } from "./time.ts";

/** The article's metadata, as far as the stages need it. */
export interface ArticleMeta {
  readonly title?: string;
  readonly byline?: string;
  readonly publisher?: string;
  /** ISO 8601 date (or date-time) that relative expressions are resolved against. */
  readonly anchor?: string;
  /** Parts of the text with an anchor of their own (the posts of a live blog): sorted, apart from each other. */
  readonly parts?: readonly (Span & { readonly anchor: string })[];
}

/** Who takes part in one attribution. Unknown parts are absent. */
export interface Parties {
  readonly speaker?: StatementSpeaker;
  readonly addressee?: Party;
  readonly via?: Party;
  readonly where?: Party;
  readonly level: Statement["level"];
  readonly decisions: readonly Decision[];
}

export interface SpeakerReading {
  readonly speakers: readonly Speaker[];
  readonly parties: ReadonlyMap<string, Parties>;
}

/** When one attribution was uttered. `historical`: the text says that it was on an earlier occasion. */
export interface Uttered {
  readonly saidAt?: SaidAt;
  readonly historical: boolean;
  readonly decisions: readonly Decision[];
}

export interface TimeReading {
  readonly expressions: readonly TimeExpression[];
  readonly uttered: ReadonlyMap<string, Uttered>;
}
