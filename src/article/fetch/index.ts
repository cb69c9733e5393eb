/** Addresses on the web -> pages, politely and without reaching into private networks. Node only. */

export { isPrivateAddress } from "./address.ts";
export { type FetchedPage, type FetchOptions, fetchPage } from "./page.ts";
export { USER_AGENT } from "./request.ts";
