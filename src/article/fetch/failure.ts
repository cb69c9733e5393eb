/** What went wrong on the way to a page in, the one error that says so out; what may be tried again carries when. */
import { OnrecordError } from "../../schema/index.ts";

/** The `cause` of an error that an answer gave rise to. */
export interface AnswerCause {
  readonly status: number;
  /** What the server asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

const WHY: Readonly<Record<string, string>> = {
  ENOTFOUND: "no such host",
  EAI_AGAIN: "the host's name could not be looked up",
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was broken off",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  ETIMEDOUT: "the host did not answer",
  EPIPE: "the connection was broken off",
  UND_ERR_SOCKET: "the connection was broken off",
  UND_ERR_CONNECT_TIMEOUT: "the host did not answer",
  UND_ERR_DESTROYED: "the fetcher is closed",
  UND_ERR_CLOSED: "the fetcher is closed",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is not trusted",
  Z_DATA_ERROR: "its compressed body is broken",
  Z_BUF_ERROR: "its compressed body ends too early",
};

/** Connections fail for a moment; a name that does not exist or a bad certificate stays as it is. */
const PASSING: ReadonlySet<string> = new Set([
  ...["EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "EPIPE"],
  ...["UND_ERR_SOCKET", "UND_ERR_CONNECT_TIMEOUT", "Z_BUF_ERROR"],
]);

/** The error for a request that got no answer. */
export function failure(url: URL, cause: unknown, timeout: AbortSignal, timeoutMs: number): OnrecordError {
  if (cause instanceof OnrecordError) return cause;
  if (timeout.aborted || (cause as Error).name === "TimeoutError") {
    return new OnrecordError("fetch-failed", `${url.href} did not answer within ${timeoutMs / 1000} s.`, {
      hint: "Try again later.",
      cause: Object.assign(new Error("timeout"), { code: "ETIMEDOUT" }),
    });
  }
  const { code = "", message = "" } = cause as { code?: string; message?: string };
  return new OnrecordError("fetch-failed", `${url.href} could not be fetched: ${WHY[code] ?? (message || code)}.`, {
    hint: "Check the address and the connection.",
    cause,
  });
}

/** The error for an answer that is no page. */
export function badAnswer(url: URL, cause: AnswerCause): OnrecordError {
  const { status } = cause;
  const hint =
    status === 401 || status === 403 || status === 402
      ? "The site does not give the page to programs: save it from a browser."
      : status === 429 || status >= 500
        ? "The site is busy or out of order: try again later."
        : "Check the address.";
  return new OnrecordError("fetch-failed", `${url.href} answered with status ${status}.`, { hint, cause });
}

/** The status of the answer that an error tells of. */
export function statusOf(error: unknown): number | undefined {
  return answerOf(error)?.status;
}

export function retryAfterOf(error: unknown): number | undefined {
  return answerOf(error)?.retryAfterMs;
}

function answerOf(error: unknown): AnswerCause | undefined {
  const cause = error instanceof OnrecordError ? error.cause : undefined;
  return typeof cause === "object" && cause !== null && "status" in cause ? (cause as AnswerCause) : undefined;
}

/** Worth another try: 429, 5xx, a connection that failed. Never another 4xx. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof OnrecordError) || error.code !== "fetch-failed") return false;
  const status = statusOf(error);
  if (status !== undefined) return status === 429 || status >= 500;
  return PASSING.has((error.cause as { code?: string } | undefined)?.code ?? "");
}
