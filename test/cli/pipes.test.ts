/** Pipes, colours and widths: how the command behaves towards what reads it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { wantsColour, widthOf } from "../../src/cli/colour.ts";
import { ended, folder, onrecord, script } from "./support.ts";

const dir = folder({ "a.txt": "ANN: Yes.\nBEN: No." });
afterAll(dir.remove);

const ESCAPE = "\u001b[";
const read = (env: Record<string, string>, ...args: string[]) =>
  onrecord(["read", "a.txt", ...args], { cwd: dir.path, env });

describe.concurrent("colours", () => {
  it.each([
    ["piped", {}, [], false],
    ["FORCE_COLOR=1", { FORCE_COLOR: "1" }, [], true],
    ["--no-color wins over FORCE_COLOR", { FORCE_COLOR: "1" }, ["--no-color"], false],
    ["never in JSON", { FORCE_COLOR: "1" }, ["--json"], false],
  ])("%s", async (_, env, args, coloured) => {
    const { code, stdout } = await read(env as Record<string, string>, ...args);
    expect([code, stdout.includes(ESCAPE)]).toEqual([0, coloured]);
    expect(stdout).toContain("ANN");
  });

  it.each([
    [undefined, {}, true, true],
    [undefined, {}, false, false],
    [undefined, { NO_COLOR: "1" }, true, false],
    [undefined, { NO_COLOR: "" }, true, true],
    [undefined, { TERM: "dumb" }, true, false],
    [undefined, { FORCE_COLOR: "false" }, true, false],
    [undefined, { FORCE_COLOR: "0" }, true, false],
    [undefined, { FORCE_COLOR: "1" }, false, true],
    [undefined, { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
    [false, { FORCE_COLOR: "1" }, true, false],
    [true, { NO_COLOR: "1" }, false, true],
  ])("option %s, %o, terminal %s: %s", (option, env, isTty, coloured) => {
    expect(wantsColour(option, { env, isTty })).toBe(coloured);
  });
});

it.each([
  [120, {}, 120],
  [undefined, { COLUMNS: "40" }, 40],
  [undefined, { COLUMNS: "wide" }, 80],
  [undefined, {}, 80],
  [3, {}, 80],
])("a terminal of %s columns with %o has %s", (columns, env, width) => {
  expect(widthOf(columns, env)).toBe(width);
});

describe.concurrent("a pipe that closes early", () => {
  const shell = (command: string) =>
    ended("bash", ["-o", "pipefail", "-c", command], { cwd: dir.path, env: { ONRECORD: script() } });

  it("is no error", async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `ANN: Words number ${i}.`).join("\n");
    writeFileSync(join(dir.path, "long.txt"), lines);
    const { code, stdout, stderr } = await shell(`node "$ONRECORD" read long.txt --jsonl | head -n 1`);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ n: 1, speaker: { name: "ANN" } });
  });

  it("nor is a reader that takes nothing", async () => {
    expect(await shell(`node "$ONRECORD" read a.txt --help | true`)).toMatchObject({ code: 0, stderr: "" });
  });
});
