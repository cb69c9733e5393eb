/** The kinds of work on one article, each a task in and a result out. They run here or in worker threads, and never reject. */
import type {
  CheckSource,
  DraftQuotation,
  FormatName,
  Intake,
  IntakeOptions,
  Item,
  Prepared,
  RereadResult,
  StreamOptions,
} from "../index.ts";
import { loadApi, type ReadOptions } from "./api.ts";
import { type Failure, failureOf } from "./errors.ts";

/** Read an item and render it. The same for all inputs of a run. */
export interface ReadJob {
  readonly kind: "read";
  readonly format: FormatName;
  readonly stream: StreamOptions;
  readonly read: ReadOptions;
  /** Module that holds the API, if not the package's own. */
  readonly api?: string;
}

/** Prepare an item for a record. */
export interface PrepareJob {
  readonly kind: "prepare";
  readonly record: string;
  readonly intake: IntakeOptions;
  readonly api?: string;
}

/** Read a stored version again. */
export interface RereadJob {
  readonly kind: "reread";
  readonly record: string;
  readonly engine?: "default" | "accurate";
  readonly api?: string;
}

/** Read an item as a source of a check, with its quotations. */
export interface SourceJob {
  readonly kind: "source";
  readonly read: ReadOptions;
  readonly api?: string;
}

/** Measure how much an item could matter to the quotations of a draft. */
export interface SieveJob {
  readonly kind: "sieve";
  readonly quotations: readonly DraftQuotation[];
  readonly read: ReadOptions;
  readonly api?: string;
}

/** Must survive being sent to a worker thread. */
export type Job = ReadJob | PrepareJob | RereadJob | SourceJob | SieveJob;

/** `place` is the item's number in the output, from 0; `whole` reads what the record seems to know. */
export interface ItemTask {
  readonly item: Item;
  readonly place: number;
  readonly whole?: boolean;
}

export interface VersionTask {
  readonly version: number;
}

export type Task = ItemTask | VersionTask;
export type TaskOf<J extends Job> = J extends RereadJob ? VersionTask : ItemTask;

export type Result =
  | { readonly ok: true; readonly text: string; readonly statements: number }
  | { readonly ok: false; readonly failure: Failure };

export type SourceResult =
  | { readonly ok: true /** Absent if it cannot matter. */; readonly source: CheckSource }
  | { readonly ok: false; readonly failure: Failure };

export type SieveResult =
  | { readonly ok: true; readonly measures: readonly number[] }
  | { readonly ok: false; readonly failure: Failure };

interface Results {
  readonly read: Result;
  readonly prepare: Prepared;
  readonly reread: RereadResult;
  readonly source: SourceResult;
  readonly sieve: SieveResult;
}

export type ResultOf<J extends Job> = Results[J["kind"]];

export interface Work<T, R> {
  run(task: T): Promise<R>;
  /** The result of a task whose worker ended under it. */
  died(task: T, why: string): R;
  close(): void;
}

const HINT = "Read it alone with --jobs 1; it may need more memory.";

/** Takes up the work of a job. Nothing is loaded before the first task. */
export function startWork<J extends Job>(job: J): Work<TaskOf<J>, ResultOf<J>> {
  return workOf(job) as unknown as Work<TaskOf<J>, ResultOf<J>>;
}

function workOf(job: Job) {
  switch (job.kind) {
    case "read":
      return reading(job);
    case "prepare":
      return preparing(job);
    case "reread":
      return rereading(job);
    case "source":
      return sourcing(job);
    case "sieve":
      return sieving(job);
  }
}

const diedReading = (name: string, why: string): Failure => ({
  code: "internal",
  message: `reading ${name} ended its worker: ${why}`,
  hint: HINT,
  input: name,
});

function reading(job: ReadJob): Work<ItemTask, Result> {
  return {
    async run({ item, place }) {
      try {
        const api = await loadApi(job.api);
        const reading = await api.readItem(item, job.read);
        const text = api.FORMATS[job.format].article(reading, place, job.stream);
        return { ok: true, text, statements: reading.statements.length };
      } catch (error) {
        return { ok: false, failure: failureOf(error, item.name) };
      }
    },
    died: ({ item }, why) => ({ ok: false, failure: diedReading(item.name, why) }),
    close: () => {},
  };
}

function sourcing(job: SourceJob): Work<ItemTask, SourceResult> {
  return {
    async run({ item }) {
      try {
        const api = await loadApi(job.api);
        return { ok: true, source: api.checkSource(await api.readItem(item, job.read)) };
      } catch (error) {
        return { ok: false, failure: failureOf(error, item.name) };
      }
    },
    died: ({ item }, why) => ({ ok: false, failure: diedReading(item.name, why) }),
    close: () => {},
  };
}

function sieving(job: SieveJob): Work<ItemTask, SieveResult> {
  let sieve: ((item: Item) => Promise<number[]>) | undefined;
  return {
    async run({ item }) {
      try {
        const api = await loadApi(job.api);
        sieve ??= api.createItemSieve(job.quotations, job.read as Parameters<typeof api.createItemSieve>[1]);
        return { ok: true, measures: await sieve(item) };
      } catch (error) {
        return { ok: false, failure: failureOf(error, item.name) };
      }
    },
    died: ({ item }, why) => ({ ok: false, failure: diedReading(item.name, why) }),
    close: () => {},
  };
}

function preparing(job: PrepareJob): Work<ItemTask, Prepared> {
  let intake: Intake | undefined;
  return {
    async run({ item, whole }) {
      const api = await loadApi(job.api);
      intake ??= api.createIntake(job.record, job.intake);
      return intake.prepare(item, whole);
    },
    died: ({ item: { name } }, why) => ({
      name,
      outcome: "failed",
      code: "internal",
      message: `reading ${name} ended its worker: ${why}`,
      hint: HINT,
    }),
    close: () => intake?.close(),
  };
}

function rereading(job: RereadJob): Work<VersionTask, RereadResult> {
  let reread: ((version: number) => Promise<RereadResult>) | undefined;
  return {
    async run({ version }) {
      const api = await loadApi(job.api);
      reread ??= api.createRereader(job.record, job.engine);
      return reread(version);
    },
    died: ({ version }, why) => ({ version, failure: `reading it ended its worker: ${why}` }),
    close: () => {},
  };
}
