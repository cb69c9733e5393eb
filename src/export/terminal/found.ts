/** What a search found, as a person reads it: statements or articles in their order, matches marked. */
import type { ArticleResult, Counts, QuotationCandidate, StatementResult } from "../../schema/index.ts";
import { hitLines, INDENT, marked, placeText, totalText } from "./hit.ts";
import { counted, indented, notes, type Page, pageOf, piece, report, type SearchTextOptions } from "./parts.ts";
import { columns, graphemes, printable } from "./width.ts";

/** The report of one page of a search, with a line break at its end. */
export function statementsText(result: StatementResult, options: SearchTextOptions = {}): string {
  const page = pageOf(options);
  const { total, exact, hits, messages } = result;
  const head = total === 0 ? "Nothing found." : totalText(total, exact, hits.length, "statement");
  return report([
    [page.paint.quiet(head), ...notes(messages, page)],
    ...hits.map((hit, i) => hitLines(hit, String(i + 1), page)),
  ]);
}

export function articlesText(result: ArticleResult, options: SearchTextOptions = {}): string {
  const page = pageOf(options);
  const { paint } = page;
  const { total, exact, hits, messages } = result;
  const head = total === 0 ? "Nothing found." : totalText(total, exact, hits.length, "article");
  const blocks = hits.map((hit, i) => {
    const [first = "", ...others] = indented([piece(hit.title ?? hit.id, paint.strong)], INDENT, page);
    const about = [placeText({ ...hit, title: undefined }), counted(hit.statements, "statement"), `#${hit.number}`];
    if (hit.duplicate) about.push("a copy");
    const text = { start: 0, end: hit.text.length };
    return [
      paint.quiet(String(i + 1).padStart(INDENT - 2)) + first.slice(INDENT - 2),
      ...others,
      ...indented(marked(hit.text.replace(/\n/g, " "), text, hit.matches, page), INDENT, page),
      ...indented([piece(about.join(" · "), paint.quiet)], INDENT, page),
    ];
  });
  return report([[paint.quiet(head), ...notes(messages, page)], ...blocks]);
}

/** The statements that may be a quotation's source, the likeliest first. */
export function candidatesText(candidates: readonly QuotationCandidate[], options: SearchTextOptions = {}): string {
  const page = pageOf(options);
  if (candidates.length === 0) return "No statement has these words.\n";
  return report(candidates.map(({ share, statement }) => hitLines(statement, `${Math.floor(share * 100)}%`, page)));
}

/** "  12  Ana Quill  ▇▇▇▇▇▇" */
export function countsText({ by, total, counts, messages }: Counts, options: SearchTextOptions = {}): string {
  const page = pageOf(options);
  const rows = counts.map(({ value, statements }) => ({ value: value ?? "not known", statements }));
  const head = `${counted(total, "statement")} by ${by}`;
  return report([[page.paint.quiet(head), ...notes(messages, page)], barLines(rows, page)]);
}

const LONGEST_NAME = 40;
const LONGEST_BAR = 40;

export function barLines(rows: readonly { value: string; statements: number }[], { width, paint }: Page): string[] {
  const most = Math.max(1, ...rows.map(({ statements }) => statements));
  const figures = most.toLocaleString("en-US").length;
  const names = rows.map(({ value }) =>
    cut(printable(value).replace(/\n/g, " "), Math.min(LONGEST_NAME, width - figures - 6)),
  );
  const longest = Math.max(0, ...names.map(columns));
  const room = Math.min(LONGEST_BAR, width - figures - longest - 4);
  return rows.map(({ statements }, i) => {
    const bar = "▇".repeat(Math.max(0, Math.round((room * statements) / most)));
    const name = names[i]! + " ".repeat(longest - columns(names[i]!));
    return `${statements.toLocaleString("en-US").padStart(figures)}  ${name}  ${paint.type(bar)}`;
  });
}

function cut(text: string, most: number): string {
  if (columns(text) <= most) return text;
  let out = "";
  for (const one of graphemes(text)) {
    if (columns(out + one) >= most) break;
    out += one;
  }
  return `${out}…`;
}
