/** What the commands ask of their inputs. */
import type { FetchingOptions, Item, ItemsOptions } from "../index.ts";
import type { Api } from "./api.ts";
import type { ItemTask } from "./work.ts";

/** The options that say how inputs are taken. */
export interface InputsCall {
  readonly inputFormat?: string | undefined;
  readonly textColumn?: string | undefined;
  readonly allowPrivate?: boolean | undefined;
}

export interface Inputs {
  readonly items: AsyncIterable<Item>;
  /** May there be more than one article? */
  readonly many: boolean;
}

/** The items of these inputs, fetched. Of a single address or standard input, the first item tells whether it is a feed. */
export async function openInputs(
  api: Api,
  names: readonly string[],
  call: InputsCall,
  fetching: FetchingOptions = {},
): Promise<Inputs> {
  const allowPrivate = call.allowPrivate === true;
  const items = api.fetchItems(api.itemsOf(names, itemsOptions(call)), { allowPrivate, ...fetching });
  if (names.length > 1 || call.inputFormat === "jsonl" || (await anyHoldsMany(api, names))) {
    return { items, many: true };
  }
  const first = await items.next();
  if (first.done) return { items, many: false };
  return { items: withFirst(first.value, items), many: first.value.from !== undefined };
}

async function* withFirst(first: Item, rest: AsyncIterable<Item>): AsyncGenerator<Item> {
  yield first;
  yield* rest;
}

/** How many articles these inputs are, where that is known without reading or fetching them. */
export async function totalOf(api: Api, names: readonly string[], call: InputsCall): Promise<number | undefined> {
  if (call.inputFormat === "jsonl" || names.includes("-")) return undefined;
  return api.countItems(names);
}

/** For whoever waits for the answer: tried once more, and no longer. */
export const IMPATIENT: FetchingOptions = { retries: 1 };

/** May one of these inputs hold more than one article? */
async function anyHoldsMany(api: Api, names: readonly string[]): Promise<boolean> {
  for (const name of names) if (await api.holdsMany(name)) return true;
  return false;
}

/** The options of itemsOf, from those of the command line. */
function itemsOptions(call: InputsCall): ItemsOptions {
  return {
    stdinRecords: call.inputFormat === "jsonl",
    ...(call.textColumn === undefined ? {} : { textColumn: call.textColumn }),
  };
}

/** Items as work, numbered. */
export async function* tasksOf(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<ItemTask> {
  let place = 0;
  for await (const item of items) yield { item, place: place++ };
}
