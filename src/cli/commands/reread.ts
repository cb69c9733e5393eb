/** `onrecord reread`: brings what other versions have read up to this one, in batches, and tells what changed. */
import { availableParallelism } from "node:os";
import type { OpenRecord, Reread } from "../../index.ts";
import { type Api, loadApi } from "../api.ts";
import { inOrder, runner } from "../pool.ts";
import type { Context } from "../program.ts";
import { progress } from "../progress.ts";
import type { RereadJob } from "../work.ts";

export interface RereadCall {
  readonly record: string;
  readonly jobs?: number;
  readonly json?: boolean;
  readonly engine?: "default" | "accurate";
}

/** Versions whose readings are stored in one transaction. */
const BATCH = 64;

export async function reread(call: RereadCall, context: Context): Promise<number> {
  const api = await loadApi(context.api);
  const record = await api.openRecord(call.record);
  try {
    return await rereadAll(api, record, call, context);
  } finally {
    record.close();
  }
}

async function rereadAll(api: Api, record: OpenRecord, call: RereadCall, context: Context): Promise<number> {
  const engine = api.engineId(call.engine);
  const total = await record.countStale(engine);
  const shown = progress(total > 1, total, process.stderr.isTTY === true);
  const job: RereadJob = {
    kind: "reread",
    record: call.record,
    ...(call.engine !== undefined && { engine: call.engine }),
    ...(context.api !== undefined && { api: context.api }),
  };
  const workers = runner(job, total > 1 ? (call.jobs ?? availableParallelism()) : 1);
  let [after, differing, failed] = [0, 0, 0];
  try {
    for (;;) {
      const versions = await record.stale(engine, after, BATCH);
      if (versions.length === 0) break;
      after = versions.at(-1)!;
      const results = [];
      for await (const [, result] of inOrder(
        versions.map((version) => ({ version })),
        workers,
      )) {
        shown.step(result.reading !== undefined);
        if (result.reading) results.push([result.version, result.reading] as const);
        else {
          failed++;
          process.stderr.write(`onrecord: version ${result.version} stays as it was: ${result.failure}\n`);
        }
      }
      for (const one of await record.storeReadings(results)) {
        if (isDifferent(one)) differing++;
        if (call.json) process.stdout.write(`${JSON.stringify(one)}\n`);
        else if (isDifferent(one)) process.stdout.write(`${line(one)}\n`);
      }
    }
  } finally {
    shown.stop();
    workers.close();
  }
  if (!call.json) {
    process.stderr.write(
      `onrecord: ${total - failed} of ${total} articles read again by ${engine}; ${differing} say something else now\n`,
    );
  }
  return failed > 0 ? 1 : 0;
}

const isDifferent = ({ changes, revised }: Reread): boolean =>
  changes.changed + changes.added + changes.gone + revised > 0;

function line({ article, title, changes, revised }: Reread): string {
  const { same, changed, added, gone } = changes;
  return `${String(article).padStart(6)}  ${title ?? ""}  (${same} same words, ${revised} of them read otherwise; ${changed} changed, ${added} new, ${gone} gone)`;
}
