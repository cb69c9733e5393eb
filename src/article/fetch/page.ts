/** The address of one page in, its bytes, content type and final address out. */
import { badAnswer } from "./failure.ts";
import { createFetcher, type FetchedPage, type FetchOptions } from "./fetcher.ts";

/**
 * Fetch one page, at once: whoever waits for it can try again.
 * @throws OnrecordError `fetch-refused` (we may not), `fetch-failed` (it did not work), `bad-option` (no address)
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const fetcher = createFetcher({ gapMs: 0, retries: 0, ...options });
  try {
    const answer = await fetcher.fetch(address);
    // A server that says so without having been asked.
    if (answer.notModified) throw badAnswer(new URL(answer.url), { status: 304, retryAfterMs: undefined });
    const { bytes, url, contentType } = answer;
    return { bytes, url, contentType };
  } finally {
    await fetcher.close();
  }
}
