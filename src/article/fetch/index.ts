/** Addresses on the web -> pages, politely and without reaching into private networks; feeds -> what is new in them. Node only. */

export { isPrivateAddress, type Lookup } from "./address.ts";
export type { Clock } from "./clock.ts";
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
export * from "./watch/index.ts";
