/**
 * npm run bench [-- PART…]: the measurements, one after the other, each a program of its own in this folder. Without names all of them, which takes
 * about an hour; a part may be given its arguments after a colon: `npm run bench -- add:1000 search:200000`.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** What each one measures. */
const PARTS: Readonly<Record<string, string>> = {
  speed: "reading: words a second, cold start, memory, growth",
  add: "a record of 10,000 articles: shares of cleaning, reading, storing; memory",
  search: "1,500,000 statements: searches, counts, quotations",
  warc: "a web archive of 5 GB, streamed; warcio beside it",
  kill: "200 × kill -9 while three programs add",
  fuzz: "20,000 damaged inputs",
  check: "drafts against files and against a record",
};

const asked = process.argv.slice(2);
const parts = asked.length > 0 ? asked : Object.keys(PARTS);
let failed = 0;
for (const part of parts) {
  const [name = "", ...args] = part.split(":");
  const script = join(import.meta.dirname, `${name}.ts`);
  if (!(name in PARTS) || !existsSync(script)) {
    console.error(`There is no part “${name}”; there are: ${Object.keys(PARTS).join(", ")}.`);
    process.exit(2);
  }
  console.log(`\n== ${name}: ${PARTS[name]}`);
  const { status } = spawnSync(process.execPath, ["--import", "tsx", script, ...args], { stdio: "inherit" });
  if (status !== 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
