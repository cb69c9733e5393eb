/** `onrecord quote`: a statement as a card or a reference, and what other outlets made of it. */
import type { CardFormat, CitationFormat, OpenRecord, StoredStatement } from "../../index.ts";
import { type Api, loadApi } from "../api.ts";
import { wantsColour, widthOf } from "../colour.ts";
import type { Context } from "../program.ts";

export interface QuoteCall {
  readonly record: string;
  readonly format: CardFormat | CitationFormat | "json";
  readonly accessed?: string;
  readonly color: boolean;
}

export async function quote(id: number, call: QuoteCall, context: Context): Promise<number> {
  const api = await loadApi(context.api);
  const record = await api.openRecord(call.record, { readOnly: true });
  try {
    process.stdout.write(await written(api, record, await record.statement(id), call));
    return 0;
  } finally {
    record.close();
  }
}

async function written(api: Api, record: OpenRecord, stored: StoredStatement, call: QuoteCall): Promise<string> {
  const { article, statement, corrections } = stored;
  const { reading } = article;
  const { format, accessed } = call;
  if (format === "csl-json" || format === "ris" || format === "bibtex") {
    return api.citationOf(reading, statement, format, accessed === undefined ? {} : { accessed });
  }
  if (format === "json") {
    const line = api.statementRecord(reading, statement, stored.n);
    const variants = stored.current ? await record.variants(stored.id) : undefined;
    return `${JSON.stringify({ number: stored.id, current: stored.current, replacedBy: stored.replacedBy, corrections, ...line, variants }, null, 2)}\n`;
  }
  const card = api.quoteCard(reading, statement, format);
  return format === "text" ? `${card}${notes(stored)}${await variantsNote(api, record, stored, call)}` : card;
}

/** What stands against the card, or beside it. */
function notes({ current, replacedBy, corrections, article }: StoredStatement): string {
  const lines: string[] = [];
  if (!current) {
    const later = replacedBy === undefined ? "which no longer has it" : `where it is statement ${replacedBy}`;
    lines.push(`From version ${article.n} of article ${article.article}; there is a later one, ${later}.`);
  }
  for (const { field, value, previous, by, at, note } of corrections) {
    const why = note === undefined ? "" : `: ${note}`;
    lines.push(`Corrected by ${by}, ${at.slice(0, 10)}: ${field} is ${value}, not ${previous ?? "unknown"}${why}`);
  }
  return lines.length > 0 ? `\n${lines.join("\n")}\n` : "";
}

async function variantsNote(api: Api, record: OpenRecord, stored: StoredStatement, call: QuoteCall): Promise<string> {
  if (!stored.current) return "";
  const variants = await record.variants(stored.id);
  if (variants.variants.length === 0) return "";
  const surroundings = { env: process.env, isTty: process.stdout.isTTY === true };
  const colour = wantsColour(call.color === false ? false : undefined, surroundings);
  return `\n${api.variantsText(variants, { width: widthOf(process.stdout.columns, process.env), colour })}`;
}
