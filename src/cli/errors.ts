/** Errors as a person and as a program reads them. Never a stack trace unless asked for. */

/** What is told of a failed input. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** The input as it was named. */
  readonly input?: string;
  readonly stack?: string;
}

interface Known {
  readonly code: unknown;
  readonly hint?: unknown;
}

/** A bad call: the command line itself is wrong. Exit code 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** Anything thrown, as a failure. Only OnrecordErrors speak for themselves; others are faults of ours. */
export function failureOf(error: unknown, input?: string): Failure {
  const thrown = error instanceof Error ? error : new Error(String(error));
  const { code, hint } = thrown as unknown as Known;
  const named = input === undefined ? {} : { input };
  const trace = thrown.stack === undefined ? {} : { stack: stackOf(thrown) };
  if (thrown.name === "OnrecordError") {
    const hints = typeof hint === "string" ? { hint } : {};
    return { code: String(code), message: thrown.message, ...hints, ...named, ...trace };
  }
  const message = `unexpected error: ${thrown.message}`;
  return {
    code: "internal",
    message,
    hint: "Run it again with --debug, and report what it shows.",
    ...named,
    ...trace,
  };
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${error.cause.stack}` : "";
  return `${error.stack}${cause}`;
}

/** `onrecord: message`, the hint on a line of its own, the stack if `debug`. */
export function failureText({ message, hint, input, stack: trace }: Failure, debug = false): string {
  const place = input === undefined || message.includes(input) ? "" : `${input}: `;
  const lines = [`onrecord: ${place}${message}`];
  if (hint) lines.push(`  ${hint}`);
  if (debug && trace) lines.push(trace);
  return `${lines.join("\n")}\n`;
}

/** The failure as a line of a JSONL output. */
export function failureRecord({ code, message, hint, input }: Failure): string {
  return `${JSON.stringify({ error: { code, message, hint, input } })}\n`;
}
