/**
 * Adds invented articles to a new record: `npx tsx bench/add.ts [N]` (10,000 if not given; half as pages, half as records).
 * Prints the share of cleaning, reading and storing (one thread, each timed on its own), then `onrecord add` as people run it:
 * articles a second, the peak of its memory, the size of the record.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { articleOfItem, engineId, itemsOf } from "../src/index.ts";
import { createReader } from "../src/intake.ts";
import { openRecord } from "../src/record.ts";
import { prepareArticle, urlIdentity } from "../src/store/index.ts";
import { article, asPage, asRecord } from "./articles.ts";

const COUNT = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
const news = join(folder, "news");
mkdirSync(news);
const records: string[] = [];
for (let n = 0; n < COUNT; n++) {
  if (n % 2 === 0) records.push(asRecord(n));
  else {
    const sub = join(news, String(Math.floor(n / 1000)));
    mkdirSync(sub, { recursive: true });
    writeFileSync(join(sub, `${n}.html`), asPage(article(n)));
  }
}
writeFileSync(join(news, "corpus.jsonl"), `${records.join("\n")}\n`);

const ms = (from: bigint): number => Number(process.hrtime.bigint() - from) / 1e6;
const line = (name: string, value: string): void => console.log(`${name.padEnd(44)} ${value}`);

await shares(Math.min(COUNT, 1000));
command();
rmSync(folder, { recursive: true });

/** One thread, stage by stage. */
async function shares(most: number): Promise<void> {
  const record = await openRecord(join(folder, "shares.db"));
  const read = createReader({});
  const times = { cleaning: 0, reading: 0, preparing: 0, storing: 0 };
  let batch: Parameters<typeof record.add>[0][number][] = [];
  let done = 0;
  for await (const item of itemsOf([news])) {
    if (done >= most) break;
    let from = process.hrtime.bigint();
    const taken = await articleOfItem(item);
    if (done > 20) times.cleaning += ms(from);
    from = process.hrtime.bigint();
    const reading = await read(taken);
    if (done > 20) times.reading += ms(from);
    from = process.hrtime.bigint();
    batch.push({
      ...prepareArticle(taken, { name: item.name, identity: urlIdentity(taken.url ?? item.name) }),
      read: reading,
    });
    times.preparing += ms(from);
    if (++done % 64 === 0) {
      from = process.hrtime.bigint();
      await record.add(batch);
      times.storing += ms(from);
      batch = [];
    }
  }
  record.close();
  const total = Object.values(times).reduce((sum, one) => sum + one, 0);
  line(`Articles, one thread (${engineId()})`, String(done));
  for (const [stage, time] of Object.entries(times)) {
    line(`  ${stage}`, `${((100 * time) / total).toFixed(1)} %  ${(time / done).toFixed(2)} ms an article`);
  }
}

function command(): void {
  const path = join(folder, "news.db");
  const from = process.hrtime.bigint();
  const rss = join(import.meta.dirname, "rss.cjs");
  const main = join(import.meta.dirname, "../dist/main.js");
  const run = spawnSync(process.execPath, ["--require", rss, main, "add", news, "--record", path], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  const seconds = ms(from) / 1000;
  line("onrecord add, all processors", `${(COUNT / seconds).toFixed(0)} articles/s  (${seconds.toFixed(0)} s)`);
  line("  told at its end", (/^onrecord: .* · .*/m.exec(run.stderr)?.[0] ?? "").replace(path, "…"));
  line("  record", `${(statSync(path).size / COUNT / 1024).toFixed(1)} kB an article`);
  line(
    "  memory",
    run.stderr
      .split("\n")
      .filter((one) => /rss/i.test(one))
      .join(" "),
  );
}
