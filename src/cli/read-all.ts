/** Inputs in, their readings out, kept in memory: for commands that compare articles. A failure is told, and the rest goes on. */
import type { Reading } from "../index.ts";
import type { Api, ReadOptions } from "./api.ts";
import type { ReadCall } from "./commands/read.ts";
import { failureOf, failureText } from "./errors.ts";
import { IMPATIENT, type InputsCall, openInputs } from "./inputs.ts";
import { progress } from "./progress.ts";

export interface AllRead {
  readonly readings: readonly Reading[];
  readonly failed: number;
  /** Could there have been more than one? */
  readonly many: boolean;
}

export async function readAll(
  api: Api,
  names: readonly string[],
  options: ReadOptions,
  call: InputsCall & Pick<ReadCall, "debug">,
): Promise<AllRead> {
  const { items, many } = await openInputs(api, names, call, IMPATIENT);
  const shown = progress(many, undefined, process.stderr.isTTY === true);
  const readings: Reading[] = [];
  let failed = 0;
  for await (const item of items) {
    try {
      readings.push(await api.readItem(item, options));
      shown.step(true);
    } catch (error) {
      failed++;
      shown.step(false);
      process.stderr.write(failureText(failureOf(error, item.name), call.debug));
    }
  }
  shown.stop();
  return { readings, failed, many };
}
