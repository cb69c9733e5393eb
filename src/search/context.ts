/** Hits in, the same with the paragraphs that each stands in out. Reads the stored article: for a page of hits, not for all. */
import type { StatementHit } from "../schema/index.ts";
import type { Database } from "../store/database.ts";
import { bodyOf, statementsOf } from "./stored.ts";

export function withContext(db: Database, hits: readonly StatementHit[]): StatementHit[] {
  const versions = new Map<number, ReturnType<typeof versionOf>>();
  return hits.map((hit) => {
    const { version } = db.get<{ version: number }>("SELECT version FROM statement WHERE id = ?", hit.number)!;
    let stored = versions.get(version);
    if (!stored) versions.set(version, (stored = versionOf(db, version)));
    const content = stored.spans.get(hit.id);
    return content ? { ...hit, context: passage(stored, content) } : hit;
  });
}

function versionOf(db: Database, version: number) {
  const spans = new Map(statementsOf(db, version).map(({ id, content }) => [id, content]));
  return { ...bodyOf(db, version), spans };
}

/** From the beginning of the first block that holds some of the content to the end of the last. */
function passage(
  { text, blocks }: Pick<ReturnType<typeof versionOf>, "text" | "blocks">,
  content: NonNullable<StatementHit["context"]>["content"],
): NonNullable<StatementHit["context"]> {
  const first = Math.min(...content.map(({ start }) => start));
  const last = Math.max(...content.map(({ end }) => end));
  const holding = blocks.filter(({ start, end }) => start < last && first < end);
  const start = Math.min(first, ...holding.map((block) => block.start));
  const end = Math.max(last, ...holding.map((block) => block.end));
  return {
    text: text.slice(start, end),
    start,
    content: content.map((span) => ({ start: span.start, end: span.end })),
  };
}
