/** Work in parallel, results in the order of the tasks, memory bounded. */
import { Worker } from "node:worker_threads";
import type { Task } from "./inputs.ts";
import { type Job, type Result, work } from "./work.ts";

/** How the tasks are run: here, or by a number of worker threads. */
export interface Runner {
  /** Tasks that may be under way or done but not yet taken. */
  readonly window: number;
  run(task: Task, place: number): Promise<Result>;
  close(): void;
}

function inProcess(job: Job): Runner {
  return { window: 1, run: (task, place) => work(task, place, job), close: () => {} };
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
function seat(job: Job) {
  let worker: Worker | undefined;
  let current: { task: Task; resolve: (result: Result) => void } | undefined;
  const settle = (result: Result) => {
    current?.resolve(result);
    current = undefined;
  };
  const died = (why: string) => {
    worker = undefined;
    if (!current) return;
    const { path } = current.task;
    const hint = "Read it alone with --jobs 1; it may need more memory.";
    settle({
      ok: false,
      failure: { code: "internal", message: `reading ${path} ended its worker: ${why}`, hint, input: path },
    });
  };
  const started = () => {
    const made = newWorker(job);
    made.on("message", settle);
    made.on("error", (error) => died(error.message));
    made.on("exit", (code) => died(`exit code ${code}`));
    return made;
  };
  return {
    run(task: Task, place: number): Promise<Result> {
      worker ??= started();
      worker.postMessage({ task, place });
      return new Promise((resolve) => {
        current = { task, resolve };
      });
    },
    close: () => void worker?.terminate(),
  };
}

function threads(job: Job, count: number): Runner {
  const seats = Array.from({ length: count }, () => seat(job));
  const free = [...seats];
  const waiting: ((s: (typeof seats)[number]) => void)[] = [];
  return {
    window: count * 4,
    async run(task, place) {
      const mine = free.pop() ?? (await new Promise<(typeof seats)[number]>((resolve) => waiting.push(resolve)));
      const result = await mine.run(task, place);
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
export function runner(job: Job, jobs: number): Runner {
  return jobs > 1 ? threads(job, jobs) : inProcess(job);
}

/** Results in the order of the tasks. At most `window` tasks are ahead of the one whose result is awaited. */
export async function* inOrder(
  tasks: AsyncIterable<Task>,
  { window, run }: Pick<Runner, "window" | "run">,
): AsyncGenerator<readonly [Task, Result]> {
  const queue: { task: Task; result: Promise<Result> }[] = [];
  let place = 0;
  for await (const task of tasks) {
    queue.push({ task, result: run(task, place++) });
    if (queue.length < window) continue;
    const first = queue.shift()!;
    yield [first.task, await first.result];
  }
  for (const { task, result } of queue) yield [task, await result];
}
