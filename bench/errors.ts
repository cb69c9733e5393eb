/** What goes wrong, by kind with counts: npx tsx bench/errors.ts [default|accurate] [polnear|newsroom|seed] */
import { createActOf } from "../src/attribution/act.ts";
import { align, sharedCount, type TokenAttribution } from "../src/eval/attributions.ts";
import type { ArticleScore, EngineName } from "../src/index.ts";
import { packageResources } from "../src/resources.ts";
import type { Doc } from "../src/schema/index.ts";
import { createSegmenter, plainBlocks } from "../src/segment/index.ts";
import { measure, NEWSROOM, POLNEAR, SEED } from "./gold.ts";

const [engine = "default", set = "polnear"] = process.argv.slice(2);
const { lexicon, model } = packageResources();
const segment = createSegmenter(lexicon, model("pos.bin"));
const actOf = createActOf(lexicon);
const counts = new Map<string, { n: number; example: string }>();

function count(kind: string, example: string): void {
  const cell = counts.get(kind);
  if (cell) cell.n++;
  else counts.set(kind, { n: 1, example });
}

const edge = (tokens: ReadonlySet<number>, least: boolean): number =>
  least ? Math.min(...tokens) : Math.max(...tokens);

/** "attitude verb", "speech noun" …: what the cue is. */
function cueKind(doc: Doc, a: TokenAttribution): string {
  const spans = (a.record.cue ?? []).map(([start, end]) => ({ start, end }));
  if (spans.length === 0) return "no cue";
  const act = actOf(doc, spans, "indirect");
  const { start } = spans[0]!;
  let i = 0;
  while (i < doc.tokens.count - 1 && doc.tokens.end[i]! <= start) i++;
  let verb = false;
  for (; i < doc.tokens.count && doc.tokens.start[i]! < spans.at(-1)!.end; i++)
    if (doc.tokens.pos[i] === 16) verb = true;
  return `${act} ${verb ? "verb" : "noun or other"}`;
}

function wrongAsAWhole(role: string, pred: ReadonlySet<number>, gold: ReadonlySet<number>): string | undefined {
  if (pred.size === 0 && gold.size > 0) return `${role} missing`;
  if (pred.size > 0 && gold.size === 0) return `${role} not in gold`;
  return gold.size > 0 && sharedCount(pred, gold) === 0 ? `${role} elsewhere` : undefined;
}

function edges(role: string, pred: ReadonlySet<number>, gold: ReadonlySet<number>, example: string): void {
  const whole = wrongAsAWhole(role, pred, gold);
  if (whole) count(whole, example);
  if (whole || gold.size === 0) return;
  if (edge(pred, true) < edge(gold, true)) count(`${role} begins too early`, example);
  if (edge(pred, true) > edge(gold, true)) count(`${role} begins too late`, example);
  if (edge(pred, false) > edge(gold, false)) count(`${role} ends too late`, example);
  if (edge(pred, false) < edge(gold, false)) count(`${role} ends too early`, example);
}

const nested = (score: ArticleScore, a: TokenAttribution): boolean =>
  score.pred.some((other) => other !== a && a.cue.size > 0 && sharedCount(a.cue, other.content) === a.cue.size);

function look(score: ArticleScore): void {
  const text = score.record.text!;
  const doc = segment(text, plainBlocks(text));
  const words = (a: TokenAttribution): string =>
    [a.record.source, a.record.cue, a.record.content]
      .map((spans) => (spans ?? []).map(([s, e]) => text.slice(s, e)).join(" … "))
      .join(" | ")
      .replaceAll("\n", " ")
      .slice(0, 110);
  const pairs = align(score.pred, score.gold);
  const [preds, golds] = [new Set(pairs.map(([i]) => i)), new Set(pairs.map(([, j]) => j))];
  score.gold.forEach((a, j) => {
    if (!golds.has(j)) count(`missed: ${cueKind(doc, a)}`, words(a));
  });
  score.pred.forEach((a, i) => {
    if (!preds.has(i))
      count(`not in gold: ${nested(score, a) ? "inside another's content" : cueKind(doc, a)}`, words(a));
  });
  for (const [i, j] of pairs) {
    const [p, g] = [score.pred[i]!, score.gold[j]!];
    for (const role of ["source", "cue", "content"] as const)
      edges(role, p[role], g[role], `${words(p)}  (gold: ${words(g)})`);
  }
}

const { scores } = await measure(
  { polnear: POLNEAR, newsroom: NEWSROOM, seed: SEED }[set] ?? POLNEAR,
  engine as EngineName,
);
scores.forEach(look);
for (const [kind, { n, example }] of [...counts].sort((a, b) => b[1].n - a[1].n)) {
  console.log(`${String(n).padStart(5)}  ${kind.padEnd(44)} ${process.argv[4] ? example : ""}`.trimEnd());
}
