/** What is known of a watched feed between two polls: plain data, for whoever keeps it. */
export interface FeedState {
  readonly url: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** When it is polled next, in milliseconds since 1970. */
  readonly nextAt: number;
  /** Between two polls, in milliseconds, as the feed's own pace made it. */
  readonly interval: number;
  /** Polls that failed, one after the other. */
  readonly failures: number;
  readonly lastError?: string;
  /** Why it is not polled any more. */
  readonly stopped?: string;
}

/** A feed that is new, or what was kept of it. */
export type WatchedFeed = Partial<FeedState> & Pick<FeedState, "url">;
