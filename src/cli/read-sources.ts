/** Inputs in, the sources of a check out, kept in memory; read by worker threads if they are many. A failure is told, and the rest goes on. */
import { availableParallelism } from "node:os";
import type { CheckSource } from "../index.ts";
import type { Api, ReadOptions } from "./api.ts";
import type { ReadCall } from "./commands/read.ts";
import { failureText } from "./errors.ts";
import { anyHoldsMany, itemsOptions, tasksOf } from "./inputs.ts";
import { inOrder, runner } from "./pool.ts";
import type { Context } from "./program.ts";
import { progress } from "./progress.ts";
import type { SourceJob } from "./work.ts";

export interface Sources {
  readonly sources: readonly CheckSource[];
  readonly failed: number;
}

/** Fewer are read sooner than a worker has loaded its models. */
const FEW = 24;

export async function readSources(
  api: Api,
  names: readonly string[],
  read: ReadOptions,
  call: Pick<ReadCall, "textColumn" | "debug"> & { readonly jobs?: number },
  context: Context,
): Promise<Sources> {
  const job: SourceJob = { kind: "source", read, ...(context.api === undefined ? {} : { api: context.api }) };
  const many = names.length > 1 || (await anyHoldsMany(api, names));
  const total = await api.countItems(names);
  const few = total !== undefined && total < FEW;
  const workers = runner(job, call.jobs ?? (few || !many ? 1 : availableParallelism()));
  const shown = progress(many, total, process.stderr.isTTY === true);
  const sources: CheckSource[] = [];
  let failed = 0;
  try {
    for await (const [, result] of inOrder(tasksOf(api.itemsOf(names, itemsOptions(call))), workers)) {
      shown.step(result.ok);
      if (result.ok) sources.push(result.source);
      else {
        failed++;
        process.stderr.write(failureText(result.failure, call.debug));
      }
    }
  } finally {
    shown.stop();
    workers.close();
  }
  return { sources, failed };
}
