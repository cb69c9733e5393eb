/** `onrecord read`: many inputs in order, failures told one by one, every way in and out. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { folder, jsonLines, onrecord } from "./support.ts";

interface Line {
  readonly article: { readonly id: string; readonly title?: string; readonly published?: string };
  readonly speaker: { readonly name: string };
  readonly input: string;
  readonly n: number;
  readonly confidence: number;
  readonly error?: { readonly code: string; readonly message: string; readonly input: string };
}

const records = [
  '{"id":"one","text":"ANN: Yes.\\nBEN: No.","title":"First","publisher":"The Tide","date":"2026-03-11"}',
  "",
  '{"id":"two","text":"CAT: Perhaps."}',
].join("\n");

const dir = folder({
  "a.txt": "ANN: Yes.\nBEN: No.",
  "b.txt": "BEN: Never.",
  "c.txt": "CAT: SLOW to answer.",
  "d.txt": "DAN: Now.",
  "deep/e.txt": "EVE: Deep.",
  "deep/f.md": "FAY: Other.",
  "empty.txt": " \n ",
  "binary.txt": "a\0b",
  "bug.txt": "BUG: a fault",
  "crash.txt": "CRASH",
  "articles.jsonl": `${records}\n{"id":"three",\n`,
  "marked.jsonl": `\uFEFF${records}`,
  "packed.jsonl.gz": gzipSync(records),
  "torn.jsonl.gz": gzipSync(records).subarray(0, 60),
});
afterAll(dir.remove);

const run = (args: string[], stdin?: string) =>
  onrecord(["read", ...args], { cwd: dir.path, ...(stdin === undefined ? {} : { stdin }) });
const speakers = (text: string) => jsonLines<Line>(text).map((line) => line.speaker?.name ?? line.error?.code);

describe.concurrent("many inputs", () => {
  it.each([["1"], ["2"]])("in the order of the command line, with --jobs %s", async (jobs) => {
    const { code, stdout, stderr } = await run(["c.txt", "b.txt", "d.txt", "a.txt", "--jsonl", "--jobs", jobs]);
    expect(speakers(stdout)).toEqual(["CAT", "BEN", "DAN", "ANN", "BEN"]);
    expect([code, stderr]).toEqual([0, ""]);
  });

  it.each([["1"], ["2"]])("a bad one is told and the rest is read, with --jobs %s", async (jobs) => {
    const files = ["b.txt", "missing.txt", "empty.txt", "binary.txt", "d.txt"];
    const { code, stdout, stderr } = await run([...files, "--jsonl", "--jobs", jobs]);
    expect(code).toBe(1);
    expect(speakers(stdout)).toEqual(["BEN", "no-such-file", "empty", "binary", "DAN"]);
    const errors = jsonLines<Line>(stdout).flatMap(({ error }) => error ?? []);
    expect(errors.map((e) => e.input)).toEqual(["missing.txt", "empty.txt", "binary.txt"]);
    expect(stderr.match(/^onrecord: .+$/gm)).toHaveLength(3);
    expect(stderr).toContain("binary.txt is binary data\n  Give it text.\n");
  });

  it("a worker that dies costs its own input only", async () => {
    const { code, stdout, stderr } = await run(["b.txt", "crash.txt", "d.txt", "a.txt", "--jsonl", "--jobs", "2"]);
    expect(code).toBe(1);
    expect(speakers(stdout)).toEqual(["BEN", "internal", "DAN", "ANN", "BEN"]);
    expect(stderr).toMatch(/^onrecord: reading crash\.txt ended its worker/);
  });

  it("by a pattern, folders included, in alphabetical order", async () => {
    const { code, stdout: quoted } = await run(["deep/*.*", "?.txt", "**/e*.txt", "no*.txt", "--jsonl"]);
    expect(code).toBe(1);
    expect(speakers(quoted)).toEqual(["EVE", "FAY", "ANN", "BEN", "BEN", "CAT", "DAN", "empty", "EVE", "no-such-file"]);
  });

  it("as one JSON array, one table, one report", async () => {
    const files = ["a.txt", "missing.txt", "b.txt"];
    const [json, csv, text] = await Promise.all(["json", "csv", "text"].map((f) => run([...files, "-f", f])));
    const ids = (JSON.parse(json!.stdout) as { article: { id: string } }[]).map(({ article }) => article.id);
    expect(ids).toEqual(["a.txt", "b.txt"]);
    expect(csv!.stdout.match(/^article,title,/gm)).toHaveLength(1);
    expect(csv!.stdout.trimEnd().split("\r\n")).toHaveLength(4);
    expect(text!.stdout.match(/^─+$/gm)).toHaveLength(1);
    expect(text!.stdout).toMatch(/^a\.txt\n2 statements by 2 speakers\n/);
  });

  it("all bad: the output is empty but valid", async () => {
    const { code, stdout } = await run(["missing.txt", "none.txt", "--json"]);
    expect([code, JSON.parse(stdout)]).toEqual([1, []]);
  });
});

describe.concurrent("articles in JSON lines", () => {
  it("each with its own metadata; a bad line is told by its number", async () => {
    const { code, stdout, stderr } = await run(["articles.jsonl", "--jsonl", "--publisher", "The Ebb"]);
    expect(code).toBe(1);
    const lines = jsonLines<Line>(stdout);
    expect(lines.map((line) => line.speaker?.name)).toEqual(["ANN", "BEN", "CAT", undefined]);
    expect(lines[0]!.article).toEqual({ id: "one", title: "First", publisher: "The Tide", published: "2026-03-11" });
    expect(lines[2]!.article).toEqual({ id: "two", publisher: "The Ebb" });
    expect(lines[2]!.input).toBe("articles.jsonl, line 3");
    expect(stderr).toBe("onrecord: articles.jsonl, line 4 is not JSON\n");
  });

  it.each([["marked.jsonl"], ["packed.jsonl.gz"]])("from %s", async (name) => {
    const { code, stdout } = await run([name, "--jsonl"]);
    expect([code, speakers(stdout)]).toEqual([0, ["ANN", "BEN", "CAT"]]);
  });

  it("a torn archive is told, and what follows it is read", async () => {
    const { code, stdout } = await run(["torn.jsonl.gz", "b.txt", "--jsonl"]);
    expect(code).toBe(1);
    expect(speakers(stdout)).toEqual(["unsupported", "BEN"]);
  });

  it("in gold's layout out, a line an article", async () => {
    const { stdout } = await run(["marked.jsonl", "--format", "gold"]);
    const [one, two] = jsonLines<{ id: string; text: string; attributions: { content: [number, number][] }[] }>(stdout);
    expect([one!.id, two!.id]).toEqual(["one", "two"]);
    expect(one!.attributions.flatMap((a) => a.content.map(([s, e]) => one!.text.slice(s, e)))).toEqual(["Yes.", "No."]);
  });
});

describe.concurrent("standard input", () => {
  it("is read for -", async () => {
    const { code, stdout } = await run(["-", "--json", "--date", "2026-03-11", "--title", "Told"], "ANN: Yes.");
    expect(code).toBe(0);
    expect(JSON.parse(stdout).article).toMatchObject({ id: "stdin", published: "2026-03-11", title: "Told" });
  });

  it("holds articles a line with --input-format jsonl", async () => {
    const { stdout } = await run(["-", "--input-format", "jsonl", "--jsonl"], records);
    expect(speakers(stdout)).toEqual(["ANN", "BEN", "CAT"]);
  });

  it("may be empty: that is an error, not a hang", async () => {
    const { code, stderr } = await run(["-"]);
    expect([code, stderr]).toEqual([1, "onrecord: stdin has no text.\n"]);
  });
});

describe.concurrent("a file as output", () => {
  const outputs = (name: string) => readdirSync(dir.path).filter((found) => found.startsWith(name));

  it("is written whole", async () => {
    const { code, stdout } = await run(["a.txt", "--csv", "-o", "out.csv"]);
    expect([code, stdout, outputs("out.csv")]).toEqual([0, "", ["out.csv"]]);
    expect(readFileSync(join(dir.path, "out.csv"), "utf8").split("\r\n")).toHaveLength(4);
  });

  it("is not begun if its folder is missing, and no folder is taken for it", async () => {
    const missing = await run(["a.txt", "-o", "no/where.txt"]);
    expect([missing.code, existsSync(join(dir.path, "no"))]).toEqual([2, false]);
    expect(missing.stderr).toMatch(
      /^onrecord: cannot write no\/where\.txt: .*\n {2}Check that its folder is there\.\n$/,
    );
    expect(await run(["a.txt", "-o", "deep"])).toMatchObject({ code: 2, stderr: expect.stringContaining("a folder") });
  });
});
