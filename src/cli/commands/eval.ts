/** `onrecord eval`: figures for predictions against gold, or for our own reading of gold's articles. */
import type { BratTypes, GoldFile, GoldRecord } from "../../index.ts";
import { type Api, loadApi } from "../api.ts";
import { failureOf, failureText } from "../errors.ts";
import type { Context } from "../program.ts";
import { progress } from "../progress.ts";

interface EvalCall {
  readonly citron?: boolean;
  readonly by?: string;
  readonly bratTypes?: BratTypes;
  readonly boot?: number;
  readonly layers?: boolean;
  readonly json?: boolean;
  readonly engine?: string;
  readonly debug?: boolean;
}

/** The articles of gold as we read them, without looking at their annotations. */
async function predicted(api: Api, gold: GoldFile, call: EvalCall): Promise<GoldFile> {
  const shown = progress(true, gold.size, process.stderr.isTTY === true && process.stdout.isTTY !== true);
  const options = call.engine === undefined ? {} : { engine: call.engine };
  let lines = "";
  for (const { id, text, title, publisher, date, url, html: _, ...rest } of gold.values()) {
    const article = { id, text, title, publisher, date: date ?? rest.published, url };
    lines += api.toGold(await api.readRecordLine(JSON.stringify(article), `article ${id}`, options));
    shown.step(true);
  }
  shown.stop();
  return api.parseGold(lines, "the prediction");
}

/** Gold's own layout is read as it is; any other through its importer. What cannot be read ends it: a figure must count everything. */
function articlesOf(api: Api, path: string, { bratTypes }: EvalCall, gold?: GoldFile): GoldFile {
  if (!api.isOtherLayout(path)) return api.readGold(path);
  const texts = new Map<string, string>();
  for (const { id, url, text = "" } of gold?.values() ?? []) {
    texts.set(id, text);
    if (typeof url === "string") texts.set(url, text);
  }
  const { articles, errors, messages } = api.readAnnotated(path, { texts, ...(bratTypes && { types: bratTypes }) });
  if (errors[0]) throw errors[0];
  for (const { text } of messages) process.stderr.write(`onrecord: ${text}\n`);
  return new Map(articles.map((article) => [article.id, article as GoldRecord]));
}

/** Scores and prints. Returns the exit code. */
export async function evaluateFiles(
  goldPath: string,
  predPath: string | undefined,
  call: EvalCall,
  context: Context,
): Promise<number> {
  const api = await loadApi(context.api);
  try {
    const gold = articlesOf(api, goldPath, call);
    const pred = predPath === undefined ? await predicted(api, gold, call) : articlesOf(api, predPath, call, gold);
    const { citron = false, by = "", boot = 0 } = call;
    const scores = api.evaluate(gold, pred, { citron });
    if (call.json) {
      const layers = call.layers ? `, "layers": ${JSON.stringify(api.layersJson(scores))}}\n` : "}\n";
      process.stdout.write(api.reportJson(scores).replace(/\}\n$/, layers));
    } else {
      process.stdout.write(api.reportText(scores, { by, boot }) + (call.layers ? api.layersText(scores) : ""));
    }
    return 0;
  } catch (error) {
    process.stderr.write(failureText(failureOf(error), call.debug));
    return 1;
  }
}
