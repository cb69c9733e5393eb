import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { inOrder, runner } from "../../src/cli/pool.ts";
import type { PrepareJob } from "../../src/cli/work.ts";
import { recordPath } from "../store/fixtures.ts";

/** Readers that die of some items: at once, or by an error that nobody catches. */
const API = `export function createIntake() {
  return {
    prepare: async ({ name }) => {
      if (name.startsWith("exit")) process.exit(7);
      if (name.startsWith("throw")) { setTimeout(() => { throw new Error("out of " + name); }); await new Promise(() => {}); }
      return { name, outcome: "unchanged", article: 1, statements: 0 };
    },
    close() {},
  };
}`;

function job(): PrepareJob {
  const path = join(dirname(recordPath()), "api.mjs");
  writeFileSync(path, API);
  return { kind: "prepare", record: "none.db", intake: {}, api: pathToFileURL(path).href };
}

const task = (name: string, place: number) => ({ item: { kind: "file" as const, name, path: name }, place });

describe("worker threads", { timeout: 60_000 }, () => {
  it("fail the item that they die of, and no other", async () => {
    const names = ["a", "exit", "b", "throw", "c", "throw 2", "exit 2", "d", "e"];
    const workers = runner(job(), 2);
    const ends: string[] = [];
    for await (const [, result] of inOrder(names.map(task), workers))
      ends.push("outcome" in result ? result.outcome : "");
    workers.close();
    const dies = (name: string) => /exit|throw/.test(name);
    expect(ends).toEqual(names.map((name) => (dies(name) ? "failed" : "unchanged")));
  });

  it("are not started again once the run is given up", async () => {
    const workers = runner(job(), 2);
    const results = Promise.all(["a", "b", "c", "d", "e"].map((name, i) => workers.run(task(name, i))));
    workers.close();
    expect((await results).map((result) => (result as { outcome: string }).outcome)).toContain("failed");
  });
});
