/** One piece of work: an input in, its part of the output (or its failure) out. Runs here or in a worker thread. */
import type { FormatName, Item, StreamOptions } from "../index.ts";
import { loadApi, type ReadOptions } from "./api.ts";
import { type Failure, failureOf } from "./errors.ts";

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

/** Read one input and render it. `place` is its number in the output, from 0. Never rejects. */
export async function work(item: Item, place: number, job: Job): Promise<Result> {
  try {
    const api = await loadApi(job.api);
    const reading = await api.readItem(item, job.read);
    const text = api.FORMATS[job.format].article(reading, place, job.stream);
    return { ok: true, text, statements: reading.statements.length };
  } catch (error) {
    return { ok: false, failure: failureOf(error, item.name) };
  }
}
