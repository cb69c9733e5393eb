/**
 * Hostile inputs through `onrecord add`, each in a process of its own (2 GB of heap, 120 s): `npx tsx bench/hostile.ts [SIZE] [NAME…]`; size 1 is full.
 * Prints seconds, peak memory and how each ended; then whether the record is whole.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOSTILE } from "./hostile-inputs.ts";

const size = Number(process.argv[2] ?? 1);
const names = process.argv.length > 3 ? process.argv.slice(3) : Object.keys(HOSTILE);
const main = process.env.ONRECORD_MAIN ?? join(import.meta.dirname, "../dist/main.js");
const rss = join(import.meta.dirname, "rss.cjs");
const folder = mkdtempSync(join(tmpdir(), "onrecord-hostile-"));
const record = join(folder, "news.db");

for (const name of names) {
  const path = join(folder, name);
  writeFileSync(path, HOSTILE[name]!(size));
  const from = Date.now();
  const args = [
    "--max-old-space-size=2048",
    "--require",
    rss,
    main,
    "add",
    path,
    "--record",
    record,
    "--json",
    "--jobs",
    "1",
  ];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    timeout: 120_000,
    killSignal: "SIGKILL",
    maxBuffer: 1 << 28,
  });
  const memory =
    /(?<kb>\d+)/.exec(
      stderr
        .split("\n")
        .filter((line) => /rss/i.test(line))
        .join(" "),
    )?.groups?.kb ?? "?";
  const ends = stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { outcome: string; code?: string; statements?: number; message?: string });
  const told = ends
    .slice(0, 3)
    .map(({ outcome, code, statements }) => `${outcome}${code ? ` ${code}` : ` ${statements} statements`}`)
    .join(", ");
  const bad =
    signal !== null ||
    (status !== 0 && status !== 1) ||
    ends.some(({ code }) => code === "internal") ||
    ends.length === 0;
  console.log(
    `${bad ? "!!" : "  "} ${name.padEnd(22)} ${((Date.now() - from) / 1000).toFixed(1).padStart(6)} s  ${memory.padStart(8)} kB  ${signal ?? status}  ${told}${ends.length > 3 ? ` … ${ends.length} items` : ""}`,
  );
  if (bad)
    console.log(
      `     ${stderr.slice(0, 400).replaceAll("\n", " | ")} ${ends.find(({ code }) => code === "internal")?.message ?? ""}`,
    );
  if (bad) process.exitCode = 1;
  rmSync(path);
}
const doctor = spawnSync(process.execPath, [main, "doctor", "--record", record], { encoding: "utf8" });
console.log(doctor.stdout + doctor.stderr);
rmSync(folder, { recursive: true });
