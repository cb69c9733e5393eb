/** Makes test/store/versions/vN.onrecord, the record of this program's tables that later migrations are tested from. Never made again once released. */
import { existsSync } from "node:fs";
import { toArticle } from "../src/article/index.ts";
import { createReader } from "../src/intake.ts";
import { openRecord } from "../src/record.ts";
import { packageResources } from "../src/resources.ts";
import { prepareArticle, textIdentity } from "../src/store/index.ts";
import { SCHEMA_VERSION } from "../src/store/migrations/index.ts";

const path = new URL(`../test/store/versions/v${SCHEMA_VERSION}.onrecord`, import.meta.url).pathname;
if (existsSync(path)) throw new Error(`${path} is there already; a released version is never changed.`);

const TEXTS = [
  "“We will not sell the pier,” said Ada Quill, the mayor of Northshore. Sol Marsh demanded that the accounts be opened before any vote.",
  "Ada Quill, the mayor of Northshore, promised on Friday that the harbour would reopen by May. “The dredging is done,” Quill said. “We only wait for the buoys.” Fishermen fear that the work will take longer.",
];

const { lexicon } = packageResources();
const read = createReader({});
const record = await openRecord(path);
for (const text of TEXTS) {
  const article = await toArticle(text, { lexicon, format: "text", published: "2026-03-13", publisher: "The Tide" });
  const origin = { name: "stdin", identity: textIdentity(article) };
  await record.add([{ ...prepareArticle(article, origin), read: await read(article) }]);
}
record.close();
