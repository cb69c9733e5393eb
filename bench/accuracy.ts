/**
 * npm run eval [-- accurate]: the figures of docs/accuracy.md, on the development sets that lie beside the checkout (../shared). A set that is not there is
 * named and left out.
 */
import { type EngineName, layersText, type Table } from "../src/index.ts";
import { actLines } from "./acts.ts";
import { GUM_NEWS, isHere, measure, NEWSROOM, POLNEAR, reliability, SEED } from "./gold.ts";

const ROWS: readonly [string, string][] = [
  ["source exact", "SPANS/source/exact"],
  ["cue exact", "SPANS/cue/exact"],
  ["content exact", "SPANS/content/exact"],
  ["content overlap", "SPANS/content/overlap"],
  ["whole half", "LINKED/WHOLE/half"],
  ["whole exact", "LINKED/WHOLE/exact"],
  ["speaker", "LINKED/speaker/named"],
  ["direct, whole half", "KINDS/direct/whole half"],
  ["mixed, whole half", "KINDS/mixed/whole half"],
  ["indirect, whole half", "KINDS/indirect/whole half"],
];

function print(table: Table): void {
  console.log("                           P      R      F");
  for (const [label, key] of ROWS) {
    const figure = table.get(key);
    if (!figure) continue;
    const cells = [figure.p, figure.r, figure.f].map((x) => x.toFixed(1).padStart(7)).join("");
    console.log(`  ${label.padEnd(22)}${cells}`);
  }
}

const engine = (process.argv[2] ?? "default") as EngineName;
console.log(`engine: ${engine}`);
for (const set of [POLNEAR, NEWSROOM, SEED, GUM_NEWS]) {
  if (!isHere(set)) {
    console.log(`${set.name}: not here (${set.path} in the folder shared beside the checkout), left out`);
    continue;
  }
  const measured = await measure(set, engine);
  const { gold, scores, table, found, rightSpeaker, residue } = measured;
  const all = table.get("LINKED/WHOLE/half")?.gold;
  console.log(`\n${set.name}: ${gold.size} articles, ${all} gold attributions`);
  print(table);
  for (const line of actLines(scores)) console.log(`  ${line}`);
  console.log("  confidence of the spans: number, said, right (whole, half match)");
  for (const line of reliability(measured.spans)) console.log(`    ${line}`);
  for (const role of ["source", "cue", "content"] as const) {
    console.log(`  confidence of the ${role}: number, said, right (to the token)`);
    for (const line of reliability(measured.roles[role])) console.log(`    ${line}`);
  }
  if (!set.layers) continue;
  console.log("  confidence of the speaker, where the spans are right");
  for (const line of reliability(measured.speakers)) console.log(`    ${line}`);
  console.log(`  statements found (whole, half match) ${found} of ${all}`);
  console.log(`  with the right speaker ${rightSpeaker} of ${table.get("LINKED/speaker/named")?.gold}`);
  console.log(`  residue ${residue.found} of ${residue.gold} found, ${residue.others} others taken for residue`);
  console.log(layersText(scores));
}
