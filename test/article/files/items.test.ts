/** itemsOf: folders, tables, lines and packed files, and what each says of what it cannot read. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { tableOf } from "../../../src/article/files/csv/csv.ts";
import { holdsMany, type Item, itemsOf } from "../../../src/article/files/index.ts";
import { recordsOf } from "../../../src/article/files/lines.ts";
import { articleOfItem, readItem } from "../../../src/index.ts";
import { all, archiveOf, inChunks, zipOf } from "./archive.ts";

const root = mkdtempSync(join(tmpdir(), "onrecord-items-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
function put(name: string, content: string | Uint8Array): string {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
  return join(root, name);
}

const told = (item: Item): unknown =>
  item.kind === "failed"
    ? `${item.code}: ${item.message}`
    : item.kind === "record"
      ? item.line
      : relative(root, item.name);
const table = async (text: string | Uint8Array, textColumn?: string, chunk = 7) =>
  (await all(tableOf("t.csv", inChunks(Buffer.from(text as string), chunk), textColumn))).map(told);
const lines = async (text: string | Uint8Array) =>
  (await all(recordsOf("l.jsonl", inChunks(Buffer.from(text as string), 5)))).map(told);

describe("a folder", () => {
  it("is walked in alphabetical order, without hidden files, node_modules, other kinds and loops", async () => {
    for (const name of [
      "b.txt",
      "a/z.html",
      "a/.hidden.txt",
      "node_modules/x.txt",
      "c.mp4",
      ".git/d.txt",
      "e.PDF",
      "f.vtt",
    ])
      put(`walked/${name}`, "x");
    put("walked/d.jsonl.gz", gzipSync('{"text":"One."}\n'));
    symlinkSync(join(root, "walked"), join(root, "walked/a/loop"));
    expect((await all(itemsOf([join(root, "walked")]))).map(told)).toEqual([
      "walked/a/z.html",
      "walked/b.txt",
      '{"text":"One."}',
      "walked/e.PDF",
      "walked/f.vtt",
    ]);
    expect(await holdsMany(join(root, "walked"))).toBe(true);
    expect(await holdsMany(join(root, "walked/b.txt"))).toBe(false);
  });

  it("too deep, or with nothing to read, is told", async () => {
    put(`deep/${"d/".repeat(70)}a.txt`, "x");
    put("deep/z.txt", "x");
    const found = (await all(itemsOf([join(root, "deep")]))).map(told);
    expect(found).toEqual([expect.stringMatching(/^too-large: .*more than 64 folders deep/), "deep/z.txt"]);
    put("bare/a.mp4", "x");
    expect((await all(itemsOf([join(root, "bare")]))).map(told)).toEqual([expect.stringMatching(/^is-folder/)]);
  });
});

describe("a table", () => {
  it.each([[","], [";"], ["\t"], ["|"]])("delimited by %j, with quoted breaks, a mark and CR LF", async (d) => {
    const rows = [
      ["Headline", "Body", "Other", "Date"],
      ["One", `"A ""word""${d}\r\nand more"`, "x", "2026-03-11"],
      ["Two", "B", "", ""],
    ];
    const text = `\uFEFF${rows.map((row) => row.join(d)).join("\r\n")}`;
    expect(await table(text)).toEqual([
      { title: "One", text: `A "word"${d}\r\nand more`, published: "2026-03-11" },
      { title: "Two", text: "B", published: "" },
    ]);
  });

  it("a bad row is told by its number, and the others are read", async () => {
    const rows = ["id,text", "1,a", "2", "", '4,"open', "5,b", '6,"c" d', "7,e\0", "8,f"];
    expect(await table(`${rows.join("\n")}\n`)).toEqual([
      { id: "1", text: "a" },
      expect.stringMatching(/^bad-record: t\.csv, row 3 has 1 field; the header has 2/),
      expect.stringMatching(/^bad-record: t\.csv, row 5 opens a quotation mark/),
      { id: "5", text: "b" },
      expect.stringMatching(/^bad-record: t\.csv, row 7 opens a quotation mark/),
      expect.stringMatching(/^bad-record: t\.csv, row 8 holds NUL/),
      { id: "8", text: "f" },
    ]);
    expect(await table(Buffer.from("text\ncaf\xe9\nb\n", "latin1"))).toEqual([
      expect.stringMatching(/row 2 is not UTF-8/),
      { text: "b" },
    ]);
  });

  it("written by another program is read back, however it is cut into chunks; any other bytes are told or read", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", '"', ",", "\n", " ", "\r\n"),
      minLength: 1,
      maxLength: 8,
    });
    const rows = fc.array(fc.tuple(cell, cell), { maxLength: 6 });
    const whole = fc.asyncProperty(rows, fc.integer({ min: 1, max: 30 }), async (cells, chunk) => {
      const text = stringify([["text", "title"], ...cells], { quoted: true });
      expect(await table(text, undefined, chunk)).toEqual(cells.map(([text, title]) => ({ text, title })));
    });
    await fc.assert(whole, { seed: 3, numRuns: 200 });
    const noise = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\0", "\xff"), maxLength: 60 });
    const any = fc.asyncProperty(noise, fc.integer({ min: 1, max: 9 }), async (text, chunk) => {
      const items = await all(tableOf("t.csv", inChunks(Buffer.from(`text,b\n${text}`, "latin1"), chunk)));
      for (const item of items) expect(item.name).toMatch(/^t\.csv, row \d+$/);
    });
    await fc.assert(any, { seed: 5, numRuns: 500 });
  });

  it("without a column of text lists those that it has; one can be named", async () => {
    expect(await table("Nr,Words\n1,a\n")).toEqual([
      expect.stringMatching(/no column with a text; its columns are: Nr, Words\./),
    ]);
    expect(await table("Nr,Words\n1,a\n", "words")).toEqual([{ text: "a" }]);
    expect(await table("text,x\n1,a\n", "Y")).toEqual([expect.stringMatching(/no column “Y”/)]);
    expect(await table("")).toEqual([expect.stringMatching(/^empty/)]);
  });

  it("in UTF-16, as spreadsheets write it", async () => {
    const path = put(
      "wide.tsv",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("id\ttext\n1\tZoë\n", "utf16le")]),
    );
    expect((await all(itemsOf([path]))).map(told)).toEqual([{ id: "1", text: "Zoë" }]);
  });

  it("a row of 101 MB costs that row", async () => {
    async function* source() {
      yield Buffer.from("id,text\n1,a\n2,");
      for (let i = 0; i < 101; i++) yield Buffer.alloc(1024 * 1024, 97);
      yield Buffer.from("\n3,b\n");
    }
    expect((await all(tableOf("t.csv", source()))).map(told)).toEqual([
      { id: "1", text: "a" },
      expect.stringMatching(/^too-large: t\.csv, row 3 is too long/),
      { id: "3", text: "b" },
    ]);
  });
});

describe("lines", () => {
  it("not UTF-8 are told, empty ones counted and passed over", async () => {
    expect(await lines(Buffer.from('\ufeff{"a":1}\r\n\n\xff\n{"b":2}', "latin1").subarray(1))).toEqual([
      '{"a":1}',
      "charset: l.jsonl, line 3 is not UTF-8.",
      '{"b":2}',
    ]);
  });

  it("of 101 MB cost that line", async () => {
    async function* source() {
      for (let i = 0; i < 101; i++) yield Buffer.alloc(1024 * 1024, 97);
      yield Buffer.from('\n{"b":2}\n');
    }
    expect((await all(recordsOf("l.jsonl", source()))).map(told)).toEqual([
      expect.stringMatching(/^too-large: l\.jsonl, line 1 is too long/),
      '{"b":2}',
    ]);
  });
});

describe("files", () => {
  it("a packed page is unpacked, within the limit", async () => {
    const page = put("page.html.gz", gzipSync("<p>“We lost it,” said Zoë Reyes.</p>"));
    const bomb = put("bomb.txt.gz", gzipSync(Buffer.alloc(101 * 1024 * 1024)));
    const [read, refused] = await all(itemsOf([page, bomb]));
    expect((await articleOfItem(read!)).text).toBe("“We lost it,” said Zoë Reyes.");
    expect(told(refused!)).toMatch(/^too-large: .*bomb\.txt\.gz unpacks to more/);
    await expect(readItem(refused!)).rejects.toMatchObject({ name: "OnrecordError", code: "too-large" });
  });

  it("an archive is told by its content too, and its page keeps its address", async () => {
    const body = "<!doctype html><p>“We lost it,” said Zoë Reyes.</p>";
    const path = put("archive.bin", await archiveOf([{ url: "https://tide.example/1", body }], false));
    expect(await holdsMany(path)).toBe(true);
    const [item] = await all(itemsOf([path]));
    const reading = await readItem(item!, { url: "https://other.example/", publisher: "The Tide" });
    expect(reading).toMatchObject({
      input: `${path}, record at byte 0`,
      article: { url: "https://tide.example/1", publisher: "The Tide" },
      speakers: [{ name: "Zoë Reyes" }],
    });
  });

  it("in a WACZ: its archives are read, the rest of it is not", async () => {
    const first = await archiveOf([{ url: "https://tide.example/1", body: "<p>One.</p>" }], true);
    const second = await archiveOf([{ url: "https://tide.example/2", body: "<p>Two.</p>" }], false);
    const path = put(
      "good.wacz",
      zipOf({
        "datapackage.json": "{}",
        "archive/a.warc.gz": first,
        "archive/b.warc": second,
        "other/c.warc": second,
      }),
    );
    const items = await all(itemsOf([path]));
    expect(items.map((item) => [item.name, "meta" in item && item.meta?.url])).toEqual([
      [`${path}, archive/a.warc.gz, record at byte 0`, "https://tide.example/1"],
      [`${path}, archive/b.warc, record at byte 0`, "https://tide.example/2"],
    ]);
    const empty = put("none.wacz", zipOf({ "datapackage.json": "{}" }));
    expect((await all(itemsOf([empty]))).map(told)).toEqual([expect.stringMatching(/^empty: .* no WARC archive/)]);
  });

  it("that are no WACZ are told", async () => {
    const path = put("bad.wacz", "no zip at all, this");
    expect((await all(itemsOf([path]))).map(told)).toEqual([
      expect.stringMatching(/^unsupported: .*bad\.wacz is no zip file/),
    ]);
  });
});
