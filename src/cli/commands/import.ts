/** `onrecord import`: annotated articles into a record, as they were annotated. */
import type { BratTypes, ItemResult } from "../../index.ts";
import { loadApi } from "../api.ts";
import type { Context } from "../program.ts";
import { addedLine, tellFailure } from "./add.ts";

export interface ImportCall {
  readonly record: string;
  readonly by: string;
  readonly bratTypes?: BratTypes;
  readonly json?: boolean;
}

/** Articles of one transaction. */
const BATCH = 64;

/** Returns the exit code: 0 all brought in, 1 some failed. */
export async function importInto(files: readonly string[], call: ImportCall, context: Context): Promise<number> {
  const api = await loadApi(context.api);
  const record = await api.openRecord(call.record);
  let failed = 0;
  try {
    for (const file of files) {
      const all = api.importedArticles(file, { by: call.by, ...(call.bratTypes && { types: call.bratTypes }) });
      for (let at = 0; at < all.length; at += BATCH) {
        for (const result of await record.add(all.slice(at, at + BATCH))) {
          if (result.outcome === "overtaken") throw new Error(`${result.name} came without its reading`);
          if (result.outcome === "failed") failed++;
          tell(result, call);
        }
      }
    }
    return failed > 0 ? 1 : 0;
  } finally {
    record.close();
  }
}

function tell(result: ItemResult, { json }: ImportCall): void {
  tellFailure(result);
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else if (result.outcome !== "failed") process.stdout.write(`${addedLine(result)}\n`);
}
