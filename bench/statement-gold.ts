/** Gold attributions in -> how many times, types, flags and conditions the stages get right. Usage: tsx bench/statement-gold.ts GOLD.jsonl... [--errors FIELD] */
import { readFileSync } from "node:fs";
import { packageResources } from "../src/resources.ts";
import type { Attribution, Span } from "../src/schema/index.ts";
import { createSegmenter, plainBlocks } from "../src/segment/index.ts";
import { createStatementStage } from "../src/statement/index.ts";
import { createTimeStage } from "../src/time/index.ts";

type Pair = [number, number];
export interface GoldAttribution {
  id: string;
  source: Pair[];
  cue: Pair[];
  content: Pair[];
  kind: Attribution["kind"];
  form?: "transcript" | "block" | "post";
  parent: string | null;
  type: string;
  typeAlt?: string[];
  negated: boolean;
  hypothetical: boolean;
  historical: boolean;
  when: string | null;
  condition: Pair[];
  probability: number | null;
  answered: boolean | null;
}
export interface GoldArticle {
  id: string;
  title: string;
  publisher: string;
  date: string;
  text: string;
  attributions: GoldAttribution[];
}

const spans = (pairs: Pair[]): Span[] => pairs.map(([start, end]) => ({ start, end }));

/** A gold attribution as the attribution stage would give it. */
export function asAttribution(gold: GoldAttribution): Attribution {
  return {
    id: gold.id,
    source: spans(gold.source),
    cue: spans(gold.cue),
    content: spans(gold.content),
    kind: gold.kind,
    ...(gold.form && { form: gold.form }),
    act: "speech",
    ...(gold.parent && { parent: gold.parent }),
    confidence: 1,
    decisions: [],
  };
}

export function readGold(files: readonly string[]): GoldArticle[] {
  return files.flatMap((file) =>
    readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as GoldArticle),
  );
}

/** Right, predicted and gold counts of one field. */
class Tally {
  right = 0;
  predicted = 0;
  gold = 0;
  add(predicted: boolean, gold: boolean, right = predicted && gold): void {
    if (right) this.right++;
    if (predicted) this.predicted++;
    if (gold) this.gold++;
  }
  line(): string {
    const p = this.right / this.predicted;
    const r = this.right / this.gold;
    const percent = (value: number) => (100 * value).toFixed(1);
    return `P ${percent(p)} (${this.right}/${this.predicted})  R ${percent(r)} (${this.right}/${this.gold})  F ${percent((2 * p * r) / (p + r))}`;
  }
}

const args = process.argv.slice(2);
const errorsOf = args.includes("--errors") ? args[args.indexOf("--errors") + 1] : undefined;
const files = args.filter((arg) => arg.endsWith(".jsonl"));
const { lexicon } = packageResources();
const segment = createSegmenter(lexicon);
const timeStage = createTimeStage(lexicon);
const statementStage = createStatementStage(lexicon);

const tallies = new Map<string, Tally>();
const tally = (name: string) => {
  if (!tallies.has(name)) tallies.set(name, new Tally());
  return tallies.get(name)!;
};
const typeRight = { strict: 0, alternatives: 0 };
const conditions = { predictedHit: 0, goldHit: 0, exact: 0, predicted: 0, gold: 0 };
const byRule = new Map<string, [number, number]>();
let allWhen = 0;
let total = 0;
for (const article of readGold(files)) {
  const doc = segment(article.text, plainBlocks(article.text));
  const attributions = article.attributions.map(asAttribution);
  const meta = { title: article.title, publisher: article.publisher, anchor: article.date };
  const times = timeStage(doc, attributions, meta);
  const statements = statementStage(doc, attributions, { speakers: [], parties: new Map() }, times, meta);
  for (const [index, gold] of article.attributions.entries()) {
    const statement = statements[index]!;
    const show = (field: string, want: unknown, got: unknown) => {
      if (errorsOf !== field) return;
      const [cue] = gold.cue;
      const words = cue ? article.text.slice(cue[0], cue[1]) : "";
      const around = cue ? article.text.slice(Math.max(0, cue[0] - 90), cue[1] + 90).replace(/\n/g, "¶") : "";
      console.log(
        `${article.id.slice(0, 5)} ${gold.id} [${words}] want ${String(want)} got ${String(got)} :: ${around}`,
      );
    };
    const uttered = times.uttered.get(gold.id)!;
    const got = uttered.saidAt?.value ?? null;
    total++;
    if (got === gold.when) allWhen++;
    else show("when", gold.when, got);
    tally("said at").add(got !== null, gold.when !== null, got !== null && got === gold.when);
    if (uttered.saidAt?.span) tally("said at, explicit").add(true, got === gold.when, got === gold.when);
    if (uttered.historical !== gold.historical) show("historical", gold.historical, uttered.historical);
    tally("historical").add(uttered.historical, gold.historical);
    typeRight.strict += Number(statement.type === gold.type);
    typeRight.alternatives += Number(statement.type === gold.type || (gold.typeAlt ?? []).includes(statement.type));
    const rule = `${statement.decisions.find((d) => d.field === "type")?.by} ${statement.kind}`;
    byRule.set(rule, [
      (byRule.get(rule)?.[0] ?? 0) + Number(statement.type === gold.type),
      (byRule.get(rule)?.[1] ?? 0) + 1,
    ]);
    tally(`type ${gold.type}`).gold++;
    tally(`type ${statement.type}`).predicted++;
    if (statement.type === gold.type) tally(`type ${gold.type}`).right++;
    else
      show(
        "type",
        `${gold.type}(${gold.typeAlt ?? ""})`,
        `${statement.type} ${statement.decisions.find((d) => d.field === "type")?.by} {${statement.content.map((c) => article.text.slice(c.start, c.end)).join(" | ")}}`,
      );
    for (const flag of ["negated", "hypothetical"] as const) {
      tally(flag).add(statement[flag], gold[flag]);
      if (statement[flag] !== gold[flag]) show(flag, gold[flag], statement[flag]);
    }
    if (gold.type === "question") {
      const wanted = gold.answered;
      const given = statement.answered ?? null;
      tally("answered").add(given !== null, wanted !== null, given !== null && given === wanted);
      if (given !== wanted) show("answered", wanted, given);
    }
    const chance = statement.probability?.value ?? null;
    tally("probability").add(
      chance !== null,
      gold.probability !== null,
      chance !== null && chance === gold.probability,
    );
    if (chance !== gold.probability) show("probability", gold.probability, chance);
    const hits = statement.conditions.filter((c) => gold.condition.some(([s, e]) => c.start < e && s < c.end)).length;
    const exact = statement.conditions.filter((c) =>
      gold.condition.some(([s, e]) => c.start === s && c.end === e),
    ).length;
    const covered = gold.condition.filter(([s, e]) =>
      statement.conditions.some((c) => c.start < e && s < c.end),
    ).length;
    conditions.predictedHit += hits;
    conditions.goldHit += covered;
    conditions.exact += exact;
    conditions.predicted += statement.conditions.length;
    conditions.gold += gold.condition.length;
    const slice = (s: number, e: number) => article.text.slice(s, e);
    if (exact !== gold.condition.length || exact !== statement.conditions.length)
      show(
        "condition",
        gold.condition.map(([s, e]) => slice(s, e)).join(" | "),
        statement.conditions.map((c) => slice(c.start, c.end)).join(" | "),
      );
  }
}
console.log(`said at, absent counted: ${((100 * allWhen) / total).toFixed(1)} % of ${total}`);
const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(1);
console.log(
  `type: strict ${percent(typeRight.strict, total)}  with alternatives ${percent(typeRight.alternatives, total)}`,
);
const p = conditions.predictedHit / conditions.predicted;
const r = conditions.goldHit / conditions.gold;
console.log(
  `conditions: overlap P ${percent(p, 1)} R ${percent(r, 1)} F ${percent((2 * p * r) / (p + r), 1)}; exact F ${percent(2 * conditions.exact, conditions.predicted + conditions.gold)}`,
);
for (const [name, value] of tallies) console.log(name.padEnd(20), value.line());
if (args.includes("--rules"))
  for (const [rule, [right, all]] of [...byRule].sort((a, b) => b[1][1] - a[1][1]))
    console.log(rule.padEnd(44), `${right}/${all}`);
