/** `onrecord doctor`: is the record whole, and what can be mended. */
import type { Checkup } from "../../index.ts";
import { loadApi } from "../api.ts";
import type { Context } from "../program.ts";
import { percent } from "../progress.ts";

export interface DoctorCall {
  readonly record: string;
  readonly repair?: boolean;
  readonly json?: boolean;
}

export async function doctor(call: DoctorCall, context: Context): Promise<number> {
  const api = await loadApi(context.api);
  const record = await api.openRecord(call.record);
  const shown = percent(process.stderr.isTTY === true);
  try {
    let found = await record.check(shown.at);
    if (call.repair && found.faults.some(({ mendable }) => mendable)) {
      await record.rebuildIndexes(shown.at);
      found = await record.check(shown.at);
    }
    shown.stop();
    process.stdout.write(call.json ? `${JSON.stringify(found, null, 2)}\n` : text(found, call));
    return found.faults.length > 0 ? 1 : 0;
  } finally {
    shown.stop();
    record.close();
  }
}

function text({ articles, versions, statements, speakers, faults }: Checkup, { record, repair }: DoctorCall): string {
  const head = `${record}: ${articles} articles in ${versions} versions, ${statements} statements, ${speakers} speakers\n`;
  if (faults.length === 0) return `${head}Everything is whole.\n`;
  const lines = faults.map(({ where, what, mendable }) => `  ${where}: ${what}${mendable ? " (can be mended)" : ""}\n`);
  const hint = !repair && faults.some(({ mendable }) => mendable) ? "Mend it with onrecord doctor --repair.\n" : "";
  return `${head}${lines.join("")}${hint}`;
}
