/**
 * Accept score -> confidence, for a model's head: fits logistic(slope * score + offset) to "right by half in every role" on PolNeAR dev, and prints
 * P, R and F by the least score kept. Usage: npx tsx bench/calibrate.ts [default|accurate]
 */

import { readFileSync } from "node:fs";
import { parseModel } from "../src/attribution/model.ts";
import type { EngineName } from "../src/index.ts";
import { measure, POLNEAR } from "./gold.ts";

const engine = (process.argv[2] ?? "default") as EngineName;
const file = engine === "default" ? "models/attribution.bin" : "engines/accurate/heads.bin";
const { slope, offset } = parseModel(readFileSync(new URL(`../${file}`, import.meta.url))).head.calibration;

/** The score that a confidence was made from, to the two decimals of a confidence. */
const scoreOf = (confidence: number): number => (Math.log(confidence / (1 - confidence)) - offset) / slope;
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

const { spans, table } = await measure(POLNEAR, engine);
const scored = spans
  .filter(({ confidence }) => confidence > 0 && confidence < 1)
  .map(({ confidence, right }) => ({ score: scoreOf(confidence), right: Number(right) }));

/** Gradient descent: two numbers, a convex loss. */
function fitted(): [number, number] {
  let [a, b] = [1, 0];
  for (let round = 0; round < 5000; round++) {
    let [da, db] = [0, 0];
    for (const { score, right } of scored) {
      const error = logistic(a * score + b) - right;
      da += error * score;
      db += error;
    }
    a -= (0.3 * da) / scored.length;
    b -= (0.3 * db) / scored.length;
  }
  return [a, b];
}

const [a, b] = fitted();
console.log(
  `${engine}: in use ${JSON.stringify({ slope, offset })}, fitted {"slope":${a.toFixed(4)},"offset":${b.toFixed(4)}}`,
);
const gold = table.get("LINKED/WHOLE/half")!.gold;
for (let least = 0; least <= 2; least += 0.25) {
  const kept = scored.filter(({ score }) => score >= least);
  const right = kept.filter((one) => one.right === 1).length;
  const [p, r] = [right / kept.length, right / gold];
  const percent = [p, r, (2 * p * r) / (p + r)].map((x) => (100 * x).toFixed(1).padStart(5)).join(" ");
  console.log(`least score ${least.toFixed(2)}: ${String(kept.length).padStart(5)} kept, P R F ${percent}`);
}
