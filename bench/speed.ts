/**
 * npm run bench -- speed: speed, memory and growth of the whole pipeline on this machine, one core. Needs `npm run build` first (for the cold start).
 * Texts are made from the examples that ship with the project.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createAttributor } from "../src/attribution/index.ts";
import { type Article, createPipeline, packageResources, readArticle, toArticle } from "../src/index.ts";
import { createSegmenter } from "../src/segment/index.ts";

const ROOT = new URL("../", import.meta.url);
const resources = packageResources();
const LEXICON = { lexicon: resources.lexicon };

function words(text: string): number {
  return text.split(/\s+/).length;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

async function timed(run: () => unknown, times: number): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await run();
    took.push(performance.now() - began);
  }
  return median(took);
}

async function bodies(): Promise<string> {
  const page = await readArticle(readFileSync(new URL("examples/summit.html", ROOT)), { format: "html" });
  const strike = await readArticle(readFileSync(new URL("examples/strike.md", ROOT)), { format: "markdown" });
  return `${page.article.text}\n\n${strike.article.text}\n\n`;
}

function textOf(body: string, length: number): string {
  return body.repeat(Math.ceil(length / body.length)).slice(0, length);
}

async function stages(body: string): Promise<void> {
  const began = performance.now();
  const pipeline = createPipeline(resources);
  console.log(`default engine loaded in ${(performance.now() - began).toFixed(0)} ms`);
  const article = await toArticle(textOf(body, 200_000), LEXICON);
  const segment = createSegmenter(resources.lexicon, resources.model("pos.bin"));
  const attribute = createAttributor({
    lexicon: resources.lexicon,
    model: resources.model("attribution.bin"),
    kernel: resources.model("kernel.wasm"),
  });
  for (let i = 0; i < 3; i++) await pipeline(article);
  const part = await timed(() => attribute(segment(article.text, article.blocks)), 5);
  console.log(
    `default engine, segmentation and attribution alone: ${((words(article.text) / part) * 1000).toFixed(0)} words/s`,
  );
  const ms = await timed(() => pipeline(article), 5);
  console.log(
    `default engine, whole pipeline, warm: ${((words(article.text) / ms) * 1000).toFixed(0)} words/s (median of 5, 200 kB of text)`,
  );
}

/** The accurate engine, if it is installed. */
async function accurate(body: string): Promise<void> {
  const article = textOf(body, 20_000);
  const read = () => readArticle(article, { format: "text", engine: "accurate" });
  const began = performance.now();
  try {
    await read();
  } catch (error) {
    console.log(`accurate engine: not measured. ${(error as Error).message}`);
    return;
  }
  console.log(`accurate engine: loaded, and 20 kB read, in ${(performance.now() - began).toFixed(0)} ms`);
  const ms = await timed(read, 3);
  console.log(
    `accurate engine, whole pipeline, warm: ${((words(article) / ms) * 1000).toFixed(0)} words/s (median of 3)`,
  );
}

async function curve(body: string): Promise<void> {
  console.log("\ngrowth      characters   words/s   ms per kB   statements");
  const pipeline = createPipeline(resources);
  const row = async (label: string, text: string) => {
    const article: Article = await toArticle(text, { ...LEXICON, format: "text" });
    let statements = 0;
    const times = text.length < 1e6 ? 3 : 1;
    const ms = await timed(async () => {
      statements = (await pipeline(article)).statements.length;
    }, times);
    const speed = (words(text) / ms) * 1000;
    console.log(
      `${label.padEnd(10)}${String(text.length).padStart(12)}${speed.toFixed(0).padStart(10)}${((ms * 1000) / text.length).toFixed(2).padStart(12)}${String(statements).padStart(13)}`,
    );
  };
  for (const size of [1e3, 1e4, 1e5, 1e6, 5e6, 2e7]) await row("article", textOf(body, size));
  await row("quotes “", "“".repeat(1e5));
  await row('quotes "', '"'.repeat(1e5));
  await row("quotes ‘’", "‘’".repeat(5e4));
  await row("one line", textOf(body, 1e6).replaceAll("\n", " "));
  console.log(`memory at the end: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most`);
}

async function cold(): Promise<void> {
  const main = new URL("dist/main.js", ROOT);
  if (!existsSync(main)) {
    console.log("\ncold start: not measured, dist/ is missing (npm run build)");
    return;
  }
  for (const file of ["examples/summit.html", "examples/briefing.txt"]) {
    let rss = 0;
    const ms = await timed(() => {
      const args = [
        "--require",
        new URL("bench/rss.cjs", ROOT).pathname,
        main.pathname,
        "read",
        new URL(file, ROOT).pathname,
      ];
      const child = spawnSync(process.execPath, args, { encoding: "utf8" });
      rss = Number(/maxRSS (\d+)/.exec(child.stderr)?.[1] ?? 0);
    }, 5);
    console.log(`\ncold: onrecord read ${file}: ${ms.toFixed(0)} ms (median of 5), ${(rss / 1024).toFixed(0)} MB`);
  }
}

console.log(`node ${process.version}`);
const body = await bodies();
await stages(body);
await cold();
if (!process.argv.includes("--short")) await curve(body);
await accurate(body); // last: its memory would count in what is measured before
