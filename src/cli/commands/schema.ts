/** `onrecord schema`: the JSON Schema of the output. */
import { loadApi } from "../api.ts";
import { UsageError } from "../errors.ts";
import type { Context } from "../program.ts";

/** Prints the schema of this name. */
export async function schema(name: string, _: unknown, context: Context): Promise<number> {
  const api = await loadApi(context.api);
  const found = api.JSON_SCHEMAS[name as keyof typeof api.JSON_SCHEMAS];
  if (!found) {
    const known = Object.keys(api.JSON_SCHEMAS).join(", ");
    throw new UsageError(`there is no schema called ${name}`, `There are: ${known}.`);
  }
  process.stdout.write(`${JSON.stringify(found(), null, 2)}\n`);
  return 0;
}
