/** Inputs in, the sources of a check out, kept in memory; read by worker threads if they are many. A failure is told, and the rest goes on. */
import { availableParallelism } from "node:os";
import type { CheckSource, DraftQuotation, Item } from "../index.ts";
import type { Api, ReadOptions } from "./api.ts";
import type { ReadCall } from "./commands/read.ts";
import { type Failure, failureText } from "./errors.ts";
import { IMPATIENT, openInputs, tasksOf, totalOf } from "./inputs.ts";
import { inOrder, runner } from "./pool.ts";
import type { Context } from "./program.ts";
import { progress } from "./progress.ts";
import type { Job, ResultOf, TaskOf } from "./work.ts";

export interface Sources {
  readonly sources: readonly CheckSource[];
  /** How many could be looked through. */
  readonly read: number;
  readonly failed: number;
}

export interface SourcesCall {
  readonly names: readonly string[];
  readonly read: ReadOptions;
  /** Only what could matter most to these is read for statements; undefined: everything. */
  readonly quotations?: readonly DraftQuotation[] | undefined;
  readonly call: Pick<ReadCall, "textColumn" | "allowPrivate" | "debug"> & { readonly jobs?: number };
}

/** Fewer are read sooner than a worker has loaded its models, and need no choice. */
const FEW = 24;

export async function readSources(
  api: Api,
  { names, read, quotations, call }: SourcesCall,
  context: Context,
): Promise<Sources> {
  const total = await totalOf(api, names, call);
  const { items, many } = await openInputs(api, names, call, IMPATIENT);
  const few = !many || (total !== undefined && total < FEW);
  const run: Run = { jobs: call.jobs ?? (few ? 1 : availableParallelism()), many, total, debug: call.debug === true };
  const where = context.api === undefined ? {} : { api: context.api };
  const source: Job & { kind: "source" } = { kind: "source", read, ...where };
  // A page of the web would be fetched a second time.
  const fetched = names.some((name) => /^https?:/i.test(name));
  if (few || fetched || quotations === undefined) return whole(items, source, run);

  const choice = api.createChoice<Item>();
  const looked = await each(items, { kind: "sieve", quotations, read, ...where }, run, ({ measures }, item) =>
    choice.add(item, measures),
  );
  const { sources, failed } = await whole(choice.chosen(), source, { ...run, total: undefined });
  return { sources, read: looked.done, failed: looked.failed + failed };
}

interface Run {
  readonly jobs: number;
  readonly many: boolean;
  readonly total: number | undefined;
  readonly debug: boolean;
}

type Items = AsyncIterable<Item> | Iterable<Item>;

async function whole(items: Items, job: Job & { kind: "source" }, run: Run): Promise<Sources> {
  const sources: CheckSource[] = [];
  const { done, failed } = await each(items, job, run, ({ source }) => void sources.push(source));
  return { sources, read: done, failed };
}

type Good<J extends Job> = Extract<ResultOf<J>, { readonly ok: true }>;
type Outcome<J extends Job> = Good<J> | { readonly ok: false; readonly failure: Failure };

async function each<J extends Job & { kind: "source" | "sieve" }>(
  items: Items,
  job: J,
  { jobs, many, total, debug }: Run,
  take: (result: Good<J>, item: Item) => void,
): Promise<{ done: number; failed: number }> {
  const workers = runner(job, jobs);
  const shown = progress(many, total, process.stderr.isTTY === true);
  let [done, failed] = [0, 0];
  try {
    for await (const [{ item }, found] of inOrder(
      tasksOf(items) as AsyncIterable<TaskOf<J> & { item: Item }>,
      workers,
    )) {
      const result = found as Outcome<J>;
      shown.step(result.ok);
      if (result.ok) {
        done++;
        take(result, item);
      } else {
        failed++;
        process.stderr.write(failureText(result.failure, debug));
      }
    }
  } finally {
    shown.stop();
    workers.close();
  }
  return { done, failed };
}
