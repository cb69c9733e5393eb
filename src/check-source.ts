/** Items in, how much each could matter to a draft's quotations out: cleaned and looked through, and not read for statements. */
import type { FetchOptions } from "./article/fetch/index.ts";
import type { Item } from "./article/files/index.ts";
import { createSieve } from "./check/index.ts";
import { articleOfItem, type ReadOptions } from "./read.ts";
import type { DraftQuotation } from "./schema/index.ts";

export { type Choice, createChoice } from "./check/index.ts";

/** A measure for each quotation, and each part of one that has several; 0 for what cannot matter. @throws OnrecordError as readItem */
export function createItemSieve(
  quotations: readonly DraftQuotation[],
  options: ReadOptions & FetchOptions = {},
): (item: Item) => Promise<number[]> {
  const sieve = createSieve(quotations);
  return async (item) => sieve((await articleOfItem(item, options)).text);
}
