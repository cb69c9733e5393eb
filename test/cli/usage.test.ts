/** Bad calls end with 2 and say what is wrong and where to look; nothing is read or written. */
import { afterAll, describe, expect, it } from "vitest";
import { folder, onrecord } from "./support.ts";

const dir = folder({ "a.txt": "ANN: Yes.", "b.txt": "BEN: No." });
afterAll(dir.remove);

const run = (line: string) => onrecord(line === "" ? [] : line.split(" "), { cwd: dir.path, stdin: "ANN: Yes." });

describe.concurrent("a bad call", () => {
  it.each([
    ["read", /^onrecord: no file is given\n {2}See onrecord read --help\n$/],
    [
      "read a.txt --colour",
      /^onrecord: unknown option '--colour'\n {2}(Did you mean .*\? )?See onrecord read --help\n$/,
    ],
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
  ])("%s", async (line, message) => {
    const { code, stdout, stderr } = await run(line);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^onrecord: [^\n]+\n( {2}[^\n]+\n)?$/);
  });

  it("without a command shows the help, on stderr", async () => {
    const { code, stdout, stderr } = await run("");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^Usage: onrecord /);
  });
});

describe.concurrent("a call for help", () => {
  it.each([["--help"], ["help"], ["read --help"], ["help read"]])("%s", async (line) => {
    const { code, stdout, stderr } = await run(line);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Usage: onrecord /);
  });

  it("--version", async () => {
    expect(await run("--version")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});
