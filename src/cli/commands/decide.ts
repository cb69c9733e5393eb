/** `onrecord same` and `onrecord apart`: a person's word on who is whom. */
import { loadApi } from "../api.ts";
import type { Context } from "../program.ts";

export interface DecideCall {
  readonly record: string;
  readonly by: string;
  readonly note?: string;
}

const decidedBy = ({ by, note }: DecideCall) => ({ by, ...(note !== undefined && { note }) });

export async function same(keep: number, other: number, call: DecideCall, context: Context): Promise<number> {
  const api = await loadApi(context.api);
  const record = await api.openRecord(call.record);
  try {
    const statements = await record.joinSpeakers(keep, other, decidedBy(call));
    process.stdout.write(`#${other} is #${keep} now: ${statements} statements went over\n`);
    return 0;
  } finally {
    record.close();
  }
}

export async function apart(speaker: number, article: number, call: DecideCall, context: Context): Promise<number> {
  const api = await loadApi(context.api);
  const record = await api.openRecord(call.record);
  try {
    const id = await record.partSpeaker(speaker, article, decidedBy(call));
    process.stdout.write(`In article ${article} it is #${id} now, not #${speaker}\n`);
    return 0;
  } finally {
    record.close();
  }
}
