/** A worker thread: takes tasks, sends back results. */
import { parentPort, workerData } from "node:worker_threads";
import type { Task } from "./inputs.ts";
import { type Job, work } from "./work.ts";

/** A task on its way to a worker. */
export interface Assignment {
  readonly task: Task;
  readonly place: number;
}

const job = workerData as Job;

parentPort?.on("message", async ({ task, place }: Assignment) => {
  parentPort?.postMessage(await work(task, place, job));
});
