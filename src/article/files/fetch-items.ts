/** Items in, the same with their pages fetched out: many hosts at a time, each at its own pace; feeds, sitemaps and lists of feeds opened. */
import type { Fetcher } from "../fetch/index.ts";
import { type Freshness, failed, failedBy, type Item, type UrlItem } from "./item.ts";
import { itemsOfList } from "./lists.ts";
import { LARGEST_LIST } from "./unpack.ts";

export interface FetchItemsOptions {
  /** Asked for at the first address: what needs no fetcher loads none. */
  fetcher(): Promise<Pick<Fetcher, "fetch">>;
  /** What the server gave with the page that is kept under this name. */
  known?(name: string): Promise<Freshness | undefined>;
  /** Ends it: what is not fetched by then is not given. */
  readonly signal?: AbortSignal | undefined;
}

/** Articles asked for and not given yet. */
const AHEAD = 32;
/** Lists open at a time at one depth; others wait. */
const MOST_LISTS = 32;
/** A list of feeds, an index of sitemaps in another, a sitemap. */
const DEEPEST_LIST = 4;

/** Nothing came of it: it was stopped. */
type Outcome = Item | { readonly kind: "list"; readonly items: readonly Item[] } | undefined;

interface Slot {
  outcome?: Outcome;
  isDone: boolean;
}

/** Where items come from: those that were given, or a list. Its items are given in its order. */
interface Source {
  readonly items: AsyncIterator<Item | readonly Item[]>;
  readonly depth: number;
  readonly slots: Slot[];
  state: "open" | "asked" | "ended";
}

/**
 * Given items keep their order; lists among them are given side by side, each in its own order, as their hosts answer.
 * An array among the items is such a list.
 * @throws what `items` and `known` throw
 */
export async function* fetchItems(
  items: AsyncIterable<Item | readonly Item[]>,
  options: FetchItemsOptions,
): AsyncGenerator<Item> {
  const run = createRun(items, options);
  try {
    for (;;) {
      run.ask();
      yield* run.ready();
      if (run.isOver()) return;
      await run.change();
    }
  } finally {
    await run.close();
  }
}

function createRun(items: AsyncIterable<Item | readonly Item[]>, options: FetchItemsOptions) {
  const open = createOpener(options);
  const sources: Source[] = [sourceOf(items, 0)];
  let [changed, wake, fault] = [false, () => {}, undefined as { readonly error: unknown } | undefined];
  const tell = (): void => {
    changed = true;
    wake();
  };
  const fail = (error: unknown): void => {
    fault = { error };
    tell();
  };
  const begin = (source: Source, given: Item | readonly Item[]): void => {
    const slot: Slot = { isDone: false };
    source.slots.push(slot);
    open(given, source.depth).then((outcome) => {
      Object.assign(slot, { outcome, isDone: true });
      tell();
    }, fail);
  };
  const next = (source: Source): void => {
    source.state = "asked";
    source.items.next().then(({ done, value }) => {
      source.state = done ? "ended" : "open";
      if (!done) begin(source, value);
      tell();
    }, fail);
  };
  const mayAsk = ({ state, depth }: Source): boolean =>
    state === "open" && sources.filter((other) => other.depth > depth).length < MOST_LISTS;
  return {
    /** Ask each source in turn for its next item, as long as there is room. */
    ask(): void {
      let room = AHEAD - sources.reduce((sum, { slots, state }) => sum + slots.length + (state === "asked" ? 1 : 0), 0);
      for (const source of sources.filter(mayAsk)) if (room-- > 0) next(source);
    },
    /** What is done and has its turn. */
    *ready(): Generator<Item> {
      if (fault) throw fault.error;
      for (const source of [...sources]) {
        while (source.slots[0]?.isDone) {
          const { outcome } = source.slots.shift()!;
          if (outcome?.kind === "list") sources.push(sourceOf(outcome.items, source.depth + 1));
          else if (outcome) yield outcome;
          changed = true;
        }
      }
      const left = sources.filter(({ state, slots }) => state !== "ended" || slots.length > 0);
      // The one that was asked first comes last the next time.
      sources.splice(0, sources.length, ...left.slice(1), ...left.slice(0, 1));
    },
    isOver: (): boolean => sources.length === 0,
    async change(): Promise<void> {
      if (!changed) await new Promise<void>((resolve) => (wake = resolve));
      changed = false;
    },
    async close(): Promise<void> {
      // One that is still asked would answer to this only after that.
      const ends = sources.map(({ items, state }) => [state, items.return?.()] as const);
      await Promise.all(ends.map(([state, end]) => (state === "asked" ? undefined : end)));
    },
  };
}

function sourceOf(items: AsyncIterable<Item | readonly Item[]> | readonly Item[], depth: number): Source {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : each(items);
  return { items: iterator, depth, slots: [], state: "open" };
}

async function* each(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** Fetches what is an address; opens a list once in a run, so that lists that name each other come to an end. */
function createOpener({ fetcher, known, signal }: FetchItemsOptions) {
  const opened = new Set<string>();

  async function opening(item: UrlItem, depth: number): Promise<Outcome> {
    const fresh = await known?.(item.name);
    const request = { ...fresh, signal, ...(item.open && { maxBytes: LARGEST_LIST }) };
    const page = await (await fetcher()).fetch(item.url, request);
    if (page.notModified) return { ...item, notModified: true };
    const { bytes, url, contentType, etag, lastModified } = page;
    const items = item.open ? await itemsOfList(bytes, item.name, { base: url, contentType }) : undefined;
    if (!items) {
      const { name, from } = item;
      const meta = { ...item.meta, url, contentType, etag, lastModified };
      return { kind: "bytes", name, bytes, meta, ...(from !== undefined && { from }) };
    }
    if (depth >= DEEPEST_LIST) return failed(item.name, "too-large", `${item.name} is a list in ${depth} others.`);
    if (opened.has(url)) return undefined;
    opened.add(url);
    return { kind: "list", items };
  }

  return async (given: Item | readonly Item[], depth: number): Promise<Outcome> => {
    if (signal?.aborted) return undefined;
    if (Array.isArray(given)) return { kind: "list", items: given };
    const item = given as Item;
    if (item.kind !== "url") return item;
    try {
      return await opening(item, depth);
    } catch (error) {
      if (signal?.aborted) return undefined;
      return { ...failedBy(item.name, error), ...(item.from !== undefined && { from: item.from }) };
    }
  };
}
