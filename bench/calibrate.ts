/**
 * Scores and chances -> confidences, for a model's head: fits logistic(slope * score + chance * log-odds of the chance + offset) on PolNeAR dev,
 * for the whole attribution (right by half in every role) and for each role (right to the token); prints what pack.py takes as --calibration, and P, R
 * and F by the least score kept. Usage: npx tsx bench/calibrate.ts [default|accurate]
 */
import { readFileSync } from "node:fs";
import { createDrafter, type Draft, type Logistic } from "../src/attribution/index.ts";
import { loadAccurate } from "../src/engines.ts";
import { align, attributionsOf, dice, equalSets, ROLES, type TokenAttribution } from "../src/eval/attributions.ts";
import { scoredText } from "../src/eval/text.ts";
import { packageResources, parseGold } from "../src/index.ts";
import { createSegmenter, plainBlocks } from "../src/segment/index.ts";
import { POLNEAR, SHARED } from "./gold.ts";

/** Numbers that a confidence is made from, and whether what it speaks of is right. */
interface Case {
  readonly score: number;
  readonly chance: number;
  readonly right: boolean;
}

const TARGETS = ["whole", ...ROLES] as const;
const cases: Record<(typeof TARGETS)[number], Case[]> = { whole: [], source: [], cue: [], content: [] };

const engine = process.argv[2] ?? "default";
const accurate = engine === "accurate" ? await loadAccurate() : undefined;
const { lexicon, model } = packageResources();
const segment = createSegmenter(lexicon, model("pos.bin"));
const draftsOf = createDrafter({
  lexicon,
  kernel: model("kernel.wasm"),
  ...(accurate ?? { model: model("attribution.bin") }),
});

function add(draft: Draft, mine: TokenAttribution, gold: TokenAttribution | undefined): void {
  const { score, chances } = draft;
  if (!chances) return;
  const half = gold !== undefined && ROLES.every((role) => dice(mine[role], gold[role]) >= 0.5);
  cases.whole.push({ score, chance: Math.min(chances.source, chances.cue, chances.content), right: half });
  for (const role of ROLES) {
    if (mine[role].size === 0) continue;
    cases[role].push({ score, chance: chances[role], right: gold !== undefined && equalSets(mine[role], gold[role]) });
  }
}

let goldCount = 0;
for (const record of parseGold(readFileSync(new URL(POLNEAR.path, SHARED), "utf8"), POLNEAR.name).values()) {
  const doc = segment(record.text!, plainBlocks(record.text!));
  const drafts = await draftsOf(doc);
  const spans = (draft: Draft, role: (typeof ROLES)[number]) =>
    draft[role].map(([first, end]): [number, number] => [doc.tokens.start[first]!, doc.tokens.end[end - 1]!]);
  const attributions = drafts.map((draft, id) => ({
    id: String(id),
    source: spans(draft, "source"),
    cue: spans(draft, "cue"),
    content: spans(draft, "content"),
  }));
  const scored = scoredText(record.text!);
  const mine = attributionsOf(scored, { id: record.id, attributions });
  const gold = attributionsOf(scored, record);
  goldCount += gold.length;
  const goldOf = new Map(align(mine, gold));
  mine.forEach((one, i) => {
    add(drafts[Number(one.record.id)]!, one, gold[goldOf.get(i) ?? -1]);
  });
}

const logOdds = (p: number): number => Math.log(p / (1 - p));
const inside = (p: number): number => Math.min(1 - 1e-4, Math.max(1e-4, p));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Gradient descent: three numbers, a convex loss. */
function fitted(some: readonly Case[]): Logistic {
  const rows = some.map(({ score, chance, right }) => [score, logOdds(inside(chance)), 1, Number(right)] as const);
  const w: [number, number, number] = [0, 0, 0];
  for (let round = 0; round < 20_000; round++) {
    const d: [number, number, number] = [0, 0, 0];
    for (const [x, y, one, right] of rows) {
      const error = logistic(w[0] * x + w[1] * y + w[2]) - right;
      d[0] += error * x;
      d[1] += error * y;
      d[2] += error * one;
    }
    for (const i of [0, 1, 2] as const) w[i] -= (0.08 * d[i]) / rows.length;
  }
  const [slope, chance, offset] = w.map((x) => Number(x.toFixed(4))) as [number, number, number];
  return { slope, chance, offset };
}

const calibration = Object.fromEntries(TARGETS.map((target) => [target, fitted(cases[target])]));
console.log(JSON.stringify(calibration));

function curve(name: string, of: (one: Case) => number, leasts: readonly number[]): void {
  for (const least of leasts) {
    const kept = cases.whole.filter((one) => of(one) >= least);
    const right = kept.filter((one) => one.right).length;
    const [p, r] = [right / kept.length, right / goldCount];
    const percent = [p, r, (2 * p * r) / (p + r)].map((x) => (100 * x).toFixed(1).padStart(5)).join(" ");
    console.log(`least ${name} ${least.toFixed(2)}: ${String(kept.length).padStart(5)} kept, P R F ${percent}`);
  }
}

const { slope, chance: weight, offset } = calibration.whole!;
const confidence = ({ score, chance }: Case): number =>
  logistic(slope * score + weight * logOdds(inside(chance)) + offset);
curve("score", ({ score }) => score, [0, 0.5, 1, 1.5, 2]);
curve("confidence", confidence, [0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]);
