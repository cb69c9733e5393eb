/**
 * npm run eval: the figures of docs/accuracy.md, on the development sets that lie beside the checkout (../shared). A set that is not there is
 * named and left out.
 */
import { existsSync, readFileSync } from "node:fs";
import {
  evaluate,
  figuresOf,
  type GoldFile,
  layersText,
  parseGold,
  readRecord,
  type Table,
  toGold,
} from "../src/index.ts";

const SHARED = new URL("../../shared/", import.meta.url);
const SETS = [
  { name: "PolNeAR dev", path: "corpora/polnear/dev.jsonl", layers: false },
  { name: "newsroom-dev", path: "gold/newsroom-dev.jsonl", layers: true },
  { name: "seed", path: "gold/seed.jsonl", layers: true },
] as const;

const ROWS: readonly [string, string][] = [
  ["source exact", "SPANS/source/exact"],
  ["cue exact", "SPANS/cue/exact"],
  ["content exact", "SPANS/content/exact"],
  ["whole half", "LINKED/WHOLE/half"],
  ["whole exact", "LINKED/WHOLE/exact"],
  ["speaker", "LINKED/speaker/named"],
  ["direct, whole half", "KINDS/direct/whole half"],
  ["mixed, whole half", "KINDS/mixed/whole half"],
  ["indirect, whole half", "KINDS/indirect/whole half"],
];

async function predict(gold: GoldFile, name: string): Promise<GoldFile> {
  const lines: string[] = [];
  for (const record of gold.values()) lines.push(toGold(await readRecord(record, `${name}, ${record.id}`)));
  return parseGold(lines.join(""), `${name} (read)`);
}

function print(table: Table): void {
  console.log("                           P      R      F");
  for (const [label, key] of ROWS) {
    const figure = table.get(key);
    if (!figure) continue;
    const cells = [figure.p, figure.r, figure.f].map((x) => x.toFixed(1).padStart(7)).join("");
    console.log(`  ${label.padEnd(22)}${cells}`);
  }
}

type Offsets = readonly [number, number];

/** Predicted contents that lie inside a quotation mark pair or text that attributes nothing. */
function falseStatements(gold: GoldFile, pred: GoldFile): number {
  let count = 0;
  for (const [id, record] of gold) {
    const none = ((record.nonAttributions ?? []) as { span: Offsets }[]).map((n) => n.span);
    for (const a of pred.get(id)?.attributions ?? []) {
      const inside = (content: Offsets) => none.some(([s, e]) => s <= content[0] && content[1] <= e);
      if (a.content?.length && a.content.every(inside)) count++;
    }
  }
  return count;
}

function residue(gold: GoldFile, pred: GoldFile): string {
  let found = 0;
  let all = 0;
  let predicted = 0;
  for (const [id, record] of gold) {
    const want = ((record.residue ?? []) as Offsets[]).map(String);
    const got = new Set(((pred.get(id)?.residue ?? []) as Offsets[]).map(String));
    found += want.filter((span) => got.has(span)).length;
    all += want.length;
    predicted += got.size;
  }
  return `${found} of ${all} found, ${predicted - found} others taken for residue`;
}

for (const set of SETS) {
  const url = new URL(set.path, SHARED);
  if (!existsSync(url)) {
    console.log(`${set.name}: not here (${set.path} beside the checkout), left out`);
    continue;
  }
  const gold = parseGold(readFileSync(url, "utf8"), set.name);
  const pred = await predict(gold, set.name);
  const scores = evaluate(gold, pred);
  const table = figuresOf(scores);
  console.log(`\n${set.name}: ${gold.size} articles, ${table.get("LINKED/WHOLE/half")?.gold} gold attributions`);
  print(table);
  if (!set.layers) continue;
  const half = table.get("LINKED/WHOLE/half")!;
  const speaker = table.get("LINKED/speaker/named")!;
  console.log(`  statements found (whole, half match) ${Math.round((half.r * half.gold) / 100)} of ${half.gold}`);
  console.log(`  with the right speaker ${Math.round((speaker.r * speaker.gold) / 100)} of ${speaker.gold}`);
  console.log(`  non-attributions read as statements ${falseStatements(gold, pred)}`);
  console.log(`  residue ${residue(gold, pred)}`);
  console.log(layersText(scores));
}
