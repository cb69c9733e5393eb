/** `onrecord read`: inputs in, one stream of output out, failures told one by one. */
import type { Item } from "../../index.ts";
import { type Api, loadApi, type ReadOptions } from "../api.ts";
import { wantsColour, widthOf } from "../colour.ts";
import { failureRecord, failureText, UsageError } from "../errors.ts";
import { FORMAT_NAMES } from "../format-names.ts";
import { IMPATIENT, openInputs, tasksOf, totalOf } from "../inputs.ts";
import { inOrder, type Runner, runner } from "../pool.ts";
import type { Context } from "../program.ts";
import { type Progress, progress } from "../progress.ts";
import { openSink, type Sink } from "../sink.ts";
import type { ItemTask, ReadJob, Result } from "../work.ts";

type FormatName = (typeof FORMAT_NAMES)[number];

/** The options as commander gives them. */
export interface ReadCall {
  readonly format: FormatName;
  readonly by?: "speaker";
  readonly date?: string;
  readonly publisher?: string;
  readonly title?: string;
  readonly gazetteer?: string;
  readonly minConfidence: number;
  readonly jobs: number;
  readonly output?: string;
  readonly inputFormat?: "html" | "markdown" | "text" | "jsonl";
  readonly textColumn?: string;
  readonly allowPrivate?: boolean;
  readonly engine?: string;
  readonly color: boolean;
  readonly debug?: boolean;
  readonly [shorthand: string]: unknown;
}

/** --json and its like are --format json; two different ones contradict each other. */
function formatOf(call: ReadCall): FormatName {
  const asked = FORMAT_NAMES.filter((name) => call[name] === true);
  if (call.format !== "text") asked.push(call.format);
  const distinct = [...new Set(asked)];
  if (distinct.length > 1) {
    throw new UsageError(`more than one format is asked for: ${distinct.join(", ")}`, "Choose one of them.");
  }
  return distinct[0] ?? "text";
}

/** What reading needs of the options. @throws OnrecordError if the gazetteer cannot be read */
export async function readOptionsOf(
  api: Api,
  call: Pick<ReadCall, "engine" | "inputFormat" | "title" | "publisher" | "date" | "gazetteer">,
): Promise<ReadOptions> {
  const { engine, inputFormat, title, publisher, date, gazetteer } = call;
  return {
    ...(gazetteer === undefined ? {} : { gazetteer: await api.readGazetteer(gazetteer) }),
    ...(engine === undefined ? {} : { engine }),
    ...(inputFormat === undefined || inputFormat === "jsonl" ? {} : { format: inputFormat }),
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(date === undefined ? {} : { published: date }),
  };
}

function check(inputs: readonly string[], call: ReadCall, format: FormatName, many: boolean): void {
  const toStdout = call.output === undefined || call.output === "-";
  if (format === "brat" && toStdout) {
    throw new UsageError("brat has two files an article", "Name a new folder with --output.");
  }
  if (format === "parquet" && toStdout && process.stdout.isTTY === true) {
    throw new UsageError("parquet is not for a terminal", "Name a file with --output, or send it into a pipe.");
  }
  if (call.by !== undefined && format !== "text") {
    throw new UsageError(`--by groups the text report; it does not go with ${format}`, "Leave one of the two out.");
  }
  if (call.title !== undefined && many) {
    throw new UsageError("--title is for one article, and there may be more", "Articles say their own titles.");
  }
  if (inputs.filter((input) => input === "-").length > 1) {
    throw new UsageError("standard input (-) is named twice", "Name it once.");
  }
}

async function jobOf(api: Api, call: ReadCall, format: FormatName, many: boolean, context: Context): Promise<ReadJob> {
  const surroundings = { env: process.env, isTty: process.stdout.isTTY === true && call.output === undefined };
  const colour = wantsColour(call.color === false ? false : undefined, surroundings);
  const by = call.by === undefined ? {} : { by: call.by };
  return {
    kind: "read",
    format,
    stream: { many, colour, width: widthOf(process.stdout.columns, process.env), ...by },
    read: { ...(await readOptionsOf(api, call)), minConfidence: call.minConfidence },
    ...(context.api === undefined ? {} : { api: context.api }),
  };
}

/** Reads all inputs. Returns the exit code: 0 all read, 1 some failed. */
export async function read(inputs: readonly string[], call: ReadCall, context: Context): Promise<number> {
  const format = formatOf(call);
  const api = await loadApi(context.api);
  const { items, many } = await openInputs(api, inputs, call, IMPATIENT);
  check(inputs, call, format, many);
  const job = await jobOf(api, call, format, many, context);
  const sink = await openSink(api.FORMATS[format], job.stream, call.output);
  const workers = runner(job, many ? call.jobs : 1);
  const total = many ? await totalOf(api, inputs, call) : 1;
  const alone = process.stdout.isTTY !== true || call.output !== undefined;
  const shown = progress(many, total, process.stderr.isTTY === true && alone);
  const abandon = () => {
    shown.stop();
    sink.abandon();
  };
  process.once("exit", abandon);
  try {
    const failed = await stream(items, { call, job, sink, workers, shown });
    sink.finish();
    return failed > 0 ? 1 : 0;
  } finally {
    process.off("exit", abandon);
    shown.stop();
    workers.close();
  }
}

interface Run {
  readonly call: ReadCall;
  readonly job: ReadJob;
  readonly sink: Sink;
  readonly workers: Runner<ItemTask, Result>;
  readonly shown: Progress;
}

/** Write results as they come, in order. Returns how many inputs failed. */
async function stream(items: AsyncIterable<Item>, { call, job, sink, workers, shown }: Run): Promise<number> {
  let failed = 0;
  await sink.begin();
  for await (const [, result] of inOrder(tasksOf(items), workers)) {
    shown.step(result.ok);
    if (result.ok) await sink.article(result.text);
    else {
      failed++;
      await tell(result, job, sink, call.debug === true);
    }
  }
  await sink.end();
  return failed;
}

/** A failure: a line on stderr, and in JSON Lines a record in the place of the article. */
async function tell(result: Result & { ok: false }, job: ReadJob, sink: Sink, debug: boolean): Promise<void> {
  process.stderr.write(failureText(result.failure, debug));
  if (job.format === "jsonl") await sink.article(failureRecord(result.failure));
}
