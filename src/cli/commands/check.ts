/** `onrecord check`: a draft and its sources in, a verdict for each quotation out. */
import type { Checked, CheckReport, Draft, OpenRecord } from "../../index.ts";
import { type Api, loadApi } from "../api.ts";
import { wantsColour, widthOf } from "../colour.ts";
import { failureOf, failureText, UsageError } from "../errors.ts";
import { openOutput } from "../output.ts";
import type { Context } from "../program.ts";
import { readSources, type Sources } from "../read-sources.ts";
import { type ReadCall, readOptionsOf } from "./read.ts";

export type CheckCall = Pick<
  ReadCall,
  "engine" | "gazetteer" | "date" | "textColumn" | "allowPrivate" | "color" | "debug"
> & {
  readonly against?: readonly string[];
  readonly record: string;
  /** The record was named in this call, not by default. */
  readonly recordNamed: boolean;
  readonly jobs?: number;
  readonly indirect?: boolean;
  readonly json?: boolean;
  readonly html?: string;
  readonly annotate?: boolean;
  readonly strict?: boolean;
};

/** Exit code: 0 all quotations pass, 1 some do not (with --strict: or could not be checked), 2 the check could not be made. */
export async function check(name: string, call: CheckCall, context: Context): Promise<number> {
  const api = await loadApi(context.api);
  if (call.json && call.annotate)
    throw new UsageError("--json and --annotate contradict each other", "Choose one of them.");
  if (await api.holdsMany(name)) throw new UsageError("check takes one draft", "Name a single file.");
  try {
    return await checkWith(api, name, call, context);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    process.stderr.write(failureText(failureOf(error), call.debug));
    return 2;
  }
}

async function checkWith(api: Api, name: string, call: CheckCall, context: Context): Promise<number> {
  const options = await readOptionsOf(api, call);
  const draft = await api.readDraft(name, { ...options, allowPrivate: call.allowPrivate === true } as Parameters<
    Api["readDraft"]
  >[1]);
  const against = call.against ?? [];
  // What the draft reports in its own words may be near to anything that its speakers say.
  const quotations = call.indirect ? undefined : api.draftQuotations(draft.reading);
  const named = against.length === 0 || call.recordNamed;
  const read = await readSources(api, { names: against, read: options, quotations, call }, context);
  if (read.read === 0 && against.length > 0 && !named) return 2;
  const report = await reportOf(api, name, draft, read, call, named);
  if (!report) return 2;
  await write(api, report, draft, call);
  const isBad = ({ verdict }: Checked): boolean =>
    !api.PASSING.has(verdict) && (call.strict === true || verdict !== "unchecked");
  return read.failed > 0 || report.checked.some(isBad) ? 1 : 0;
}

async function reportOf(
  api: Api,
  name: string,
  { reading }: Draft,
  { sources, read }: Sources,
  call: CheckCall,
  withRecord: boolean,
): Promise<CheckReport | undefined> {
  const indirect = call.indirect === true;
  if (!withRecord) {
    const checker = api.createChecker(sources, { searched: read > 0 });
    return {
      draft: name,
      checked: checker.quotations(reading),
      ...(indirect && { indirect: checker.indirect(reading) }),
    };
  }
  const record = await api.openRecord(call.record, { readOnly: true });
  try {
    if (read === 0 && (await isEmpty(record))) {
      process.stderr.write(
        `onrecord: There is no statement in ${call.record}.\n  Add articles first (onrecord add), or name files with --against.\n`,
      );
      return undefined;
    }
    return {
      draft: name,
      ...(await api.checkAgainstRecord(reading, record, { sources, searched: read > 0, indirect })),
    };
  } finally {
    record.close();
  }
}

const isEmpty = async (record: OpenRecord): Promise<boolean> =>
  (await record.search({ limit: 1, duplicates: true })).total === 0;

async function write(api: Api, report: CheckReport, draft: Draft, call: CheckCall): Promise<void> {
  if (call.html !== undefined) {
    const output = openOutput(call.html);
    await output.write(api.checkedHtml(report));
    output.finish();
    if (call.html === "-") return;
  }
  if (call.annotate) process.stdout.write(api.annotateDraft(draft, report.checked));
  else if (call.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else process.stdout.write(textOf(api, report, call));
}

function textOf(api: Api, { checked, indirect }: CheckReport, call: CheckCall): string {
  const colour = wantsColour(call.color === false ? false : undefined, {
    env: process.env,
    isTty: process.stdout.isTTY === true,
  });
  const width = widthOf(process.stdout.columns, process.env);
  return api.checkedText(checked, { colour, width, ...(indirect && { indirect }) });
}
