/** `onrecord check`: a draft and its sources in, a verdict for each quotation out. */
import { loadApi } from "../api.ts";
import { wantsColour, widthOf } from "../colour.ts";
import { UsageError } from "../errors.ts";
import type { Context } from "../program.ts";
import { readAll } from "../read-all.ts";
import { type ReadCall, readOptionsOf } from "./read.ts";

type CheckCall = Pick<ReadCall, "engine" | "gazetteer" | "date" | "textColumn" | "allowPrivate" | "color" | "debug"> & {
  readonly against: readonly string[];
  readonly json?: boolean;
  readonly strict?: boolean;
};

const [ONE, HINT] = ["check takes one draft", "Name a single file."] as const;

/** Exit code: 0 all quotations pass, 1 some do not (with --strict: or could not be checked), 2 the check could not be made. */
export async function check(draft: string, call: CheckCall, context: Context): Promise<number> {
  const api = await loadApi(context.api);
  const options = await readOptionsOf(api, call);
  if (await api.holdsMany(draft)) throw new UsageError(ONE, HINT);
  const own = await readAll(api, [draft], options, call);
  if (own.many) throw new UsageError(ONE, HINT);
  if (own.readings.length === 0) return 2;
  const sources = await readAll(api, call.against, options, call);
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
  const bad = checked.filter(({ verdict }) => !api.PASSING.has(verdict) && (call.strict || verdict !== "unchecked"));
  return bad.length > 0 || sources.failed > 0 ? 1 : 0;
}
