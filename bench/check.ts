/**
 * `npx tsx bench/check.ts [ARTICLES] [STATEMENTS]` (1,000 and 50,000 if not given; needs `npm run build`): a draft of 1,000 words with 20 quotations against
 * so many invented files, cold, and against a record of so many statements, cold; then 800 quotations of which half are true and half changed:
 * how many changed ones pass (none may), and how many true ones do not.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Checked } from "../src/index.ts";
import { article, asPage, asRecord, random } from "./articles.ts";

const ARTICLES = Number(process.argv[2] ?? 1000);
const STATEMENTS = Number(process.argv[3] ?? 50_000);
const PER_ARTICLE = 13;
const MAIN = join(import.meta.dirname, "../dist/main.js");
const RSS = join(import.meta.dirname, "rss.cjs");
const PASSES = new Set(["exact", "trimmed", "inserted"]);

/** A quotation of a draft, and whether it was said. */
interface Quoted {
  readonly words: string;
  readonly speaker: string;
  readonly said: boolean;
  readonly how: string;
}

const FILLER =
  "Rain had fallen for most of the week and the square was almost empty when the delegations left, an hour later than planned, and nobody could say when they would be back.";

const line = (name: string, value: string): void => console.log(`${name.padEnd(58)} ${value}`);

function saidIn(n: number): { words: string; speaker: string }[] {
  return article(n).paragraphs.flatMap((paragraph) =>
    [...paragraph.matchAll(/“([^”]+),” (\p{Lu}\p{L}+) /gu)].map(([, words, speaker]) => ({
      words: words!,
      speaker: speaker!,
    })),
  );
}

/** Changes that must never pass: each is one small thing. */
const CHANGES: Readonly<Record<string, (words: string, next: () => number) => string>> = {
  "a word dropped": (words, next) => inside(words, next, () => []),
  "a word added": (words, next) => inside(words, next, (word) => [word, "perhaps"]),
  "a negation added": (words, next) => inside(words, next, (word) => [word, "not"]),
  "a word replaced": (words, next) => inside(words, next, () => ["lantern"]),
  "a number added": (words, next) => inside(words, next, (word) => [word, "7"]),
};

function inside(words: string, next: () => number, change: (word: string) => string[]): string {
  const all = words.split(" ");
  const at = 1 + Math.floor(next() * (all.length - 2));
  return [...all.slice(0, at), ...change(all[at]!), ...all.slice(at + 1)].join(" ");
}

/** So many quotations of the articles, every second one changed, or given to somebody else. */
function quotations(count: number, seed: number): Quoted[] {
  const next = random(seed);
  const all: Quoted[] = [];
  while (all.length < count) {
    const found = saidIn(Math.floor(next() * ARTICLES));
    const one = found[Math.floor(next() * found.length)];
    if (!one) continue;
    const kinds = [...Object.keys(CHANGES), "somebody else"];
    const how = all.length % 2 === 0 ? "true" : kinds[Math.floor(next() * kinds.length)]!;
    const speaker = how === "somebody else" ? "Zebulon Zorn" : one.speaker;
    all.push({ words: CHANGES[how]?.(one.words, next) ?? one.words, speaker, said: how === "true", how });
  }
  return all;
}

function draftOf(all: readonly Quoted[]): string {
  return `${all.map(({ words, speaker }) => `“${words},” ${speaker} said. ${FILLER}`).join("\n\n")}\n`;
}

/** Beside the time on the clock: on a machine with other work to do, what all processors together took says more. */
interface Took {
  readonly seconds: number;
  readonly cpu: string;
}

function run(args: readonly string[]): Took & { stdout: string; stderr: string; status: number | null } {
  const began = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--require", RSS, MAIN, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return {
    seconds: (performance.now() - began) / 1000,
    cpu: /^cpu (.*)$/m.exec(stderr)?.[1] ?? "",
    stdout,
    stderr: stderr.replace(/^(?:maxRSS|cpu) .*\n/gm, ""),
    status,
  };
}

function checkOf(args: readonly string[]): Took & { checked: readonly Checked[] } {
  const { seconds, cpu, stdout, stderr } = run(["check", ...args, "--json"]);
  if (stdout === "") throw new Error(stderr);
  return { seconds, cpu, checked: (JSON.parse(stdout) as { checked: Checked[] }).checked };
}

function writeArticles(folder: string, from: number, to: number): void {
  mkdirSync(folder, { recursive: true });
  const records: string[] = [];
  for (let n = from; n < to; n++) {
    if (n % 2 === 0) records.push(asRecord(n));
    else writeFileSync(join(folder, `${n}.html`), asPage(article(n)));
  }
  writeFileSync(join(folder, "corpus.jsonl"), `${records.join("\n")}\n`);
}

function alarms(where: string, all: readonly Quoted[], checked: readonly Checked[]): void {
  if (checked.length !== all.length) line(`  ${where}: quotations found`, `${checked.length} of ${all.length}`);
  const passed = all.filter(({ said }, i) => !said && PASSES.has(checked[i]!.verdict));
  const missed = all.filter(({ said }, i) => said && !PASSES.has(checked[i]!.verdict));
  const verdicts = missed.map((one) => checked[all.indexOf(one)]!.verdict);
  line(`${where}: false passes`, `${passed.length} of ${all.filter(({ said }) => !said).length} changed`);
  line(
    `${where}: false alarms`,
    `${missed.length} of ${all.filter(({ said }) => said).length} true ${tally(verdicts)}`,
  );
  for (const one of passed.slice(0, 5)) console.log(`  ${one.how}: ${one.speaker}: ${one.words}`);
}

const timeOf = ({ seconds, cpu }: Took): string => `${seconds.toFixed(2)} s (${cpu} of the processors)`;

function tally(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts.size === 0 ? "" : `(${[...counts].map(([value, n]) => `${n} ${value}`).join(", ")})`;
}

if (!existsSync(MAIN)) throw new Error("dist/ is missing: npm run build");
const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-check-"));
const news = join(folder, "news");
writeArticles(news, 0, ARTICLES);
const draft = join(folder, "draft.md");
const many = join(folder, "many.md");
const twenty = quotations(20, 3);
const hundreds = quotations(800, 5);
writeFileSync(draft, draftOf(twenty));
writeFileSync(many, draftOf(hundreds));
line("draft", `${draftOf(twenty).split(/\s+/).length} words, ${twenty.length} quotations`);
line(`against ${ARTICLES} files, cold`, timeOf(checkOf([draft, "--against", news])));
alarms("800 quotations, files", hundreds, checkOf([many, "--against", news]).checked);

const path = join(folder, "news.db");
const more = join(folder, "more");
writeArticles(more, ARTICLES, Math.max(ARTICLES, Math.ceil(STATEMENTS / PER_ARTICLE)));
const added = run(["add", news, more, "--record", path]);
if (added.status !== 0) throw new Error(added.stderr);
line("record", added.stderr.trim().split("\n").at(-1)!.replace(path, ""));
const times = Array.from({ length: 5 }, () => checkOf([draft, "--record", path])).sort((a, b) => a.seconds - b.seconds);
line("against the record, cold (median of 5)", timeOf(times[2]!));
alarms("800 quotations, record", hundreds, checkOf([many, "--record", path]).checked);
rmSync(folder, { recursive: true });
