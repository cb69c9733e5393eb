/** A record from the command line: brought in, found again, put right, written out. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HARBOUR, PIER } from "../store/fixtures.ts";
import { folder, jsonLines, onrecord } from "./support.ts";

const dir = folder();
const news = join(dir.path, "news.onrecord");
const run = (args: readonly string[]) => onrecord(args, { engine: "real", env: { ONRECORD: news } });

interface Told {
  readonly outcome: string;
  readonly article?: number;
  readonly code?: string;
}

const corpus = join(dir.path, "corpus.jsonl");

beforeAll(async () => {
  const copy = { ...PIER, url: "https://echo.example/pier", publisher: "The Echo" };
  writeFileSync(corpus, [PIER, HARBOUR, copy, { title: "no text" }].map((one) => JSON.stringify(one)).join("\n"));
});

describe("a record", () => {
  it("tells how each input ended, and adds nothing twice", async () => {
    const first = await run(["add", corpus, "--json"]);
    expect(first.code).toBe(1);
    const told = jsonLines<Told>(first.stdout);
    expect(told.map(({ outcome }) => outcome)).toEqual(["added", "added", "duplicate", "failed"]);
    expect(told[3]).toMatchObject({ code: "bad-record" });
    expect(first.stderr).toContain("line 4");
    const second = await run(["add", corpus, "--json", "--jobs", "1"]);
    expect(jsonLines<Told>(second.stdout).map(({ outcome }) => outcome)).toEqual([
      "unchanged",
      "unchanged",
      "unchanged",
      "failed",
    ]);
    expect((await run(["doctor"])).stdout).toContain("3 articles in 3 versions");
  });

  it("is searched, counted and shown", async () => {
    const { stdout } = await run(["search", "pier", "--speaker", "Quill", "--json"]);
    const { hits } = JSON.parse(stdout) as { hits: { number: number; content: string }[] };
    expect(hits[0]!.content).toContain("We will not sell the pier");
    const counts = await run(["search", "--count", "speaker", "--json"]);
    expect(JSON.parse(counts.stdout)).toMatchObject({
      by: "speaker",
      counts: expect.arrayContaining([expect.objectContaining({ value: "Ada Quill" })]),
    });
    const card = await run(["quote", String(hits[0]!.number)]);
    expect(card.stdout).toContain("We will not sell the pier to anyone who means to pull it down");
    expect(card.stdout).toContain("Ada Quill");
    const bibtex = await run(["quote", String(hits[0]!.number), "-f", "bibtex"]);
    expect(bibtex.stdout).toMatch(/^@\w+\{/);
    expect((await run(["speaker", "Quill"])).stdout).toMatch(/^Ada Quill {2}person/);
    const lost = await run(["speaker", "Nobody"]);
    expect(lost.code).toBe(1);
    const said = await run(["search", "--quote", "we will never sell the pier to anyone"]);
    expect(said.stdout).toContain("We will not sell the pier");
  });

  it("is followed as a feed, one for each search", async () => {
    const feed = async (...args: string[]) => {
      const { format, feed: found } = parseFeed((await run(["search", ...args, "--sort", "newest", "--atom"])).stdout);
      expect(format).toBe("atom");
      return found as { id?: string; entries?: { content?: unknown }[] };
    };
    const [quill, marsh] = [await feed("--speaker", "Quill"), await feed("--speaker", "Marsh")];
    expect(quill.id).not.toBe(marsh.id);
    expect(JSON.stringify(quill.entries)).toContain("We will not sell the pier");
    expect(JSON.stringify(marsh.entries)).not.toContain("We will not sell the pier");
  });

  it("says where a query is wrong", async () => {
    const { code, stderr } = await run(["search", "pier AND ("]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/character 11/);
    const both = await run(["search", "--count", "type", "--articles"]);
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining("--count and --articles contradict")]);
  });

  it("takes corrections, and exports what fits with them", async () => {
    const { stdout } = await run(["search", "accounts", "--speaker", "Marsh", "--json"]);
    const { hits } = JSON.parse(stdout) as { hits: { number: number }[] };
    const id = String(hits[0]!.number);
    const corrected = await run(["correct", id, "speaker=Ivo Marsh", "type=threat", "--by", "desk"]);
    expect(corrected.stdout).toContain("speaker: Sol Marsh -> Ivo Marsh");
    expect((await run(["correct", id, "mood=sad", "--by", "desk"])).stderr).toContain("“mood”");
    const lines = jsonLines<{ speaker: { name: string }; type: string }>(
      (await run(["export", "--speaker", "Ivo Marsh"])).stdout,
    );
    expect(lines.map(({ speaker, type }) => [speaker.name, type])).toEqual([["Ivo Marsh", "threat"]]);
    const all = join(dir.path, "all.csv");
    expect((await run(["export", "-f", "csv", "-o", all])).code).toBe(0);
    expect(readFileSync(all, "utf8").split("\r\n").length).toBeGreaterThan(6);
  });

  it("is copied while in use, and the copy is whole", async () => {
    const copy = join(dir.path, "copy.onrecord");
    expect((await run(["backup", copy])).code).toBe(0);
    expect(existsSync(copy)).toBe(true);
    expect((await run(["doctor", "--record", copy])).stdout).toContain("Everything is whole");
    expect((await run(["backup", copy])).code).toBe(2);
  });

  it("takes what others annotated, and does not read it again", async () => {
    const gold = join(dir.path, "gold.jsonl");
    writeFileSync(gold, (await run(["export", "harbour", "-f", "gold"])).stdout);
    const other = join(dir.path, "other.onrecord");
    const told = await run(["import", gold, "--by", "Nora", "--record", other, "--json"]);
    expect(jsonLines<Told>(told.stdout)).toMatchObject([{ outcome: "added" }]);
    expect((await run(["reread", "--record", other])).stderr).toContain("0 of 0 articles");
    const { hits } = JSON.parse((await run(["search", "harbour", "--record", other, "--json"])).stdout) as {
      hits: object[];
    };
    expect(hits.length).toBeGreaterThan(0);
  });

  it("that is none, or is something else, is told", async () => {
    const none = await run(["search", "pier", "--record", join(dir.path, "none.db")]);
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining("There is no record")]);
    const text = await run(["add", corpus, "--record", corpus]);
    expect([text.code, text.stderr]).toEqual([1, expect.stringContaining("cannot be used")]);
  });
});

afterAll(dir.remove);
