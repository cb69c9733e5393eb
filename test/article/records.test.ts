/** Records and files: articles one a line, paths, standard input. */
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readInput } from "../../src/article/files/index.ts";
import { articleFromRecord, parseRecordLine } from "../../src/article/index.ts";
import { READ_KINDS } from "../../src/schema/index.ts";
import { lexicon } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe("records", () => {
  it("leaves the text as it is, whatever it looks like", async () => {
    const text = "\uFEFF<b>One</b> is **here**.\r\n\r\n Two.\r\n";
    const article = await articleFromRecord(
      { id: 7, text, date: "2026-03-10", author: "Ana Quill", attributions: [] },
      "a.jsonl, line 1",
      { lexicon },
    );
    expect(article.text).toBe(text);
    expect(article).toMatchObject({ id: "7", published: "2026-03-10", byline: "Ana Quill" });
  });

  it("reads html", async () => {
    const article = await articleFromRecord({ html: "<p>One is here.</p><p>Two is here.</p>" }, "line 1", {
      lexicon,
      publisher: "The Tide",
    });
    expect(article).toMatchObject({ text: "One is here.\nTwo is here.", publisher: "The Tide" });
  });

  it.each([
    [{ id: "x" }, "bad-record", "a.jsonl, line 3, field text: neither text nor html is given."],
    [{ text: "" }, "bad-record", "a.jsonl, line 3, field text: neither text nor html is given."],
    [{ text: 5 }, "bad-record", /line 3, field text: .*string/],
    [[], "bad-record", /line 3, field the record/],
    [{ text: "   " }, "empty", "a.jsonl, line 3 has no text."],
  ])("refuses %o", async (record, code, message) => {
    const thrown = await articleFromRecord(record, "a.jsonl, line 3", { lexicon }).catch((error: unknown) => error);
    expect(thrown).toMatchObject({
      code,
      message: typeof message === "string" ? message : expect.stringMatching(message),
    });
  });

  it("names the line that is not JSON", () => {
    expect(() => parseRecordLine("{oops", "a.jsonl, line 3")).toThrow(/a\.jsonl, line 3 is not JSON/);
  });
});

describe("files", () => {
  it("reads a file and standard input", async () => {
    expect(new TextDecoder().decode((await readInput(file("a.txt", "One."))).bytes)).toBe("One.");
    async function* stdin() {
      yield "On";
      yield new TextEncoder().encode("e.");
    }
    expect(new TextDecoder().decode((await readInput("-", stdin())).bytes)).toBe("One.");
  });

  it.each([
    ["no-such-file", () => join(folder, "missing.txt"), /There is no file: .*missing\.txt/],
    ["no-such-file", () => join(file("f.txt", "x"), "g.txt"), /There is no file/],
    ["is-folder", () => folder, /is a folder/],
    ["empty", () => file("empty.txt", ""), /is empty/],
    ["too-large", () => large(), /has 101 MB; the limit is 100 MB/],
  ])("%s", async (code, path, message) => {
    await expect(readInput(path())).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

/** A sparse file: its size is all that may be looked at. */
function large(): string {
  const path = file("large.txt", "x");
  truncateSync(path, 101 * 1024 * 1024);
  return path;
}

const GOLD = ["seed", "newsroom-dev"].map((name) => new URL(`../../../shared/gold/${name}.jsonl`, import.meta.url));
const records = () =>
  GOLD.flatMap((url) =>
    readFileSync(url, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line)),
  );

describe.skipIf(!GOLD.every((url) => existsSync(url)))("gold", () => {
  it("comes back equal; its residue lines are found, and no statement is lost with them", async () => {
    let found = 0;
    let missed = 0;
    for (const record of records()) {
      const article = await articleFromRecord(record, record.id, { lexicon });
      expect(article.text).toBe(record.text);
      const residue = article.blocks.filter((block) => !READ_KINDS.has(block.kind));
      for (const [start, end] of record.residue)
        residue.some((block) => block.start === start && block.end === end) ? found++ : missed++;
      for (const { source, cue, content } of record.attributions) {
        for (const [start, end] of [...source, ...cue, ...content])
          expect(residue.filter((block) => block.start < end && start < block.end)).toEqual([]);
      }
    }
    expect(missed).toBe(0);
    expect(found).toBe(29);
  });
});
