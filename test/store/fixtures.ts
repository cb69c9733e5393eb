/** Records in temporary folders, and small invented articles for them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { toArticle } from "../../src/article/index.ts";
import { createReader } from "../../src/intake.ts";
import { type OpenRecord, openRecord } from "../../src/record.ts";
import { packageResources } from "../../src/resources.ts";
import { type PreparedArticle, prepareArticle, textIdentity, urlIdentity } from "../../src/store/index.ts";

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A path for a record in a folder of its own, which goes away with the tests of the file. */
export function recordPath(name = "news.onrecord"): string {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-test-"));
  folders.push(folder);
  return join(folder, name);
}

export interface Given {
  readonly text: string;
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly language?: string;
}

const reader = createReader({});
const { lexicon } = packageResources();

/** An article, cleaned and read, as a worker hands it to the writer. */
export async function prepared({ text, ...meta }: Given, unread = false): Promise<PreparedArticle> {
  const article = await toArticle(text, { lexicon, format: "text", ...meta });
  const identity = meta.url === undefined ? textIdentity(article) : urlIdentity(meta.url);
  const found = prepareArticle(article, { name: meta.url ?? "stdin", identity });
  return unread ? found : { ...found, read: await reader(article) };
}

export async function recordOf(articles: readonly Given[], path = recordPath()): Promise<OpenRecord> {
  const record = await openRecord(path);
  for (const article of articles) await record.add([await prepared(article)]);
  return record;
}

export const PIER: Given = {
  text: `The council met in Northshore on Tuesday to talk about the old pier.

“We will not sell the pier to anyone who means to pull it down,” said Ada Quill, the mayor of Northshore. “It belongs to the town.”

Sol Marsh, who leads the opposition, said the council could not afford the repairs. He demanded that the accounts be opened before any vote.

Quill told reporters that she would open the accounts if the opposition dropped its complaint.`,
  url: "https://tide.example/pier",
  title: "Council keeps the pier",
  publisher: "The Tide",
  published: "2026-03-11",
};

export const HARBOUR: Given = {
  text: `Ada Quill, the mayor of Northshore, promised on Friday that the harbour would reopen by May.

“The dredging is done and the lights are mended,” Quill said. “We only wait for the buoys.”

Fishermen fear that the work will take longer, and their union said it would sue the town if the boats were not back by June.`,
  url: "https://gazette.example/harbour",
  title: "Harbour to reopen",
  publisher: "Northshore Gazette",
  published: "2026-03-13",
};
