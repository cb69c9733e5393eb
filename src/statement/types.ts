/** The names that the files of this room share. */
import type { Condition, Statement } from "../schema/index.ts";
import type { ContentReading } from "./content-reading.ts";
import type { CueReading } from "./cue-reading.ts";

export type StatementType = Statement["type"];

/** All that a type rule may look at. */
export interface View {
  readonly kind: Statement["kind"];
  readonly form: Statement["form"];
  readonly cue: CueReading;
  readonly content: ContentReading;
  readonly hasSource: boolean;
  /** Several speak as one. */
  readonly plural: boolean;
  /** The content's conditions, in lower case. */
  readonly conditions: readonly { readonly kind: Condition["kind"]; readonly text: string }[];
  readonly chance: boolean;
}
