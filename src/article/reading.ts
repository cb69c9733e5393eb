/** What each format's reader gives back to toArticle. */
import type { Block, Message, OffsetMap } from "../schema/index.ts";
import type { Meta } from "./options.ts";

export interface FormatReading {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly offsetMap: OffsetMap;
  readonly meta: Meta;
  readonly messages: readonly Message[];
}
