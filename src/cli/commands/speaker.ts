/** `onrecord speaker`: the speakers of a record that a name fits. */
import { loadApi } from "../api.ts";
import { wantsColour, widthOf } from "../colour.ts";
import type { Context } from "../program.ts";

export interface SpeakerCall {
  readonly record: string;
  readonly limit: number;
  readonly json?: boolean;
  readonly color: boolean;
}

/** Returns the exit code: 0 found, 1 nobody is called so. */
export async function speaker(name: string, call: SpeakerCall, context: Context): Promise<number> {
  const api = await loadApi(context.api);
  const record = await api.openRecord(call.record, { readOnly: true });
  try {
    const found = await record.speakers(name, { limit: call.limit, recent: call.limit });
    const surroundings = { env: process.env, isTty: process.stdout.isTTY === true };
    const colour = wantsColour(call.color === false ? false : undefined, surroundings);
    const width = widthOf(process.stdout.columns, process.env);
    process.stdout.write(
      call.json ? `${JSON.stringify(found, null, 2)}\n` : api.summariesText(found, { width, colour }),
    );
    return found.speakers.length > 0 ? 0 : 1;
  } finally {
    record.close();
  }
}
