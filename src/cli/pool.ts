/** Work in parallel, results in the order of the tasks, memory bounded. */
import { Worker } from "node:worker_threads";
import { type Job, type ResultOf, startWork, type Task, type TaskOf } from "./work.ts";

/** How the tasks are run: here, or by a number of worker threads. */
export interface Runner<T extends Task, R> {
  /** Tasks that may be under way or done but not yet taken. */
  readonly window: number;
  run(task: T): Promise<R>;
  close(): void;
}

function inProcess<J extends Job>(job: J): Runner<TaskOf<J>, ResultOf<J>> {
  const { run, close } = startWork(job);
  return { window: 1, run, close };
}

const WORKER = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);

/** From sources, a worker needs tsx of its own: the loader of the main thread does not reach it. */
function newWorker(job: Job): Worker {
  if (WORKER.pathname.endsWith(".js")) return new Worker(WORKER, { workerData: job });
  const tsx = import.meta.resolve("tsx/esm/api");
  const code = `import("${tsx}").then((api) => (api.register(), import("${WORKER.href}")));`;
  return new Worker(code, { eval: true, workerData: job });
}

/** One worker with at most one task at a time. A worker that dies fails its task and is replaced at the next. */
function seat<J extends Job>(job: J) {
  let worker: Worker | undefined;
  let closed = false;
  let current: { task: TaskOf<J>; resolve: (result: ResultOf<J>) => void } | undefined;
  const { died: resultOfDeath } = startWork(job);
  const settle = (result: ResultOf<J>) => {
    const { resolve } = current ?? {};
    current = undefined;
    resolve?.(result);
  };
  const started = () => {
    const made = newWorker(job);
    // A death is told twice, as an error and as an exit: by the second the seat may have another worker and another task.
    const died = (why: string) => {
      if (worker !== made) return;
      worker = undefined;
      if (current) settle(resultOfDeath(current.task, why));
    };
    made.on("message", (result) => worker === made && settle(result));
    made.on("error", (error) => died(error.message));
    made.on("exit", (code) => died(`exit code ${code}`));
    return made;
  };
  return {
    async run(task: TaskOf<J>): Promise<ResultOf<J>> {
      // Tasks that waited for a seat when the run was given up: a worker started for them would never end.
      if (closed) return resultOfDeath(task, "the run was given up");
      worker ??= started();
      worker.postMessage(task);
      return new Promise((resolve) => {
        current = { task, resolve };
      });
    },
    close() {
      closed = true;
      void worker?.terminate();
    },
  };
}

function threads<J extends Job>(job: J, count: number): Runner<TaskOf<J>, ResultOf<J>> {
  type Seat = ReturnType<typeof seat<J>>;
  const seats: Seat[] = Array.from({ length: count }, () => seat(job));
  const free = [...seats];
  const waiting: ((s: Seat) => void)[] = [];
  return {
    window: count * 4,
    async run(task) {
      const mine = free.pop() ?? (await new Promise<Seat>((resolve) => waiting.push(resolve)));
      const result = await mine.run(task);
      const next = waiting.shift();
      if (next) next(mine);
      else free.push(mine);
      return result;
    },
    close: () => {
      for (const s of seats) s.close();
    },
  };
}

/** A runner for so many jobs at once. */
export function runner<J extends Job>(job: J, jobs: number): Runner<TaskOf<J>, ResultOf<J>> {
  return jobs > 1 ? threads(job, jobs) : inProcess(job);
}

/**
 * Results in the order of the tasks. At most `window` tasks are ahead of the one whose result is awaited; a result does not
 * wait for further tasks to come.
 */
export async function* inOrder<T extends Task, R>(
  tasks: AsyncIterable<T> | Iterable<T>,
  { window, run }: Pick<Runner<T, R>, "window" | "run">,
): AsyncGenerator<readonly [T, R]> {
  const source = each(tasks);
  const queue: { task: T; result: Promise<R> }[] = [];
  /** The next task, unless the oldest result is there first. */
  const next = async (): Promise<IteratorResult<T> | undefined> => {
    if (!coming || queue.length >= window) return undefined;
    const done = queue[0]?.result.then(() => undefined);
    return done ? Promise.race([done, coming]) : coming;
  };
  let coming: Promise<IteratorResult<T>> | undefined = asked(source);
  try {
    while (coming || queue.length > 0) {
      const come = await next();
      if (come) {
        coming = come.done ? undefined : asked(source);
        if (!come.done) queue.push({ task: come.value, result: run(come.value) });
      } else {
        const { task, result } = queue.shift()!;
        yield [task, await result];
      }
    }
  } finally {
    // One that is being waited for may never come: it is not waited for.
    const end = source.return(undefined);
    if (!coming) await end;
  }
}

/** What it fails with is thrown when it is awaited, and not before. */
function asked<T>(source: AsyncIterator<T>): Promise<IteratorResult<T>> {
  const next = source.next();
  next.catch(() => {});
  return next;
}

async function* each<T>(tasks: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T, undefined> {
  yield* tasks;
}
