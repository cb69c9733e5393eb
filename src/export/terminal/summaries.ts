/** What the record has of the speakers that a name fits, as a person reads it. */
import type { SpeakerSummaries, SpeakerSummary } from "../../schema/index.ts";
import { barLines } from "./found.ts";
import { hitLines } from "./hit.ts";
import { counted, dotted, indented, notes, type Page, pageOf, piece, report, type SearchTextOptions } from "./parts.ts";
import { wrap } from "./wrap.ts";

/** More months than these are shown as years. */
const MOST_MONTHS = 24;
const INDENT = 2;

export function summariesText(result: SpeakerSummaries, options: SearchTextOptions = {}): string {
  const page = pageOf(options);
  const { total, speakers, messages } = result;
  if (total === 0) return report([["No such speaker.", ...notes(messages, page)]]);
  const head =
    total === speakers.length ? [] : [page.paint.quiet(`${counted(total, "speaker")}, ${speakers.length} shown`)];
  return report([head, ...speakers.flatMap((speaker) => summaryBlocks(speaker, page)), notes(messages, page)]);
}

function summaryBlocks(speaker: SpeakerSummary, page: Page): string[][] {
  const { paint } = page;
  const about = dotted(
    [speaker.type, ...speaker.roles, `#${speaker.number}`].map((text) => [text, paint.quiet] as const),
    paint,
  );
  const lines = wrap([piece(speaker.name, paint.strong), piece("  ", paint.plain, true), ...about], page.width);
  if (speaker.aliases.length > 0)
    lines.push(...indented([piece(`also: ${speaker.aliases.join(", ")}`, paint.quiet)], INDENT, page));
  const { first, last } = speaker;
  const span = first === undefined ? "" : first === last ? `, ${first}` : `, ${first} to ${last}`;
  const sum = `${counted(speaker.statements, "statement")} in ${counted(speaker.articles, "article")}${span}`;
  lines.push(...indented([piece(sum, paint.plain)], INDENT, page));
  const narrow = { ...page, width: page.width - INDENT };
  const bars = (rows: SpeakerSummary["types"]): string[] =>
    barLines(rows, narrow).map((line) => " ".repeat(INDENT) + line);
  return [
    lines,
    bars(speaker.types),
    bars(overTime(speaker.months)),
    ...speaker.recent.map((hit) => hitLines(hit, "", page)),
  ];
}

/** Months, or years if they are many. */
function overTime(months: SpeakerSummary["months"]): SpeakerSummary["months"] {
  if (months.length <= MOST_MONTHS) return months;
  const years = new Map<string, number>();
  for (const { value, statements } of months) {
    const year = value.slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + statements);
  }
  return [...years].map(([value, statements]) => ({ value, statements }));
}
