/** A worker thread: takes items, sends back results. */
import { parentPort, workerData } from "node:worker_threads";
import type { Item } from "../index.ts";
import { type Job, work } from "./work.ts";

/** An item on its way to a worker. */
export interface Assignment {
  readonly item: Item;
  readonly place: number;
}

const job = workerData as Job;

parentPort?.on("message", async ({ item, place }: Assignment) => {
  parentPort?.postMessage(await work(item, place, job));
});
