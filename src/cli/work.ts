/** One piece of work: an input in, its part of the output (or its failure) out. Runs here or in a worker thread. */
import type { FormatName, Reading, StreamOptions } from "../index.ts";
import { type Api, loadApi, type ReadOptions } from "./api.ts";
import { type Failure, failureOf } from "./errors.ts";
import type { Task } from "./inputs.ts";

/** The same for all inputs of a run. Must survive being sent to a worker thread. */
export interface Job {
  readonly format: FormatName;
  readonly stream: StreamOptions;
  readonly read: ReadOptions;
  /** Module that holds the API, if not the package's own. */
  readonly api?: string;
}

export type Result =
  | { readonly ok: true; readonly text: string; readonly statements: number }
  | { readonly ok: false; readonly failure: Failure };

/** Read what the task names. */
export async function readTask(api: Api, task: Task, options: ReadOptions): Promise<Reading> {
  if (task.kind === "failed") throw task.error;
  if (task.kind === "record") return api.readRecordLine(task.line, task.path, options);
  if (task.kind === "bytes") return api.readArticle(task.bytes, { ...options, name: task.path });
  return task.kind === "url" ? api.readUrl(task.path, options) : api.readFile(task.path, options);
}

/** Read one input and render it. `place` is its number in the output, from 0. Never rejects. */
export async function work(task: Task, place: number, job: Job): Promise<Result> {
  try {
    const api = await loadApi(job.api);
    const { onrecord, ...read } = await readTask(api, task, job.read);
    const reading = { onrecord, input: task.path, ...read };
    const text = api.FORMATS[job.format].article(reading, place, job.stream);
    return { ok: true, text, statements: reading.statements.length };
  } catch (error) {
    return { ok: false, failure: failureOf(error, task.path) };
  }
}
