/** `onrecord export`: the whole record, or the statements that fit a search, in a format of `read`. */
import type { OpenRecord, Reading, StatementSearch } from "../../index.ts";
import { loadApi } from "../api.ts";
import { type FilterCall, filtersOf } from "../filters.ts";
import type { FORMAT_NAMES } from "../format-names.ts";
import type { Context } from "../program.ts";
import { progress } from "../progress.ts";
import { openSink } from "../sink.ts";

export interface ExportCall extends FilterCall {
  readonly record: string;
  readonly format: (typeof FORMAT_NAMES)[number];
  readonly output?: string;
}

export async function exportRecord(query: string, call: ExportCall, context: Context): Promise<number> {
  const api = await loadApi(context.api);
  const record = await api.openRecord(call.record, { readOnly: true });
  const stream = { many: true, colour: false, width: 80 };
  const format = api.FORMATS[call.format];
  const sink = await openSink(format, stream, call.output);
  const alone = process.stdout.isTTY !== true || call.output !== undefined;
  const shown = progress(true, undefined, process.stderr.isTTY === true && alone);
  const abandon = () => {
    shown.stop();
    sink.abandon();
  };
  process.once("exit", abandon);
  try {
    await sink.begin();
    let place = 0;
    for await (const reading of readings(record, query, call)) {
      await sink.article(format.article(reading, place++, stream));
      shown.step(true);
    }
    await sink.end();
    sink.finish();
    return 0;
  } finally {
    process.off("exit", abandon);
    shown.stop();
    record.close();
  }
}

async function* readings(record: OpenRecord, query: string, call: ExportCall): AsyncGenerator<Reading> {
  const { duplicates = false, ...filters } = filtersOf(call);
  if (query.trim() === "" && Object.keys(filters).length === 0) {
    for await (const { reading } of record.articles({ duplicates })) yield reading;
    return;
  }
  for (const [article, wanted] of await found(record, { ...filters, query, duplicates })) {
    const { reading, ids } = await record.article(article);
    yield { ...reading, statements: reading.statements.filter((_, i) => wanted.has(ids[i]!)) };
  }
}

const PAGE = 1000;

/** The statements that fit, by article, in the order in which articles were added. */
async function found(record: OpenRecord, search: StatementSearch): Promise<[number, Set<number>][]> {
  const byArticle = new Map<number, Set<number>>();
  let after: string | undefined;
  do {
    const page = await record.search({ ...search, sort: "oldest", limit: PAGE, ...(after !== undefined && { after }) });
    for (const { number, article } of page.hits) {
      const one = byArticle.get(article.number);
      if (one) one.add(number);
      else byArticle.set(article.number, new Set([number]));
    }
    after = page.next;
  } while (after !== undefined);
  return [...byArticle].sort(([a], [b]) => a - b);
}
