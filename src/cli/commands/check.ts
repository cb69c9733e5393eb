/** `onrecord check`: a draft and its sources in, a verdict for each quotation out. */
import type { Reading } from "../../index.ts";
import { type Api, loadApi, type ReadOptions } from "../api.ts";
import { wantsColour, widthOf } from "../colour.ts";
import { failureOf, failureText, UsageError } from "../errors.ts";
import { holdsMany, tasksOf } from "../inputs.ts";
import type { Context } from "../program.ts";
import { progress } from "../progress.ts";
import { readTask } from "../work.ts";
import { type ReadCall, readOptionsOf } from "./read.ts";

type CheckCall = Pick<ReadCall, "engine" | "gazetteer" | "date" | "color" | "debug"> & {
  readonly against: readonly string[];
  readonly json?: boolean;
  readonly strict?: boolean;
};

interface Sources {
  readonly readings: readonly Reading[];
  readonly failed: number;
}

async function readAll(api: Api, names: readonly string[], options: ReadOptions, debug: boolean): Promise<Sources> {
  const shown = progress(names.length > 1 || names.some(holdsMany), undefined, process.stderr.isTTY === true);
  const readings: Reading[] = [];
  let failed = 0;
  for await (const task of tasksOf(names, false)) {
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

/** Exit code: 0 all quotations pass, 1 some do not (with --strict: or could not be checked), 2 the check could not be made. */
export async function check(draft: string, call: CheckCall, context: Context): Promise<number> {
  if (holdsMany(draft)) throw new UsageError("check takes one draft", "Name a single file.");
  if (call.against.length === 0)
    throw new UsageError("there is nothing to check against", "Name the sources: --against FILE…");
  const api = await loadApi(context.api);
  const options = await readOptionsOf(api, call);
  const own = await readAll(api, [draft], options, call.debug === true);
  if (own.readings.length === 0) return 2;
  const sources = await readAll(api, call.against, options, call.debug === true);
  if (sources.readings.length === 0) return 2;
  const checked = api.checkDraft(own.readings[0]!, sources.readings);
  const colour = wantsColour(call.color === false ? false : undefined, {
    env: process.env,
    isTty: process.stdout.isTTY === true,
  });
  const width = widthOf(process.stdout.columns, process.env);
  process.stdout.write(
    call.json ? `${JSON.stringify({ draft, checked }, null, 2)}\n` : api.checkedText(checked, { colour, width }),
  );
  const bad = checked.filter(({ verdict }) => !api.CLEAN.has(verdict) && (call.strict || verdict !== "unchecked"));
  return bad.length > 0 || sources.failed > 0 ? 1 : 0;
}
