/** Inputs in, their readings out, kept in memory: for commands that compare articles. A failure is told, and the rest goes on. */
import type { Reading } from "../index.ts";
import type { Api, ReadOptions } from "./api.ts";
import { failureOf, failureText } from "./errors.ts";
import { holdsMany, tasksOf } from "./inputs.ts";
import { progress } from "./progress.ts";
import { readTask } from "./work.ts";

export interface AllRead {
  readonly readings: readonly Reading[];
  readonly failed: number;
}

export async function readAll(
  api: Api,
  names: readonly string[],
  options: ReadOptions,
  { inputFormat, debug }: { readonly inputFormat?: string; readonly debug?: boolean },
): Promise<AllRead> {
  const records = inputFormat === "jsonl";
  const shown = progress(
    records || names.length > 1 || names.some(holdsMany),
    undefined,
    process.stderr.isTTY === true,
  );
  const readings: Reading[] = [];
  let failed = 0;
  for await (const task of tasksOf(names, records)) {
    try {
      readings.push({ input: task.path, ...(await readTask(api, task, options)) });
      shown.step(true);
    } catch (error) {
      failed++;
      shown.step(false);
      process.stderr.write(failureText(failureOf(error, task.path), debug));
    }
  }
  shown.stop();
  return { readings, failed };
}
