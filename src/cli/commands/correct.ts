/** `onrecord correct`: a person's word over the engine's. */
import type { NewCorrection } from "../../index.ts";
import { loadApi } from "../api.ts";
import { UsageError } from "../errors.ts";
import type { Context } from "../program.ts";

export interface CorrectCall {
  readonly record: string;
  readonly by: string;
  readonly note?: string;
}

function correctionOf(assignment: string, { by, note }: CorrectCall): NewCorrection {
  const at = assignment.indexOf("=");
  if (at < 1) throw new UsageError(`“${assignment}” corrects nothing`, "Write field=value, e.g. type=demand.");
  return { field: assignment.slice(0, at), value: assignment.slice(at + 1), by, ...(note !== undefined && { note }) };
}

export async function correct(
  id: number,
  fields: readonly string[],
  call: CorrectCall,
  context: Context,
): Promise<number> {
  const corrections = fields.map((field) => correctionOf(field, call));
  const api = await loadApi(context.api);
  const record = await api.openRecord(call.record);
  try {
    const { corrections: all } = await record.correct(id, corrections);
    for (const { field, previous, value } of all.slice(-corrections.length)) {
      process.stdout.write(`${id}  ${field}: ${previous ?? "(none)"} -> ${value}\n`);
    }
    return 0;
  } finally {
    record.close();
  }
}
