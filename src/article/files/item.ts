/** What a newsroom has, one article at a time, before any of it is decoded or cleaned. */
import { type ErrorCode, OnrecordError } from "../../schema/index.ts";
import type { ArticleOptions } from "../options.ts";

/** What a container knows of an article in it. It wins over what the caller says of all of them. */
export interface ItemMeta
  extends Pick<
    ArticleOptions,
    "id" | "title" | "byline" | "publisher" | "url" | "published" | "modified" | "language" | "contentType"
  > {
  /** When the page was fetched (ISO 8601). Says nothing of when it was published. */
  readonly retrieved?: string | undefined;
}

/**
 * One article to be. Plain data: it can be sent to a worker thread.
 * `name` is the place that errors name, e.g. "corpus.csv, row 3".
 */
export type Item =
  | { readonly kind: "file"; readonly name: string; readonly path: string; readonly meta?: ItemMeta }
  | { readonly kind: "url"; readonly name: string; readonly url: string; readonly meta?: ItemMeta }
  | { readonly kind: "bytes"; readonly name: string; readonly bytes: Uint8Array; readonly meta?: ItemMeta }
  /** A line of JSON, or the object that it would give; see readRecord. */
  | { readonly kind: "record"; readonly name: string; readonly line: string | object; readonly meta?: ItemMeta }
  | FailedItem;

/** Found bad before it could be read; what comes after it goes on. */
export interface FailedItem {
  readonly kind: "failed";
  readonly name: string;
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
