/** What each format's reader gives back to toArticle. */
import type { Block, Entry, Message, OffsetMap } from "../schema/index.ts";
import type { Meta } from "./options.ts";

export interface FormatReading {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly offsetMap: OffsetMap;
  readonly meta: Meta;
  /** The posts of a live blog; an empty list: a live blog without posts, whose text may be empty. */
  readonly entries?: readonly Entry[];
  readonly messages: readonly Message[];
}
