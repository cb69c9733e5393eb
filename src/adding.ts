/** Items in, what became of each out, in their order: prepared here or by workers, stored in batches. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Item } from "./article/files/index.ts";
import { type FetchingOptions, fetchItems } from "./fetching.ts";
import { createIntake, type IntakeOptions, type Prepared } from "./intake.ts";
import type { OpenRecord } from "./record.ts";
import type { Added, ItemResult } from "./store/index.ts";

/** An item with what was made of it. */
export interface PreparedItem {
  readonly item: Item;
  readonly prepared: Prepared;
}

/** Who cleans and reads: this thread, or a pool of workers. */
export interface Preparer {
  /** In the order of the items. */
  prepared(items: AsyncIterable<Item>): AsyncIterable<PreparedItem>;
  /** An item whole, whatever the record seems to know of it. */
  again(item: Item): Promise<Prepared>;
  close(): void;
}

/** Items of a transaction: a commit that survives a power cut takes some milliseconds, whatever its size. */
const BATCH = 64;
/** A batch that has begun waits no longer for the next item, in ms: nobody waits long for an acknowledgement. */
const PATIENCE = 250;

/**
 * Adds items to a record, one after the other. Every result that it gives is stored already.
 * @throws OnrecordError if the record fails; a bad item is a result with `outcome: "failed"`
 */
export async function* addItems(
  record: OpenRecord,
  items: AsyncIterable<Item> | Iterable<Item>,
  options: IntakeOptions & FetchingOptions = {},
): AsyncGenerator<ItemResult> {
  const preparer = createPreparer(record, options);
  const fetched = fetchItems(eachOf(items), { known: (name) => record.freshness(name), ...options });
  try {
    yield* storeItems(record, preparer.prepared(fetched), preparer.again);
  } finally {
    preparer.close();
  }
}

async function* eachOf(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}

/** A preparer in this thread. */
export function createPreparer(record: OpenRecord, options: IntakeOptions = {}): Preparer {
  const intake = createIntake(record.path, options);
  return {
    async *prepared(items) {
      for await (const item of items) yield { item, prepared: await intake.prepare(item) };
    },
    again: (item) => intake.prepare(item, true),
    close: () => intake.close(),
  };
}

/** Stores what is prepared; `again` prepares an item whole, for the few that another writer has overtaken. */
export async function* storeItems(
  record: OpenRecord,
  prepared: AsyncIterable<PreparedItem>,
  again: (item: Item) => Promise<Prepared>,
): AsyncGenerator<ItemResult> {
  for await (const batch of batches(prepared)) yield* await storeBatch(record, batch, again);
}

async function storeBatch(
  record: OpenRecord,
  batch: readonly PreparedItem[],
  again: (item: Item) => Promise<Prepared>,
): Promise<ItemResult[]> {
  const open = batch.flatMap(({ prepared }) => (isDone(prepared) ? [] : [prepared]));
  const stored = open.length > 0 ? await record.add(open) : [];
  const results: ItemResult[] = [];
  for (const { item, prepared } of batch) {
    const result = isDone(prepared) ? prepared : stored.shift()!;
    if (result.outcome !== "overtaken") results.push(result);
    else results.push(...(await storeBatch(record, [{ item, prepared: await again(item) }], again)));
  }
  return results;
}

/** Known before it was read: there is nothing to store. */
function isDone(prepared: Prepared): prepared is Added {
  return "outcome" in prepared && prepared.outcome !== "failed";
}

/** Runs of items: as many as come while the first of them may wait. */
async function* batches<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  const source = items[Symbol.asyncIterator]();
  const ask = () => {
    const asked = source.next();
    // What it fails with is thrown when it is awaited, and not while a batch is stored.
    asked.catch(() => {});
    return asked;
  };
  try {
    let next = ask();
    for (;;) {
      const first = await next;
      if (first.done) return;
      const batch = [first.value];
      const late = sleep(PATIENCE, undefined, { ref: false });
      next = ask();
      while (batch.length < BATCH) {
        const one = await Promise.race([next, late]);
        if (one === undefined || one.done) break;
        batch.push(one.value);
        next = ask();
      }
      yield batch;
    }
  } finally {
    await source.return?.();
  }
}
