/** Items prepared for a record by a pool of workers, or in this thread. */
import type { Item, Preparer } from "../index.ts";
import type { Api, ReadOptions } from "./api.ts";
import { type ReadCall, readOptionsOf } from "./commands/read.ts";
import { tasksOf } from "./inputs.ts";
import { inOrder, runner } from "./pool.ts";
import type { Context } from "./program.ts";
import type { PrepareJob } from "./work.ts";

export type PrepareCall = Pick<ReadCall, "date" | "publisher" | "title" | "gazetteer" | "inputFormat" | "engine"> & {
  readonly record: string;
};

/** What is the same for all items. @throws OnrecordError if the gazetteer cannot be read */
export async function prepareJob(api: Api, call: PrepareCall, context: Context): Promise<PrepareJob> {
  const { engine, ...read }: ReadOptions = await readOptionsOf(api, call);
  const intake = { ...read, ...(engine !== undefined && { engine: engine as "default" | "accurate" }) };
  const own = context.api === undefined ? {} : { api: context.api };
  return { kind: "prepare", record: call.record, intake, ...own };
}

export function preparerOf(job: PrepareJob, jobs: number): Preparer {
  const workers = runner(job, jobs);
  return {
    async *prepared(items) {
      for await (const [{ item }, prepared] of inOrder(tasksOf(items), workers)) yield { item, prepared };
    },
    again: (item: Item) => workers.run({ item, place: 0, whole: true }),
    close: () => workers.close(),
  };
}
