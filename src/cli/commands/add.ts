/** `onrecord add`: inputs into a record; each told when it is safely stored. */
import { availableParallelism } from "node:os";
import type { Item, ItemResult, OpenRecord, Outcome, PreparedItem } from "../../index.ts";
import { type Api, loadApi } from "../api.ts";
import { failureText } from "../errors.ts";
import { anyHoldsMany, itemsOptions, tasksOf } from "../inputs.ts";
import { inOrder, runner } from "../pool.ts";
import type { Context } from "../program.ts";
import { progress } from "../progress.ts";
import type { PrepareJob } from "../work.ts";
import { type ReadCall, readOptionsOf } from "./read.ts";

export type AddCall = Pick<
  ReadCall,
  "date" | "publisher" | "title" | "gazetteer" | "inputFormat" | "textColumn" | "engine" | "debug"
> & {
  readonly record: string;
  readonly jobs?: number;
  readonly json?: boolean;
};

/** Adds all inputs. Returns the exit code: 0 all brought in, 1 some failed. */
export async function add(inputs: readonly string[], call: AddCall, context: Context): Promise<number> {
  const api = await loadApi(context.api);
  const record = await api.openRecord(call.record);
  try {
    const { engine, ...read } = await readOptionsOf(api, call);
    const intake = { ...read, ...(engine !== undefined && { engine: engine as "default" | "accurate" }) };
    const job: PrepareJob = {
      kind: "prepare",
      record: call.record,
      intake,
      ...(context.api === undefined ? {} : { api: context.api }),
    };
    const items = api.itemsOf(inputs, itemsOptions(call));
    const many = inputs.length > 1 || call.inputFormat === "jsonl" || (await anyHoldsMany(api, inputs));
    return await addAll({ api, record, call, job, items, many, total: await totalOf(api, inputs, call) });
  } finally {
    record.close();
  }
}

interface Run {
  readonly api: Api;
  readonly record: OpenRecord;
  readonly call: AddCall;
  readonly job: PrepareJob;
  readonly items: AsyncIterable<Item>;
  readonly many: boolean;
  readonly total: number | undefined;
}

/** How many items these inputs are, where that is known without reading them. */
async function totalOf(api: Api, inputs: readonly string[], call: AddCall): Promise<number | undefined> {
  if (call.inputFormat === "jsonl" || inputs.includes("-")) return undefined;
  return api.countItems(inputs);
}

async function addAll({ api, record, call, job, items, many, total }: Run): Promise<number> {
  const workers = runner(job, many ? (call.jobs ?? availableParallelism()) : 1);
  const shown = progress(many, total, process.stderr.isTTY === true);
  const counts = new Map<Outcome, number>();
  async function* prepared(): AsyncGenerator<PreparedItem> {
    for await (const [{ item }, one] of inOrder(tasksOf(items), workers)) yield { item, prepared: one };
  }
  try {
    const again = (item: Item) => workers.run({ item, place: 0, whole: true });
    for await (const result of api.storeItems(record, prepared(), again)) {
      counts.set(result.outcome, (counts.get(result.outcome) ?? 0) + 1);
      shown.step(result.outcome !== "failed");
      tell(result, call);
    }
  } finally {
    shown.stop();
    workers.close();
  }
  if (!call.json) process.stderr.write(summary(counts, call.record));
  return counts.has("failed") ? 1 : 0;
}

/** A line for each item that is stored; failures go to stderr, and into the JSON lines too. */
function tell(result: ItemResult, { json, debug }: AddCall): void {
  if (result.outcome === "failed") {
    const { name: input, outcome: _, ...failure } = result;
    process.stderr.write(failureText({ ...failure, input }, debug));
  }
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else if (result.outcome !== "failed") process.stdout.write(`${addedLine(result)}\n`);
}

export function addedLine(result: Exclude<ItemResult, { readonly outcome: "failed" }>): string {
  const { outcome, article, name, of, changes, unread, statements } = result;
  const facts = [`${statements} ${statements === 1 ? "statement" : "statements"}`];
  if (of)
    facts.push(
      `${of.similarity === 1 ? "the words of" : `${Math.round(of.similarity * 100)} % in`} article ${of.article}`,
    );
  if (changes) facts.push(`${changes.changed} changed, ${changes.added} new, ${changes.gone} gone`);
  if (unread) facts.push(`in another language (${unread}): kept, not read`);
  return `${outcome.padEnd(9)}  ${String(article).padStart(6)}  ${name}  (${facts.join("; ")})`;
}

function summary(counts: ReadonlyMap<Outcome, number>, record: string): string {
  const parts = [...counts].map(([outcome, n]) => `${n} ${outcome}`);
  return `onrecord: ${parts.length > 0 ? parts.join(", ") : "nothing to add"} · ${record}\n`;
}
