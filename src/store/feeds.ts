/** Feeds that are watched: what the next poll needs of each, kept between runs. */
import type { Database } from "./database.ts";

/** `state` is the watcher's own; here it is only kept. */
export interface FeedRow {
  readonly url: string;
  readonly title?: string;
  readonly state: object;
}

/** All of them, by address. */
export function keptFeeds(db: Database): FeedRow[] {
  const rows = db.all<{ url: string; title: string | null; state: string }>(
    "SELECT url, title, state FROM feed ORDER BY url",
  );
  return rows.map(({ url, title, state }) => ({ url, ...(title !== null && { title }), state: JSON.parse(state) }));
}

/** A title that is known stays if none is given. */
export function keepFeed(db: Database, { url, title, state }: FeedRow): void {
  db.run(
    `INSERT INTO feed (url, title, state) VALUES (?, ?, ?)
     ON CONFLICT (url) DO UPDATE SET title = coalesce(excluded.title, title), state = excluded.state`,
    url,
    title ?? null,
    JSON.stringify(state),
  );
}

/** Unless there is a feed at the new address already. */
export function moveFeed(db: Database, from: string, to: string): void {
  db.run("UPDATE OR IGNORE feed SET url = ? WHERE url = ?", to, from);
}

/** False if there was none. */
export function forgetFeed(db: Database, url: string): boolean {
  return db.run("DELETE FROM feed WHERE url = ?", url).changes > 0;
}
