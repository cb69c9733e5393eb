/** Bad calls end with 2 and say what is wrong and where to look; nothing is read or written. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batch, folder, type Outcome, onrecord } from "./support.ts";

const dir = folder({ "a.txt": "ANN: Yes.", "b.txt": "BEN: No." });
afterAll(dir.remove);

const BAD: readonly (readonly [line: string, message: RegExp])[] = [
  ["read", /^onrecord: no file is given\n {2}See onrecord read --help\n$/],
  ["read a.txt --colour", /^onrecord: unknown option '--colour'\n {2}(Did you mean .*\? )?See onrecord read --help\n$/],
  ["read a.txt --jso", /^onrecord: unknown option '--jso'\n {2}Did you mean --json\? See onrecord read --help\n$/],
  ["raed a.txt", /^onrecord: unknown command 'raed'\n {2}Did you mean read\? See onrecord --help\n$/],
  ["read a.txt --format xml", /'xml' is invalid.*text, json, jsonl, csv, annotations, html, gold/],
  ["read a.txt --date 2026-02-30", /'2026-02-30' is invalid\. It must be a date such as 2026-03-11\./],
  ["read a.txt --min-confidence 2", /It must be a number from 0 to 1\./],
  ["read a.txt --jobs 0", /It must be a whole number of at least 1\./],
  ["read a.txt --engine other", /'other' is invalid/],
  ["read a.txt --json --csv", /more than one format is asked for: json, csv/],
  ["read a.txt --json --by speaker", /--by groups the text report/],
  ["read a.txt b.txt --title Told", /--title is for one article/],
  ["read - -", /standard input \(-\) is named twice/],
  ["explain a.txt x", /It must be a whole number of at least 1\./],
  ["explain a.txt 9", /there is no statement 9: a\.txt has 1\n/],
  ["explain *.txt", /explain takes one article/],
  ["schema nothing", /there is no schema called nothing\n {2}There are: reading, article/],
];
const HELP = ["--help", "help", "read --help", "help read", "explain --help"];

const outcomes = new Map<string, Outcome>();
beforeAll(async () => {
  const lines = [...BAD.map(([line]) => line), ...HELP, "--version", ""];
  const ended = await batch(
    lines.map((line) => (line === "" ? [] : line.split(" "))),
    dir.path,
  );
  for (const [i, line] of lines.entries()) outcomes.set(line, ended[i]!);
});

describe("a bad call", () => {
  it.each(BAD)("%s", (line, message) => {
    const { code, stdout, stderr } = outcomes.get(line)!;
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^onrecord: [^\n]+\n( {2}[^\n]+\n)?$/);
  });

  it("ends the process with 2", async () => {
    expect(await onrecord(["read"])).toEqual({ code: 2, ...pick(outcomes.get("read")!) });
  });

  it("without a command shows the help, on stderr", () => {
    const { code, stdout, stderr } = outcomes.get("")!;
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^Usage: onrecord /);
  });
});

const pick = ({ stdout, stderr }: Outcome) => ({ stdout, stderr });

describe("a call for help", () => {
  it.each(HELP)("%s", (line) => {
    const { code, stdout, stderr } = outcomes.get(line)!;
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Usage: onrecord /);
  });

  it("--version", () => {
    expect(outcomes.get("--version")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});
