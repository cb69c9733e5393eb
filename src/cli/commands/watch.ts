/** `onrecord watch`: what is new in feeds into a record, as it appears. */
import { availableParallelism } from "node:os";
import type { NamedFeed, OpenRecord, WatchNews } from "../../index.ts";
import { type Api, loadApi } from "../api.ts";
import { failureOf, failureText, UsageError } from "../errors.ts";
import { type PrepareCall, prepareJob, preparerOf } from "../preparing.ts";
import type { Context } from "../program.ts";
import { addedLine, tellFailure } from "./add.ts";

export interface WatchCall extends Pick<PrepareCall, "record" | "engine" | "gazetteer"> {
  readonly once?: boolean;
  readonly list?: boolean;
  readonly forget?: readonly string[];
  readonly jobs?: number;
  readonly json?: boolean;
  readonly allowPrivate?: boolean;
  readonly debug?: boolean;
}

/** Exit code: 0 all is well or it was stopped, 1 (with --once) a feed or an article failed. */
export async function watch(names: readonly string[], call: WatchCall, context: Context): Promise<number> {
  const api = await loadApi(context.api);
  const { feeds, failed } = await feedsOf(api, names, call);
  if (names.length > 0 && feeds.length === 0) return 1;
  const record = await api.openRecord(call.record, { readOnly: call.list === true });
  try {
    if (call.forget) return await forget(record, call.forget);
    if (call.list) return await list(record, call);
    if (feeds.length === 0 && (await record.feeds()).length === 0) {
      throw new UsageError(
        `no feed is named, and ${call.record} knows none`,
        "Name the address of a feed, or a file that lists feeds.",
      );
    }
    const bad = await watchAll(api, record, feeds, call, context);
    return call.once && failed + bad > 0 ? 1 : 0;
  } finally {
    record.close();
  }
}

/** Addresses, and those in lists. What cannot be read is told. */
async function feedsOf(api: Api, names: readonly string[], { debug }: WatchCall) {
  const feeds: NamedFeed[] = [];
  let failed = 0;
  const tell = (error: unknown, name: string): void => {
    failed++;
    process.stderr.write(failureText(failureOf(error, name), debug));
  };
  for (const name of names) {
    if (/^https?:\/\//i.test(name)) {
      feeds.push({ url: name });
      continue;
    }
    try {
      const found = await api.readFeedList(name);
      feeds.push(...found.feeds);
      for (const { text } of found.messages) tell(new api.OnrecordError("bad-record", `${name}: ${text}`), name);
    } catch (error) {
      tell(error, name);
    }
  }
  return { feeds, failed };
}

async function watchAll(
  api: Api,
  record: OpenRecord,
  feeds: readonly NamedFeed[],
  call: WatchCall,
  context: Context,
): Promise<number> {
  const preparer = preparerOf(await prepareJob(api, call, context), call.jobs ?? availableParallelism());
  const stop = new AbortController();
  context.onStop?.(() => stop.abort());
  const options = { preparer, once: call.once === true, allowPrivate: call.allowPrivate === true };
  let failed = 0;
  try {
    for await (const news of api.watchRecord(record, feeds, { ...options, signal: stop.signal })) {
      if (isFailure(news)) failed++;
      tell(news, call);
    }
  } finally {
    preparer.close();
  }
  return failed;
}

const isFailure = (news: WatchNews): boolean =>
  news.kind === "item" ? news.result.outcome === "failed" : news.kind === "failed" || news.kind === "stopped";

/** A line for each; failures go to stderr, and into the JSON lines too. */
function tell(news: WatchNews, { json, debug }: WatchCall): void {
  if (news.kind === "item") tellFailure(news.result, debug);
  if ("error" in news) process.stderr.write(failureText(failureOf(news.error, news.feed), debug));
  const text = json ? JSON.stringify(jsonOf(news)) : textOf(news);
  if (text !== undefined) process.stdout.write(`${text}\n`);
}

function jsonOf(news: WatchNews): object {
  if (!("error" in news)) return news;
  const { code, message, hint } = news.error;
  return { ...news, error: { code, message, ...(hint !== undefined && { hint }) } };
}

function textOf(news: WatchNews): string | undefined {
  const { kind, feed } = news;
  const what = `${kind.padEnd(9)}  ${" ".repeat(6)}  ${feed}`;
  switch (news.kind) {
    case "item":
      return news.result.outcome === "failed" ? undefined : addedLine(news.result);
    case "polled":
      return `${what}  (${news.notModified ? "as it was" : `${news.entries} entries, ${news.fresh} new`}; next ${news.next})`;
    case "moved":
      return `${what}  (to ${news.to})`;
    case "failed":
      return `${what}  (next ${news.next})`;
    case "stopped":
      return what;
  }
}

async function list(record: OpenRecord, { json }: WatchCall): Promise<number> {
  for (const { url, title, state } of await record.feeds()) {
    const { lastError, stopped } = state as { readonly lastError?: string; readonly stopped?: string };
    const trouble = stopped ?? lastError;
    const facts = `${title === undefined ? "" : `  ${title}`}${trouble === undefined ? "" : `  (${trouble})`}`;
    process.stdout.write(json ? `${JSON.stringify({ url, title, state })}\n` : `${url}${facts}\n`);
  }
  return 0;
}

async function forget(record: OpenRecord, urls: readonly string[]): Promise<number> {
  let unknown = 0;
  for (const url of urls) {
    if (await record.forgetFeed(url)) continue;
    unknown++;
    process.stderr.write(
      failureText({ code: "bad-option", message: `${url} is not watched`, hint: "--list tells the feeds that are." }),
    );
  }
  return unknown > 0 ? 1 : 0;
}
