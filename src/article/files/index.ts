/** Files, folders, archives and standard input -> bytes and single articles-to-be. Node only: the stage itself runs without this. */

export { type FetchItemsOptions, fetchItems } from "./fetch-items.ts";
export type { FailedItem, Freshness, Item, ItemMeta, UrlItem } from "./item.ts";
export { countItems, holdsMany, type ItemsOptions, itemsOf } from "./items-of.ts";
export { type ReadInput, readInput } from "./read-input.ts";
