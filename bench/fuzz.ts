/**
 * Damaged inputs of every kind, read by processes of 1 GB each: `npx tsx bench/fuzz.ts [INPUTS] [FIRST SEED] [KIND]` (20,000 and 0 if not given).
 * Prints by kind how many were read and refused, and the seed of each that crashed, hung (5 s) or threw what is no OnrecordError;
 * `npx tsx bench/fuzz-child.ts KIND SEED SEED+1` does one again.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { KINDS } from "./fuzz-inputs.ts";

const COUNT = Number(process.argv[2] ?? 20_000);
const FIRST = Number(process.argv[3] ?? 0);
const HANG = 5000;
const START = 30_000;

interface Tally {
  inputs: number;
  read: number;
  refused: number;
  readonly faults: string[];
}

const kinds = process.argv[4] ? [process.argv[4]] : Object.keys(KINDS);
const each = Math.ceil(COUNT / kinds.length);
let slowest = 0;
for (const kind of kinds) {
  const tally: Tally = { inputs: 0, read: 0, refused: 0, faults: [] };
  for (let from = FIRST; from < FIRST + each; ) from = await run(kind, from, FIRST + each, tally);
  const { inputs, read, refused, faults } = tally;
  console.log(
    `${kind.padEnd(10)} ${String(inputs).padStart(6)} inputs  ${String(read).padStart(6)} articles read  ${String(refused).padStart(6)} refused  ${faults.length} faults`,
  );
  for (const fault of faults.slice(0, 15)) console.log(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}
console.log(`slowest input: ${(slowest / 1000).toFixed(1)} s`);

/** One process, until it is done or dies; where to go on. */
function run(kind: string, from: number, to: number, tally: Tally): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      "--max-old-space-size=1024",
      "--import",
      "tsx",
      join(import.meta.dirname, "fuzz-child.ts"),
      kind,
      String(from),
      String(to),
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let seed = from - 1;
  let since = Date.now();
  let why = "";
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (chunk) => (errors = (errors + chunk).slice(-400)));
  const watch = setInterval(() => {
    if (Date.now() - since < (seed < from ? START : HANG)) return;
    why = `hangs (${HANG / 1000} s)`;
    child.kill("SIGKILL");
  }, 200);
  createInterface({ input: child.stdout }).on("line", (line) => {
    const [sign, ...rest] = line.split(" ");
    if (sign === ">") {
      seed = Number(rest[0]);
      since = Date.now();
      tally.inputs++;
    } else if (sign === "!") tally.faults.push(`${kind} ${seed}: ${rest.join(" ")}`);
    else {
      slowest = Math.max(slowest, Date.now() - since);
      tally.read += Number(rest[0]);
      tally.refused += Number(rest[1]);
    }
  });
  return new Promise((resolve) => {
    child.on("close", (code) => {
      clearInterval(watch);
      if (code === 0) return resolve(to);
      tally.faults.push(`${kind} ${seed}: ${why || `died with code ${code}: ${errors.replaceAll("\n", " | ")}`}`);
      resolve(Math.max(seed, from) + 1);
    });
  });
}
