/** Speech and attitude, scored apart: against hand labels (bench/acts.tsv) where there are some, else split by the cue's words. */
import { readFileSync } from "node:fs";
import { createActOf } from "../src/attribution/index.ts";
import { align, dice, ROLES, type TokenAttribution } from "../src/eval/attributions.ts";
import { type ArticleScore, packageResources } from "../src/index.ts";
import type { Statement } from "../src/schema/index.ts";
import { createSegmenter, plainBlocks } from "../src/segment/index.ts";

type Act = Statement["act"];
const ACTS = ["speech", "attitude"] as const;

const LABELS = new Map(
  readFileSync(new URL("acts.tsv", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line): [string, Act] => {
      const [article, attribution, act] = line.split("\t") as [string, string, Act];
      return [`${article}\t${attribution}`, act];
    }),
);

const { lexicon, model } = packageResources();
const segment = createSegmenter(lexicon, model("pos.bin"));
const actOf = createActOf(lexicon);

/** What the product says of gold's cue and kind. */
function ruleActs({ doc: { text }, gold }: ArticleScore): Act[] {
  const doc = segment(text, plainBlocks(text));
  return gold.map(({ record }) => {
    const cue = (record.cue ?? []).map(([start, end]) => ({ start, end }));
    return actOf(doc, cue, (record.kind as Statement["kind"] | undefined) ?? "indirect");
  });
}

const right = (pred: TokenAttribution, gold: TokenAttribution): boolean =>
  ROLES.every((role) => dice(pred[role], gold[role]) >= 0.5);

/** Lines for `npm run eval`. */
export function actLines(scores: readonly ArticleScore[]): string[] {
  const found = { speech: [0, 0], attitude: [0, 0] } satisfies Record<Act, [number, number]>;
  const agree = { speech: [0, 0, 0], attitude: [0, 0, 0] } satisfies Record<Act, [number, number, number]>;
  let labelled = false;
  for (const score of scores) {
    const rule = ruleActs(score);
    const predOf = new Map(align(score.pred, score.gold).map(([p, g]) => [g, p]));
    score.gold.forEach((gold, i) => {
      const label = LABELS.get(`${score.record.id}\t${gold.record.id}`);
      labelled ||= label !== undefined;
      const act = label ?? rule[i]!;
      const pred = score.pred[predOf.get(i) ?? -1];
      found[act][1]++;
      if (pred && right(pred, gold)) found[act][0]++;
      agree[act][1]++;
      agree[rule[i]!][2]++;
      if (act === rule[i]) agree[act][0]++;
    });
  }
  const percent = (a: number, b: number): string => (b === 0 ? "-" : ((100 * a) / b).toFixed(1));
  return ACTS.flatMap((act) => {
    const [hit, all] = found[act];
    const [both, gold, said] = agree[act];
    const recall = `${act}: ${hit} of ${all} found (whole, half match), ${percent(hit, all)} %`;
    if (!labelled) return [`${recall}; told apart by the cue's words`];
    return [`${recall}; given gold's spans, P ${percent(both, said)} R ${percent(both, gold)}`];
  });
}
