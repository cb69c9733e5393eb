/** What the parts of the stage hand on to one another. */
import type { ArticleMeta } from "../schema/index.ts";
import type { Found } from "./addressee.ts";
import type { Coreference } from "./coreference.ts";
import type { Frame } from "./frame.ts";
import type { Resolved, SourceContext } from "./sources.ts";

/** One attribution with all that was found for it; filled in as the reading goes on. */
export interface Draft {
  readonly frame: Frame;
  /** The words of its content. */
  readonly words: string;
  resolved: Resolved | undefined;
  addressee: Found | undefined;
  where: Found | undefined;
  through: Found | undefined;
  via: Found | undefined;
}

/** An article being read. */
export interface Reading {
  readonly reference: Coreference;
  readonly context: SourceContext;
  readonly meta: ArticleMeta;
  /** In order of the text. */
  readonly drafts: readonly Draft[];
  readonly byId: ReadonlyMap<string, Draft>;
}
