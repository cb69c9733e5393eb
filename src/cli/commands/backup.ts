/** `onrecord backup`: a consistent copy while the record is in use. */
import { existsSync } from "node:fs";
import { loadApi } from "../api.ts";
import { UsageError } from "../errors.ts";
import type { Context } from "../program.ts";
import { percent } from "../progress.ts";

export async function backup(file: string, call: { readonly record: string }, context: Context): Promise<number> {
  if (existsSync(file)) throw new UsageError(`${file} is there already`, "Name another file, or remove it first.");
  const api = await loadApi(context.api);
  const record = await api.openRecord(call.record, { readOnly: true });
  const shown = percent(process.stderr.isTTY === true);
  try {
    await record.backup(file, shown.at);
    return 0;
  } finally {
    shown.stop();
    record.close();
  }
}
