/** Items in, the same with their pages fetched out, by one fetcher for all of them. Nothing of the network is loaded before the first address. */
import type { Fetcher, FetcherOptions } from "./article/fetch/index.ts";
import { type FetchItemsOptions, fetchItems as fetchWith, type Item } from "./article/files/index.ts";
import { VERSION } from "./version.ts";

export interface FetchingOptions extends FetcherOptions, Pick<FetchItemsOptions, "known"> {
  /** Else one is made from the other options, and closed at the end. */
  readonly fetcher?: Pick<Fetcher, "fetch">;
}

/**
 * Fetches what is an address among the items that itemsOf gives, politely, and opens feeds, sitemaps and lists of feeds.
 * A page comes as its bytes, one that cannot be fetched as a failed item, one that is as it is `known` as its address again.
 * An array among the items is taken for a list of its own, given side by side with others.
 */
export async function* fetchItems(
  items: AsyncIterable<Item | readonly Item[]>,
  { fetcher: given, known, ...options }: FetchingOptions = {},
): AsyncGenerator<Item> {
  let made: Promise<Fetcher> | undefined;
  const make = async () => {
    const { createFetcher } = await import("./article/fetch/index.ts");
    return createFetcher({ version: VERSION, ...options });
  };
  const fetcher = async () => given ?? (await (made ??= make()));
  try {
    yield* fetchWith(items, { fetcher, signal: options.signal, ...(known && { known }) });
  } finally {
    await (await made)?.close();
  }
}
