/** First pairing of quotation marks, one paragraph at a time. */
import type { Message, Paragraph, Quote } from "../../schema/index.ts";
import { classAt, isWordClass } from "../chars.ts";
import type { TokenColumns } from "../tokens/columns.ts";

export interface Pairing {
  readonly quotes: readonly Quote[];
  readonly messages: readonly Message[];
}

interface Open {
  readonly start: number;
  readonly mark: string;
  readonly at: number;
}

const STYLE: Record<string, Quote["style"]> = {
  "“": "double",
  '"': "double",
  "‘": "single",
  "'": "single",
  "«": "guillemets",
  "„": "low-high",
};
const CLOSER: Record<string, string> = { "”": "“", '"': '"', "’": "‘", "'": "'", "»": "«" };

/** Pairs the marks of every paragraph. */
export function pairQuotes(text: string, columns: TokenColumns, paragraphs: readonly Paragraph[]): Pairing {
  const quotes: Quote[] = [];
  const messages: Message[] = [];
  for (const paragraph of paragraphs) pairParagraph(text, columns, paragraph, quotes, messages);
  return { quotes, messages };
}

function pairParagraph(
  text: string,
  columns: TokenColumns,
  paragraph: Paragraph,
  quotes: Quote[],
  messages: Message[],
): void {
  const open: Open[] = [];
  const last = paragraph.endToken - 1;
  const end = last >= paragraph.firstToken ? columns.end[last]! : paragraph.start;
  const add = (o: Open, stop: number, closed: boolean, depth: number): void => {
    quotes[o.at] = {
      start: o.start,
      end: stop,
      depth,
      style: STYLE[o.mark] ?? "double",
      closed,
      continues: !closed,
      continued: false,
    };
  };
  for (let i = paragraph.firstToken; i < paragraph.endToken; i++) {
    const start = columns.start[i]!;
    if (columns.end[i]! !== start + 1) continue;
    const mark = text[start]!;
    const before = start > paragraph.start && isWordClass(classAt(text, start - 1, start));
    const after = isWordClass(classAt(text, start + 1, paragraph.end));
    const opener = CLOSER[mark];
    const top = open.at(-1);
    if (opener && top && (top.mark === opener || (opener === "“" && top.mark === "„")) && !(mark === "'" && after)) {
      open.pop();
      add(top, start + 1, true, open.length);
    } else if (STYLE[mark] && open.length < 8 && !(mark === "'" && (before || !after))) {
      open.push({ start, mark, at: quotes.length });
      quotes.length++;
      add(open.at(-1)!, end, false, open.length - 1);
    }
  }
  for (const { start } of open)
    messages.push({
      rule: "quotes/unclosed",
      text: "This quotation mark is never closed.",
      span: { start, end: start + 1 },
    });
}
