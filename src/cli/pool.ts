/** Work in parallel, results in the order of the items, memory bounded. */
import { Worker } from "node:worker_threads";
import type { Item } from "../index.ts";
import { type Job, type Result, work } from "./work.ts";

/** How the items are run: here, or by a number of worker threads. */
export interface Runner {
  /** Items that may be under way or done but not yet taken. */
  readonly window: number;
  run(item: Item, place: number): Promise<Result>;
  close(): void;
}

function inProcess(job: Job): Runner {
  return { window: 1, run: (item, place) => work(item, place, job), close: () => {} };
}

const WORKER = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);

/** From sources, a worker needs tsx of its own: the loader of the main thread does not reach it. */
function newWorker(job: Job): Worker {
  if (WORKER.pathname.endsWith(".js")) return new Worker(WORKER, { workerData: job });
  const tsx = import.meta.resolve("tsx/esm/api");
  const code = `import("${tsx}").then((api) => (api.register(), import("${WORKER.href}")));`;
  return new Worker(code, { eval: true, workerData: job });
}

/** One worker with at most one item at a time. A worker that dies fails its item and is replaced at the next. */
function seat(job: Job) {
  let worker: Worker | undefined;
  let current: { item: Item; resolve: (result: Result) => void } | undefined;
  const settle = (result: Result) => {
    current?.resolve(result);
    current = undefined;
  };
  const died = (why: string) => {
    worker = undefined;
    if (!current) return;
    const { name } = current.item;
    const hint = "Read it alone with --jobs 1; it may need more memory.";
    settle({
      ok: false,
      failure: { code: "internal", message: `reading ${name} ended its worker: ${why}`, hint, input: name },
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
    run(item: Item, place: number): Promise<Result> {
      worker ??= started();
      worker.postMessage({ item, place });
      return new Promise((resolve) => {
        current = { item, resolve };
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
    async run(item, place) {
      const mine = free.pop() ?? (await new Promise<(typeof seats)[number]>((resolve) => waiting.push(resolve)));
      const result = await mine.run(item, place);
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

/** Results in the order of the items. At most `window` items are ahead of the one whose result is awaited. */
export async function* inOrder(
  items: AsyncIterable<Item>,
  { window, run }: Pick<Runner, "window" | "run">,
): AsyncGenerator<readonly [Item, Result]> {
  const queue: { item: Item; result: Promise<Result> }[] = [];
  let place = 0;
  for await (const item of items) {
    queue.push({ item, result: run(item, place++) });
    if (queue.length < window) continue;
    const first = queue.shift()!;
    yield [first.item, await first.result];
  }
  for (const { item, result } of queue) yield [item, await result];
}
