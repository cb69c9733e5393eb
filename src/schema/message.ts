/** Messages (notes about a text) are data; an OnrecordError is a bad call. */
import { z } from "zod";
import { spanSchema } from "./span.ts";

export const messageSchema = z
  .strictObject({
    rule: z.string().describe("id of the rule that noticed it, e.g. quotes/unclosed"),
    text: z.string().describe("one sentence for a person"),
    span: spanSchema.optional(),
  })
  .describe("A note about a text: something a reader should know, not a failure.");
export type Message = Readonly<z.infer<typeof messageSchema>>;

/** Codes of bad calls and bad input, stable for programs. */
export type ErrorCode =
  | "no-such-file"
  | "is-folder"
  | "binary"
  | "empty"
  | "charset"
  | "too-large"
  | "bad-option"
  | "bad-query"
  | "bad-json"
  | "bad-record"
  | "fetch-refused"
  | "fetch-failed"
  | "unsupported"
  | "model"
  | "store-missing"
  | "store-version"
  | "store-damaged"
  | "store-busy"
  | "store-full"
  | "store-read-only"
  | "no-such-id";

/**
 * A call that cannot be carried out. The message names the value, the place and what was expected;
 * `hint` says what to do next.
 */
export class OnrecordError extends Error {
  override readonly name = "OnrecordError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
  }
}
