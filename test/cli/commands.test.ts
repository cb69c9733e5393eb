/** The commands with the real engine, from a file to what a person reads. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { expectGolden } from "../export/golden.ts";
import { folder, jsonLines, onrecord } from "./support.ts";

const LOCKS = fileURLToPath(new URL("golden/locks.txt", import.meta.url));
const META = ["--date", "2026-03-11", "--publisher", "The Tide"];
const real = (args: readonly string[], env: Record<string, string> = {}) => onrecord(args, { engine: "real", env });

const dir = folder();
afterAll(dir.remove);

describe.concurrent("read", () => {
  it.each([["80"], ["40"]])("reports a small text in %s columns", async (columns) => {
    const { code, stdout, stderr } = await real(["read", LOCKS, ...META], { COLUMNS: columns });
    expect([code, stderr]).toEqual([0, ""]);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(Number(columns));
    expectGolden(stdout, new URL(`golden/locks-${columns}.golden.txt`, import.meta.url));
  });

  it("leaves out what is less sure than --min-confidence", async () => {
    const all = jsonLines<{ confidence: number }>((await real(["read", LOCKS, "--jsonl"])).stdout);
    const least = Math.max(...all.map((s) => s.confidence));
    const some = jsonLines<{ confidence: number }>(
      (await real(["read", LOCKS, "--jsonl", "--min-confidence", String(least)])).stdout,
    );
    expect(some).toEqual(all.filter((s) => s.confidence >= least).map((s) => ({ ...s, n: expect.any(Number) })));
    expect(some.length).toBeLessThan(all.length);
  });
});

describe.concurrent("explain", () => {
  it("names what decided the fields of one statement", async () => {
    const { code, stdout } = await real(["explain", LOCKS, "5", ...META]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ 5 {2}Lio Fenn/);
    expect(stdout).toMatch(/^ {6}speaker {7}Lio Fenn\n {20}speaker\//m);
    expect(stdout).toMatch(/^ {6}type {10}threat\n {20}statement\//m);
  });

  it("as JSON, all of them", async () => {
    const { stdout } = await real(["explain", LOCKS, "--json"]);
    const { statements } = JSON.parse(stdout) as { statements: { n: number; decisions: { by: string }[] }[] };
    expect(statements.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const { decisions } of statements) expect(decisions.length).toBeGreaterThan(3);
  });
});

describe.concurrent("eval", () => {
  const GOLD = fileURLToPath(new URL("../eval/fixtures/gold.jsonl", import.meta.url));
  const PRED = fileURLToPath(new URL("../eval/fixtures/pred.jsonl", import.meta.url));

  it("prints the referee's report", async () => {
    const { code, stdout } = await real(["eval", GOLD, PRED]);
    const golden = new URL("../eval/fixtures/plain.golden.txt", import.meta.url);
    expect([code, stdout]).toEqual([0, readFileSync(golden, "utf8")]);
  });

  it("gives full marks to a reading against itself, and reads the articles if nothing else is given", async () => {
    const own = dir.put("own.jsonl", (await real(["read", LOCKS, "--gold", ...META])).stdout);
    const [given, read] = await Promise.all([real(["eval", own, own, "--json"]), real(["eval", own, "--json"])]);
    expect(given!.code).toBe(0);
    expect(read!.stdout).toBe(given!.stdout);
    expect(JSON.parse(given!.stdout)["SPANS/content/exact"]).toMatchObject({ p: 100, r: 100 });
  });

  it("tells a gold file that is none", async () => {
    const { code, stderr } = await real(["eval", LOCKS]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^onrecord: .*locks\.txt.*line 1/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
