/** What the commands ask of their inputs. */
import type { Item, ItemsOptions } from "../index.ts";
import type { Api } from "./api.ts";
import type { ItemTask } from "./work.ts";

/** May one of these inputs hold more than one article? */
export async function anyHoldsMany(api: Api, names: readonly string[]): Promise<boolean> {
  for (const name of names) if (await api.holdsMany(name)) return true;
  return false;
}

/** The options of itemsOf, from those of the command line. */
export function itemsOptions(call: {
  readonly inputFormat?: string | undefined;
  readonly textColumn?: string | undefined;
}): ItemsOptions {
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
