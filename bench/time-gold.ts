/** Time expressions against GUM's dates: npx tsx bench/time-gold.ts [--errors]. Needs the folder shared beside the checkout. */
import { readFileSync } from "node:fs";
import { packageResources } from "../src/resources.ts";
import { createSegmenter, plainBlocks } from "../src/segment/index.ts";
import { createTimeStage } from "../src/time/index.ts";

interface GoldDate {
  readonly span: readonly [number, number];
  readonly when?: string;
  readonly from?: string;
  readonly to?: string;
}

interface Article {
  readonly id: string;
  readonly genre: string;
  readonly date?: string;
  readonly title: string;
  readonly text: string;
  readonly dates: readonly GoldDate[];
}

const { lexicon, model } = packageResources();
const segment = createSegmenter(lexicon, model("pos.bin"));
const stage = createTimeStage(lexicon);
const errors = process.argv.includes("--errors");

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** First and last day of an ISO value: "2015-09" is a month, "2010" a year, "2015-W38" a week, "A/B" an interval; a time of day counts as its day. */
function daysOf(value: string): readonly [string, string] | undefined {
  if (value.includes("/")) {
    const [a, b] = value.split("/").map((part) => daysOf(part));
    return a && b ? [a[0], b[1]] : undefined;
  }
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(value);
  if (!found) return undefined;
  const [year, month, day] = [Number(found[1]), found[2], found[3]];
  if (day) return [value.slice(0, 10), value.slice(0, 10)];
  if (month) return [`${year}-${month}-01`, dayOf(new Date(Date.UTC(year, Number(month), 0)))];
  return [`${year}-01-01`, `${year}-12-31`];
}

const wanted = (gold: GoldDate): string | undefined => gold.when ?? (gold.from && gold.to && `${gold.from}/${gold.to}`);

const tallies = new Map<string, { gold: number; found: number; valued: number; right: number }>();
const lines = readFileSync(new URL("../../shared/corpora/gum/dev.jsonl", import.meta.url), "utf8").split("\n");
for (const line of lines.filter(Boolean)) {
  const article = JSON.parse(line) as Article;
  const doc = segment(article.text, plainBlocks(article.text));
  const { expressions } = stage(doc, [], { title: article.title, ...(article.date && { anchor: article.date }) });
  const tally = tallies.get(article.genre) ?? { gold: 0, found: 0, valued: 0, right: 0 };
  tallies.set(article.genre, tally);
  for (const gold of article.dates) {
    const want = wanted(gold);
    if (!want || !daysOf(want)) continue;
    tally.gold++;
    const own = expressions.find(
      ({ start, end, type }) => type !== "DURATION" && start < gold.span[1] && gold.span[0] < end,
    );
    if (own) tally.found++;
    if (own?.value) tally.valued++;
    const same = own?.value && String(daysOf(own.value)) === String(daysOf(want));
    if (same) tally.right++;
    else if (errors && article.genre === "news")
      console.log(
        `${article.date} “${article.text.slice(...gold.span)}” want ${want} got ${own?.value} ${own?.by ?? ""} … ${article.text.slice(gold.span[0] - 50, gold.span[1] + 20).replace(/\n/g, "¶")}`,
      );
  }
}
for (const [genre, { gold, found, valued, right }] of tallies) {
  const percent = (n: number, of: number): string => ((100 * n) / (of || 1)).toFixed(1);
  console.log(
    `gum ${genre.padEnd(9)} found ${percent(found, gold)} % of ${gold}; value right ${percent(right, found)} % of those found, ${percent(right, valued)} % of those with a value`,
  );
}
