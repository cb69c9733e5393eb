/** `onrecord read -f`: formats that are bytes or several files, and `onrecord eval` on what they wrote. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, describe, expect, it } from "vitest";
import { folder, onrecord } from "./support.ts";

const GOLD =
  '{"id":"a","text":"ANN: Yes.\\nBEN: No 😀."}\n{"id":"b/c","text":"CAT: Perhaps."}\n{"id":"none","text":"Nothing"}\n';
const dir = folder({ "articles.jsonl": GOLD, "a.txt": "ANN: Yes.\nBEN: No.", "empty.txt": " " });
afterAll(dir.remove);

const run = (...args: string[]) => onrecord(args, { cwd: dir.path });
const read = (...args: string[]) => run("read", ...args);

describe.concurrent("a format of bytes", () => {
  it.each([["1"], ["2"]])("goes into a file, with --jobs %s", async (jobs) => {
    const { code, stderr } = await read("articles.jsonl", "-f", "parquet", "--jobs", jobs, "-o", `s${jobs}.parquet`);
    expect([code, stderr]).toEqual([0, ""]);
    const bytes = readFileSync(join(dir.path, `s${jobs}.parquet`));
    const rows = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer });
    expect(rows.map(({ article, speaker, content }) => [article, speaker, content])).toEqual([
      ["a", "ANN", "Yes."],
      ["a", "BEN", "No 😀."],
      ["b/c", "CAT", "Perhaps."],
    ]);
  });

  it("keeps what could be read", async () => {
    const { code } = await read("a.txt", "empty.txt", "-f", "parquet", "-o", "some.parquet");
    expect(code).toBe(1);
    const bytes = readFileSync(join(dir.path, "some.parquet"));
    expect(await parquetReadObjects({ file: Uint8Array.from(bytes).buffer })).toHaveLength(2);
  });
});

describe.concurrent("a format of several files", () => {
  it("makes a folder", async () => {
    expect(await read("articles.jsonl", "-f", "brat", "-o", "brat")).toEqual({ code: 0, stdout: "", stderr: "" });
    const names = ["a.ann", "a.txt", "annotation.conf", "b~2fc.ann", "b~2fc.txt", "none.ann", "none.txt"];
    expect(readdirSync(join(dir.path, "brat")).sort()).toEqual(names);
    expect(readFileSync(join(dir.path, "brat/a.txt"), "utf8")).toBe("ANN: Yes.\nBEN: No 😀.");
  });

  it("keeps two articles of one name apart", async () => {
    await read("a.txt", "a.txt", "-f", "brat", "-o", "twice");
    expect(readdirSync(join(dir.path, "twice"))).toEqual(expect.arrayContaining(["a.txt.txt", "a.txt.2.txt"]));
  });

  it("takes an empty folder, and leaves one alone that is not", async () => {
    mkdirSync(join(dir.path, "full"));
    mkdirSync(join(dir.path, "free"));
    writeFileSync(join(dir.path, "full/mine.txt"), "mine");
    const { code, stderr } = await read("a.txt", "-f", "brat", "-o", "full");
    expect([code, stderr]).toEqual([2, expect.stringContaining("cannot write full: it is there already")]);
    expect(readdirSync(join(dir.path, "full"))).toEqual(["mine.txt"]);
    expect((await read("a.txt", "-f", "brat", "-o", "free/")).code).toBe(0);
    expect(existsSync(join(dir.path, "free/annotation.conf"))).toBe(true);
    expect((await read("a.txt", "-f", "brat", "-o", "no/such/place")).code).toBe(2);
  });

  it("needs a place to go", async () => {
    const { code, stderr } = await read("a.txt", "-f", "brat");
    expect([code, stderr]).toEqual([2, expect.stringContaining("brat has two files an article")]);
  });
});

describe.concurrent("references", () => {
  it("of articles without statements leave no gap", async () => {
    const { stdout } = await read("articles.jsonl", "-f", "csl-json");
    expect(JSON.parse(stdout).map((item: { id: string }) => item.id)).toEqual(["a_s1", "a_s2", "b-c_s1"]);
  });
});

describe("eval", () => {
  it.each([
    ["gold", "pred.jsonl"],
    ["jsonl", "lines.jsonl"],
    ["json", "pred.json"],
    ["csv", "pred.csv"],
    ["annotations", "pred-annotations.json"],
    ["brat", "pred-brat"],
  ])("scores what -f %s wrote: 100 against the same as gold", async (format, name) => {
    if (!existsSync(join(dir.path, "gold.jsonl"))) await read("articles.jsonl", "-f", "gold", "-o", "gold.jsonl");
    expect((await read("articles.jsonl", "-f", format, "-o", name)).code).toBe(0);
    const { code, stdout, stderr } = await run("eval", "gold.jsonl", name, "--json");
    expect([code, stderr]).toEqual([0, ""]);
    const content = JSON.parse(stdout)["SPANS/content/exact"];
    expect(content).toMatchObject({ p: 100, r: 100, gold: 3 });
  });

  it("tells of a bad line and counts nothing", async () => {
    dir.put("bad.csv", "article,content_span\r\na,5-x\r\n");
    const { code, stdout, stderr } = await run("eval", "gold.jsonl", "bad.csv");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/bad\.csv, line 2: “5-x” in content_span is no span/);
  });

  it("refuses a map of types that is none", async () => {
    const { code, stderr } = await run("eval", "gold.jsonl", "x", "--brat-types", "Holder=who");
    expect([code, stderr]).toEqual([2, expect.stringContaining("It must be pairs such as Holder=source")]);
  });
});
