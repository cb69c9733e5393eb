/** The head of a Markdown file between two lines of ---, in, its metadata out. */
import type { Meta } from "../options.ts";

const KEYS: Readonly<Record<string, keyof Meta>> = {
  title: "title",
  headline: "title",
  author: "byline",
  authors: "byline",
  byline: "byline",
  publisher: "publisher",
  source: "publisher",
  site: "publisher",
  outlet: "publisher",
  date: "published",
  published: "published",
  modified: "modified",
  updated: "modified",
  lastmod: "modified",
  url: "url",
  link: "url",
  canonical: "url",
  language: "language",
  lang: "language",
};

const LONGEST = 20_000;

/** The metadata, and how many characters the front matter takes (0 if there is none). */
export function frontMatter(text: string): { readonly meta: Meta; readonly length: number } {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text.slice(0, 20));
  if (!open) return { meta: {}, length: 0 };
  const head = text.slice(0, LONGEST);
  const close = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(head.slice(open[0].length - 1));
  if (!close) return { meta: {}, length: 0 };
  const body = head.slice(open[0].length, open[0].length - 1 + close.index + 1);
  return { meta: metaOf(body), length: open[0].length - 1 + close.index + close[0].length };
}

function metaOf(body: string): Meta {
  const meta: { -readonly [K in keyof Meta]: string } = {};
  for (const line of body.split(/\r?\n/)) {
    const pair = /^([A-Za-z_-]{1,40})[ \t]*:[ \t]*(.*)$/.exec(line);
    const key = KEYS[pair?.[1]?.toLowerCase().replace(/_/g, "") ?? ""];
    const value = unquote(pair?.[2] ?? "");
    if (key && value !== "" && meta[key] === undefined) meta[key] = value;
  }
  return meta;
}

/** A YAML scalar or one-line list without its quotes and brackets: ["A", "B"] -> A, B. */
function unquote(value: string): string {
  const bare = value.trim();
  const list = /^\[(.*)\]$/.exec(bare);
  if (list) return list[1]!.split(",").map(unquote).join(", ");
  const quoted = /^"(.*)"$|^'(.*)'$/.exec(bare);
  return quoted ? (quoted[1] ?? quoted[2] ?? "") : bare;
}
