/** A worker thread: takes tasks, sends back results. */
import { parentPort, workerData } from "node:worker_threads";
import { type Job, startWork, type Task } from "./work.ts";

const { run } = startWork(workerData as Job);

parentPort?.on("message", async (task: Task) => {
  parentPort?.postMessage(await run(task as never));
});
