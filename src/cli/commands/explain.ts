/** `onrecord explain`: what decided each field of a statement. */
import { loadApi } from "../api.ts";
import { wantsColour, widthOf } from "../colour.ts";
import { failureOf, failureText, UsageError } from "../errors.ts";
import { IMPATIENT, openInputs } from "../inputs.ts";
import type { Context } from "../program.ts";
import { type ReadCall, readOptionsOf } from "./read.ts";

type ExplainCall = Pick<
  ReadCall,
  "engine" | "inputFormat" | "title" | "publisher" | "date" | "gazetteer" | "allowPrivate" | "color" | "debug"
> & {
  readonly json?: boolean;
};

/** Reads one article and explains statement `n`, or all of them. */
export async function explain(
  input: string,
  n: number | undefined,
  call: ExplainCall,
  context: Context,
): Promise<number> {
  const api = await loadApi(context.api);
  const options = await readOptionsOf(api, call);
  const { items, many } = await openInputs(api, [input], { allowPrivate: call.allowPrivate }, IMPATIENT);
  if (many) throw new UsageError("explain takes one article", "Name a single file.");
  for await (const item of items) {
    try {
      const reading = await api.readItem(item, options);
      const count = reading.statements.length;
      if (n !== undefined && n > count) {
        throw new UsageError(`there is no statement ${n}: ${input} has ${count}`, "`onrecord read` numbers them.");
      }
      const colour = wantsColour(call.color === false ? false : undefined, {
        env: process.env,
        isTty: process.stdout.isTTY === true,
      });
      const width = widthOf(process.stdout.columns, process.env);
      process.stdout.write(call.json ? api.explainJson(reading, n) : api.explainText(reading, n, { colour, width }));
    } catch (error) {
      if (error instanceof UsageError) throw error;
      process.stderr.write(failureText(failureOf(error, item.name), call.debug));
      return 1;
    }
  }
  return 0;
}
