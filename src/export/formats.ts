/**
 * The formats by name, as a stream of articles: what comes first, one article's part, what stands between two, what
 * comes last. So many articles can be written one by one, and one alone looks as its `to…` function makes it.
 */
import type { Reading } from "../schema/index.ts";
import { toAnnotations } from "./annotations.ts";
import { bratName, toBrat } from "./brat.ts";
import { BRAT_CONF } from "./brat-conf.ts";
import { citationsOf } from "./citation/index.ts";
import { csvHeader, csvRows } from "./csv.ts";
import { toGold } from "./gold.ts";
import { pageArticle, pageEnd, pageHead, toHtml } from "./html/index.ts";
import { toJson } from "./json.ts";
import { toJsonl } from "./jsonl.ts";
import type { Packer } from "./packer.ts";
import { parquetPacker, parquetRows } from "./parquet.ts";
import { toMarkdown } from "./quote-card/index.ts";
import { toClaimReviews } from "./schema-org/claim-reviews.ts";
import { toQuotations } from "./schema-org/quotations.ts";
import { teiArticle, teiCorpusEnd, teiCorpusHead, toTei } from "./tei/index.ts";
import { type TerminalOptions, toTerminal } from "./terminal/index.ts";

/** `many` tells whether the output may hold more than one article: then JSON is an array. */
export interface StreamOptions extends TerminalOptions {
  readonly many?: boolean;
}

/** Several files an article: what a folder of them holds, by name. */
export interface FolderFormat {
  /** Files that stand in the folder once. */
  readonly common: Readonly<Record<string, string>>;
  /** Name without an ending, and the content for each ending; from an article's part. */
  files(part: string): { readonly name: string; readonly files: Readonly<Record<string, string>> };
}

export interface StreamFormat {
  begin(options: StreamOptions): string;
  /** The article at this place (from 0) of the output. */
  article(reading: Reading, place: number, options: StreamOptions): string;
  /** Between two parts that are not empty. */
  between(options: StreamOptions): string;
  end(options: StreamOptions): string;
  /** For a format of bytes: makes them of the parts. */
  readonly packer?: () => Promise<Packer>;
  /** For a format of several files an article. */
  readonly folder?: FolderFormat;
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

/** Any number of items an article, all in one array. */
const items: StreamFormat = {
  begin: () => "[\n",
  article: (reading) => citationsOf(reading, "csl-json"),
  between: () => ",\n",
  end: () => "\n]\n",
};

const brat: FolderFormat = {
  common: { "annotation.conf": BRAT_CONF },
  files: (part) => JSON.parse(part) as ReturnType<FolderFormat["files"]>,
};

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
  markdown: { begin: none, article: toMarkdown, between: () => "\n---\n\n", end: none },
  parquet: { begin: none, article: parquetRows, between: none, end: none, packer: parquetPacker },
  "schema-org": jsonArray(toQuotations),
  claimreview: jsonArray(toClaimReviews),
  tei: {
    begin: ({ many }) => (many ? teiCorpusHead() : ""),
    article: (reading, place, { many }) => (many ? teiArticle(reading, place) : toTei(reading)),
    between: none,
    end: ({ many }) => (many ? teiCorpusEnd() : ""),
  },
  brat: {
    begin: none,
    article: (reading) => JSON.stringify({ name: bratName(reading.article.id), files: toBrat(reading) }),
    between: none,
    end: none,
    folder: brat,
  },
  "csl-json": items,
  ris: lines((reading) => citationsOf(reading, "ris")),
  bibtex: lines((reading) => citationsOf(reading, "bibtex")),
} as const satisfies Record<string, StreamFormat>;

export type FormatName = keyof typeof FORMATS;
