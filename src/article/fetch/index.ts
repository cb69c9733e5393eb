/** Addresses on the web -> pages, politely and without reaching into private networks; feeds -> what is new in them. Node only. */

export { isPrivateAddress, type Lookup } from "./address.ts";
export { type Clock, systemClock } from "./clock.ts";
export { statusOf } from "./failure.ts";
export {
  createFetcher,
  type Fetched,
  type FetchedPage,
  type Fetcher,
  type FetcherOptions,
  type FetchOptions,
  type FetchRequest,
  type NotModified,
} from "./fetcher.ts";
export { fetchPage } from "./page.ts";
export { userAgent } from "./request.ts";
export * from "./watch/index.ts";
