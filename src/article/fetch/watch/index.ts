/** Watching feeds: what is new in them, as it appears. */

export type { WatchEvent } from "./poll.ts";
export type { FeedState, WatchedFeed } from "./state.ts";
export { type WatchOptions, watchFeeds } from "./watch.ts";
