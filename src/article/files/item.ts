/** What a newsroom has, one article at a time, before any of it is decoded or cleaned. */
import { type ErrorCode, OnrecordError } from "../../schema/index.ts";
import type { ArticleOptions } from "../options.ts";

/** What a container knows of an article in it. It wins over what the caller says of all of them. */
export interface ItemMeta
  extends Pick<
      ArticleOptions,
      "id" | "title" | "byline" | "publisher" | "url" | "published" | "modified" | "language" | "contentType"
    >,
    Freshness {}

/** What the web server gave with a page, to ask with it whether the page has changed. */
export interface Freshness {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

interface Named {
  /** The place that errors name, e.g. "corpus.csv, row 3". */
  readonly name: string;
  /** The feed, sitemap or list of feeds that named it. */
  readonly from?: string;
}

interface Found extends Named {
  readonly meta?: ItemMeta;
}

/** One article to be. Plain data: it can be sent to a worker thread. */
export type Item =
  | ({ readonly kind: "file"; readonly path: string } & Found)
  | UrlItem
  | ({ readonly kind: "bytes"; readonly bytes: Uint8Array } & Found)
  /** A line of JSON, or the object that it would give; see readRecord. */
  | ({ readonly kind: "record"; readonly line: string | object } & Found)
  | FailedItem;

export interface UrlItem extends Found {
  readonly kind: "url";
  readonly url: string;
  /** What is found there may be a feed, a sitemap or a list of them: fetchItems gives the articles in it. */
  readonly open?: boolean;
  /** The server says that the page is as it was when the record took it in. */
  readonly notModified?: boolean;
}

/** Found bad before it could be read; what comes after it goes on. */
export interface FailedItem extends Named {
  readonly kind: "failed";
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string;
}

export function failed(name: string, code: ErrorCode, message: string, hint?: string): FailedItem {
  return { kind: "failed", name, code, message, ...(hint === undefined ? {} : { hint }) };
}

const PATH_HINT = "Check the path; it is looked up from the folder that the command runs in.";

/** Anything thrown while `name` was opened or read, as a failed item. */
export function failedBy(name: string, error: unknown): FailedItem {
  if (error instanceof OnrecordError) return failed(name, error.code, error.message, error.hint);
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR")
    return failed(name, "no-such-file", `There is no file: ${name}.`, PATH_HINT);
  if (code === "EACCES" || code === "EPERM")
    return failed(name, "no-such-file", `There is no permission to read: ${name}.`, "Change the file's permissions.");
  return failed(name, "unsupported", `${name} cannot be read: ${message}.`, "Check that the file is whole.");
}
