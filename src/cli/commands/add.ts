/** `onrecord add`: inputs into a record; each told when it is safely stored. */
import { availableParallelism } from "node:os";
import type { ItemResult, OpenRecord, Outcome } from "../../index.ts";
import { type Api, loadApi } from "../api.ts";
import { failureText } from "../errors.ts";
import { type InputsCall, openInputs, totalOf } from "../inputs.ts";
import { type PrepareCall, prepareJob, preparerOf } from "../preparing.ts";
import type { Context } from "../program.ts";
import { type Progress, progress } from "../progress.ts";

export interface AddCall extends PrepareCall, Omit<InputsCall, "inputFormat"> {
  readonly jobs?: number;
  readonly json?: boolean;
  readonly debug?: boolean;
}

/** Adds all inputs. Returns the exit code: 0 all brought in, 1 some failed. */
export async function add(inputs: readonly string[], call: AddCall, context: Context): Promise<number> {
  const api = await loadApi(context.api);
  const record = await api.openRecord(call.record);
  try {
    return await addAll(api, record, inputs, call, context);
  } finally {
    record.close();
  }
}

async function addAll(
  api: Api,
  record: OpenRecord,
  inputs: readonly string[],
  call: AddCall,
  context: Context,
): Promise<number> {
  const job = await prepareJob(api, call, context);
  const { items, many } = await openInputs(api, inputs, call, { known: (name) => record.freshness(name) });
  const preparer = preparerOf(job, many ? (call.jobs ?? availableParallelism()) : 1);
  const shown = progress(many, await totalOf(api, inputs, call), process.stderr.isTTY === true);
  const counts = new Map<Outcome, number>();
  try {
    for await (const result of api.storeItems(record, preparer.prepared(items), preparer.again)) {
      counts.set(result.outcome, (counts.get(result.outcome) ?? 0) + 1);
      shown.step(result.outcome !== "failed");
      tell(result, call, many && process.stdout.isTTY === true ? shown : undefined);
    }
  } finally {
    shown.stop();
    preparer.close();
  }
  if (!call.json) process.stderr.write(summary(counts, call.record));
  return counts.has("failed") ? 1 : 0;
}

/**
 * A line for each item that is stored; failures go to stderr, and into the JSON lines too. On a terminal with a bar only what is not as usual is
 * told, above the bar.
 */
function tell(result: ItemResult, { json, debug }: AddCall, bar: Progress | undefined): void {
  tellFailure(result, debug, bar?.note);
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else if (result.outcome === "failed") return;
  else if (!bar) process.stdout.write(`${addedLine(result)}\n`);
  else if (result.outcome === "updated" || result.outcome === "duplicate") bar.note(`${addedLine(result)}\n`);
}

const onStderr = (text: string): void => void process.stderr.write(text);

export function tellFailure(result: ItemResult, debug = false, write = onStderr): void {
  if (result.outcome !== "failed") return;
  const { name: input, outcome: _, ...failure } = result;
  write(failureText({ ...failure, input }, debug));
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
