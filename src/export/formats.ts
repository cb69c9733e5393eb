/**
 * The formats by name, as a stream of articles: what comes first, one article's part, what stands between two, what
 * comes last. So many articles can be written one by one, and one alone looks as its `to…` function makes it.
 */
import type { Reading } from "../schema/index.ts";
import { toAnnotations } from "./annotations.ts";
import { csvHeader, csvRows } from "./csv.ts";
import { toGold } from "./gold.ts";
import { pageArticle, pageEnd, pageHead, toHtml } from "./html/index.ts";
import { toJson } from "./json.ts";
import { toJsonl } from "./jsonl.ts";
import { type TerminalOptions, toTerminal } from "./terminal/index.ts";

/** `many` tells whether the output may hold more than one article: then JSON is an array. */
export interface StreamOptions extends TerminalOptions {
  readonly many?: boolean;
}

export interface StreamFormat {
  begin(options: StreamOptions): string;
  /** The article at this place (from 0) of the output. */
  article(reading: Reading, place: number, options: StreamOptions): string;
  between(options: StreamOptions): string;
  end(options: StreamOptions): string;
}

const none = () => "";

/** Values of a JSON array, each indented JSON of its own. */
function jsonArray(value: (reading: Reading) => string): StreamFormat {
  return {
    begin: ({ many }) => (many ? "[\n" : ""),
    article: (reading, _, { many }) => (many ? value(reading).trimEnd() : value(reading)),
    between: () => ",\n",
    end: ({ many }) => (many ? "\n]\n" : ""),
  };
}

const lines = (value: (reading: Reading) => string): StreamFormat => ({
  begin: none,
  article: value,
  between: none,
  end: none,
});

export const FORMATS = {
  text: {
    begin: none,
    article: (reading, _, options) => toTerminal(reading, options),
    between: ({ width = 80 }) => `\n${"─".repeat(Math.min(width, 100))}\n\n`,
    end: none,
  },
  json: jsonArray(toJson),
  jsonl: lines(toJsonl),
  csv: { begin: csvHeader, article: csvRows, between: none, end: none },
  annotations: jsonArray(toAnnotations),
  html: {
    begin: ({ many }) => (many ? pageHead("Statements") : ""),
    article: (reading, place, { many }) => (many ? pageArticle(reading, place) : toHtml(reading)),
    between: none,
    end: ({ many }) => (many ? pageEnd() : ""),
  },
  gold: lines(toGold),
} as const satisfies Record<string, StreamFormat>;

export type FormatName = keyof typeof FORMATS;
