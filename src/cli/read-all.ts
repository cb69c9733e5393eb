/** Inputs in, their readings out, kept in memory: for commands that compare articles. A failure is told, and the rest goes on. */
import type { Reading } from "../index.ts";
import type { Api, ReadOptions } from "./api.ts";
import type { ReadCall } from "./commands/read.ts";
import { failureOf, failureText } from "./errors.ts";
import { anyHoldsMany, itemsOptions } from "./inputs.ts";
import { progress } from "./progress.ts";

export interface AllRead {
  readonly readings: readonly Reading[];
  readonly failed: number;
}

export async function readAll(
  api: Api,
  names: readonly string[],
  options: ReadOptions,
  { inputFormat, textColumn, debug }: Pick<ReadCall, "inputFormat" | "textColumn" | "debug">,
): Promise<AllRead> {
  const records = inputFormat === "jsonl";
  const many = records || names.length > 1 || (await anyHoldsMany(api, names));
  const shown = progress(many, undefined, process.stderr.isTTY === true);
  const readings: Reading[] = [];
  let failed = 0;
  for await (const item of api.itemsOf(names, itemsOptions({ inputFormat, textColumn }))) {
    try {
      readings.push(await api.readItem(item, options));
      shown.step(true);
    } catch (error) {
      failed++;
      shown.step(false);
      process.stderr.write(failureText(failureOf(error, item.name), debug));
    }
  }
  shown.stop();
  return { readings, failed };
}
