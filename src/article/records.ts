/** A record {id, text | html, title, publisher, date …} in, an Article out: how JSONL corpora are read, one article a line. */
import { z } from "zod";
import { type Article, OnrecordError } from "../schema/index.ts";
import type { ArticleOptions } from "./options.ts";
import { toArticle } from "./to-article.ts";

const text = z.string().nullish();

const recordSchema = z
  .looseObject({
    id: z.union([z.string(), z.number()]).nullish(),
    text,
    html: text,
    title: text,
    publisher: text,
    date: text,
    published: text,
    modified: text,
    url: text,
    byline: text,
    author: text,
    language: text,
  })
  .refine((record) => record.text || record.html, { path: ["text"], error: "neither text nor html is given" });

/** One article as a record. Other fields (annotations of a gold file) are let through and not read. */
export type ArticleRecord = z.infer<typeof recordSchema>;

/**
 * The article of a record. A `text` stays as it is to the last character, so that offsets into it hold.
 * @param where the place named in errors, e.g. "corpus.jsonl, line 3"
 * @throws OnrecordError `bad-record`
 */
export async function articleFromRecord(record: unknown, where: string, options: ArticleOptions): Promise<Article> {
  const parsed = recordSchema.safeParse(record);
  if (!parsed.success) throw recordError(parsed.error, where);
  const { data } = parsed;
  const input = data.text || data.html!;
  return toArticle(input, {
    ...options,
    ...metaOf(data),
    format: data.text ? "text" : "html",
    verbatim: true,
    name: where,
  });
}

/** What the record says; where it is silent, what the caller said stays. */
function metaOf(data: ArticleRecord): Partial<ArticleOptions> {
  const given = {
    id: data.id == null ? undefined : String(data.id),
    title: data.title,
    publisher: data.publisher,
    published: data.published ?? data.date,
    modified: data.modified,
    url: data.url,
    byline: data.byline ?? data.author,
    language: data.language,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value != null && value !== ""));
}

/**
 * The value on one line of a JSONL file.
 * @throws OnrecordError `bad-json`
 */
export function parseRecordLine(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new OnrecordError("bad-json", `${where} is not JSON: ${why}.`, {
      hint: "Write one JSON object a line.",
      cause,
    });
  }
}

function recordError(error: z.ZodError, where: string): OnrecordError {
  const issue = error.issues[0]!;
  const field = issue.path.join(".") || "the record";
  return new OnrecordError("bad-record", `${where}, field ${field}: ${issue.message}.`, {
    hint: "A record is an object with text or html, and if known id, title, publisher, date, url, byline, language.",
  });
}
