/**
 * The scrapinghub article-extraction benchmark in -> F1, precision, recall and exact share of our cleaning, and its time, out.
 * Usage: tsx bench/cleaning.ts FOLDER (or ONRECORD_CLEANING) [--worst N] [--half a|b] [--kinds body,quote] [--out FILE.json]
 * The figures are those of its evaluate.py (checked on one output file of `--out`: the same in the three digits printed; the ± are drawn anew).
 * Half a is for tuning, half b only for reporting; a page's id, itself a hash, says which half it is in.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Article, packageResources, toArticle } from "../src/index.ts";

const given = process.argv[2];
const folder = given === undefined || given.startsWith("--") ? process.env.ONRECORD_CLEANING : given;
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : (process.argv[at + 1] ?? "");
};
/** What counts as the article: the kinds that are read for statements. */
const KINDS = new Set((option("kinds") ?? "body,heading,quote").split(","));
const SHINGLE = 4;

interface Scored {
  readonly id: string;
  readonly text: string;
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  readonly exact: boolean;
  readonly ms: number;
  readonly extra: readonly string[];
  readonly missing: readonly string[];
}

function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function shingles(text: string): Map<string, number> {
  const words = tokens(text);
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - SHINGLE + 1); i++) {
    const shingle = words.slice(i, i + SHINGLE).join(" ");
    if (shingle !== "") counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Shares of shingles that are right; undefined where the side has none. */
function score(truth: string, text: string): Pick<Scored, "precision" | "recall" | "exact"> {
  const wanted = shingles(truth);
  const given = shingles(text);
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0);
  let both = 0;
  for (const [shingle, count] of given) both += Math.min(count, wanted.get(shingle) ?? 0);
  return {
    precision: given.size === 0 ? undefined : both / sum(given),
    recall: wanted.size === 0 ? undefined : both / sum(wanted),
    exact: tokens(truth).join(" ") === tokens(text).join(" "),
  };
}

interface Figures {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly accuracy: number;
}

function figures(pages: readonly Scored[]): Figures {
  const precision = mean(pages.map((page) => page.precision).filter((value) => value !== undefined));
  const recall = mean(pages.map((page) => page.recall).filter((value) => value !== undefined));
  const accuracy = mean(pages.map((page) => Number(page.exact)));
  return { f1: (2 * precision * recall) / (precision + recall), precision, recall, accuracy };
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** Standard deviations over 1,000 samples with replacement, drawn by a fixed sequence. */
function bootstrap(pages: readonly Scored[]): Figures {
  let seed = 7;
  const draw = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return pages[Math.floor((seed / 2 ** 32) * pages.length)]!;
  };
  const samples = Array.from({ length: 1000 }, () => figures(pages.map(draw)));
  const spread = (key: keyof Figures) => {
    const middle = mean(samples.map((sample) => sample[key]));
    return Math.sqrt(mean(samples.map((sample) => (sample[key] - middle) ** 2)));
  };
  return {
    f1: spread("f1"),
    precision: spread("precision"),
    recall: spread("recall"),
    accuracy: spread("accuracy"),
  };
}

function print(name: string, pages: readonly Scored[]): void {
  const own = figures(pages);
  const spread = bootstrap(pages);
  const cell = (key: keyof Figures) => `${key} ${own[key].toFixed(3)} ± ${spread[key].toFixed(3)}`;
  const ms = mean(pages.map((page) => page.ms));
  const slowest = Math.max(...pages.map((page) => page.ms));
  console.log(
    `${name.padEnd(7)} ${pages.length} pages  ${cell("f1")}  ${cell("precision")}  ${cell("recall")}  ${cell("accuracy")}  ${ms.toFixed(1)} ms a page, slowest ${slowest.toFixed(0)}`,
  );
}

const articleText = ({ text, blocks }: Article): string =>
  blocks
    .filter((block) => KINDS.has(block.kind))
    .map((block) => text.slice(block.start, block.end))
    .join("\n");

/** The blocks of ours that hold words the truth lacks, and the paragraphs of the truth that ours lacks. */
function differences(article: Article, truth: string): Pick<Scored, "extra" | "missing"> {
  const wanted = shingles(truth);
  const own = shingles(articleText(article));
  const lacks = (text: string, all: Map<string, number>) => {
    const parts = [...shingles(text).keys()];
    const found = tokens(text).length < SHINGLE ? undefined : parts.filter((part) => all.has(part)).length;
    return found === undefined
      ? ![...all.keys()].some((key) => key.includes(tokens(text).join(" ")))
      : found * 2 < parts.length;
  };
  return {
    extra: article.blocks
      .filter((block) => KINDS.has(block.kind) && lacks(article.text.slice(block.start, block.end), wanted))
      .map((block) => `${block.kind} ${block.by}: ${article.text.slice(block.start, block.end)}`),
    missing: truth
      .split(/\n+/)
      .filter((line) => line.trim() !== "" && lacks(line, own))
      .map((line) => `${article.text.includes(line.trim().slice(0, 40)) ? "(labelled) " : ""}${line.trim()}`),
  };
}

async function read(id: string, truth: string, root: string): Promise<Scored> {
  const page = gunzipSync(readFileSync(join(root, "html", `${id}.html.gz`)));
  const lexicon = packageResources().lexicon;
  let ms = Number.POSITIVE_INFINITY;
  let article: Article | undefined;
  for (let round = 0; round < 2; round++) {
    const began = performance.now();
    article = await toArticle(page, { lexicon, format: "html" });
    ms = Math.min(ms, performance.now() - began);
  }
  const text = articleText(article!);
  return { id, text, ms, ...score(truth, text), ...differences(article!, truth) };
}

function list(pages: readonly Scored[], count: number): void {
  const loss = (page: Scored) => 2 - (page.precision ?? 1) - (page.recall ?? 1);
  const cut = (line: string) => (line.length > 160 ? `${line.slice(0, 157)}...` : line);
  for (const page of [...pages].sort((a, b) => loss(b) - loss(a)).slice(0, count)) {
    console.log(
      `\n${page.id}  precision ${page.precision?.toFixed(3)} recall ${page.recall?.toFixed(3)}${page.exact ? " exact" : ""}`,
    );
    for (const line of page.extra.slice(0, 12)) console.log(`  + ${cut(line)}`);
    for (const line of page.missing.slice(0, 12)) console.log(`  - ${cut(line)}`);
  }
}

async function main(root: string): Promise<void> {
  const truths: Record<string, { articleBody: string }> = JSON.parse(
    readFileSync(join(root, "ground-truth.json"), "utf8"),
  );
  const inHalf = (id: string) => (Number.parseInt(id.slice(0, 8), 16) % 2 === 0 ? "a" : "b");
  const chosen = option("half");
  const ids = Object.keys(truths).filter((id) => chosen === undefined || inHalf(id) === chosen);
  const pages: Scored[] = [];
  for (const id of ids) pages.push(await read(id, truths[id]!.articleBody, root));
  for (const half of ["a", "b"]) {
    const part = pages.filter((page) => inHalf(page.id) === half);
    if (part.length > 0) print(`half ${half}`, part);
  }
  if (chosen === undefined) print("whole", pages);
  const out = option("out");
  if (out)
    writeFileSync(out, JSON.stringify(Object.fromEntries(pages.map(({ id, text }) => [id, { articleBody: text }]))));
  const worst = option("worst");
  if (worst !== undefined) list(pages, Number(worst) || 20);
}

if (
  folder === undefined ||
  !existsSync(join(folder, "ground-truth.json")) ||
  readdirSync(join(folder, "html")).length === 0
) {
  console.error(
    "Give the folder of the benchmark: git clone https://github.com/scrapinghub/article-extraction-benchmark, then\n  npx tsx bench/cleaning.ts article-extraction-benchmark",
  );
  process.exitCode = 2;
} else await main(folder);
