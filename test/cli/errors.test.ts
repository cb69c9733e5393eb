/** What the command says of inputs that it cannot read, with the real engine: the name, the reason, what to do; no stack trace. */
import { truncateSync } from "node:fs";
import { createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folder, jsonLines, type Outcome, onrecord } from "./support.ts";

const dir = folder({
  "good.txt": "“We lost,” said Zoë Reyes.\n",
  "empty.txt": "",
  "blank.txt": " \n\u00a0\n",
  "picture.txt": Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
  "noise.txt": Buffer.from(Array.from({ length: 512 }, (_, i) => i % 32)),
  "page.gz": gzipSync("<p>Hello"),
  "odd.html": Buffer.from('<!doctype html><meta charset="x-klingon"><p>caf\xe9 \x80\xfe and more</p>', "latin1"),
  "huge.txt": "x",
  "folder/inside.mp4": "x",
  "record.jsonl": '{"id":"a"}',
  "list.jsonl": "[1]",
});

/** A port that nobody listens on. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const CASES = [
  ["missing.html", "no-such-file", /no file: missing\.html\.\n {2}Check the path/],
  ["good.txt/inner.txt", "no-such-file", /no file: good\.txt\/inner\.txt/],
  ["missing.jsonl", "no-such-file", /no file: missing\.jsonl/],
  ["no*.html", "no-such-file", /No file matches no\*\.html/],
  ["folder", "is-folder", /folder is a folder without a file of a kind that is read\.\n {2}Other files are read if/],
  ["empty.txt", "empty", /empty\.txt is empty\./],
  ["blank.txt", "empty", /blank\.txt has no text\./],
  ["picture.txt", "binary", /picture\.txt is a PNG image/],
  ["noise.txt", "binary", /noise\.txt is binary data/],
  ["page.gz", "binary", /page\.gz is a gzip file/],
  ["odd.html", "charset", /odd\.html: the charset “x-klingon” is not known\.\n {2}Save the file as UTF-8/],
  ["huge.txt", "too-large", /huge\.txt has 101 MB; the limit is 100 MB/],
  ["record.jsonl", "bad-record", /record\.jsonl, line 1/],
  ["list.jsonl", "bad-record", /list\.jsonl, line 1/],
] as const;

let outcome: Outcome;
beforeAll(async () => {
  truncateSync(dir.put("huge.txt", "x"), 101 * 1024 * 1024);
  const bad = CASES.map(([name]) => name);
  outcome = await onrecord(["read", ...bad, "good.txt", "--jsonl"], { engine: "real", cwd: dir.path });
});
afterAll(dir.remove);

interface Line {
  readonly error?: { readonly code: string; readonly input: string };
}

describe("an input that cannot be read", () => {
  it.each(CASES)("%s: %s", (name, code, message) => {
    const found = jsonLines<Line>(outcome.stdout).find(({ error }) => error?.input.split(",")[0] === name);
    expect(found?.error?.code).toBe(code);
    expect(outcome.stderr).toMatch(message);
  });

  it("leaves the others read, and ends with 1 and without a stack trace", () => {
    expect(outcome.code).toBe(1);
    expect(jsonLines<Line>(outcome.stdout).at(-1)).toMatchObject({ speaker: { name: "Zoë Reyes" } });
    expect(outcome.stderr).not.toMatch(/^\s+at /m);
    expect(outcome.stderr.match(/^onrecord: /gm)).toHaveLength(CASES.length);
  });
});

describe.concurrent("an address", () => {
  it("of this computer is refused before anything is sent, an open port or a closed one", async () => {
    const address = `http://127.0.0.1:${await closedPort()}/page`;
    const { code, stderr } = await onrecord(["read", address, "http://[::1]/", "--json"], { engine: "real" });
    expect(code).toBe(1);
    expect(stderr).toContain(
      `onrecord: ${address} leads to 127.0.0.1, an address of a private network.\n  Only public`,
    );
    expect(stderr).toContain("onrecord: http://[::1]/ leads to ::1, an address of a private network.");
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it("that refuses is told with its status", async () => {
    const { code, stderr } = await onrecord(["read", "https://tide.example/pier"]);
    expect([code, stderr]).toEqual([
      1,
      "onrecord: https://tide.example/pier refuses: 403\n  Save the page and read the file.\n",
    ]);
  });
});

describe.concurrent("a fault of ours", () => {
  it("is told as one, in two lines", async () => {
    const { code, stderr } = await onrecord(["read", "-"], { stdin: "BUG" });
    expect([code, stderr]).toEqual([
      1,
      "onrecord: stdin: unexpected error: a fault\n  Run it again with --debug, and report what it shows.\n",
    ]);
  });

  it("shows where with --debug", async () => {
    const { stderr } = await onrecord(["read", "-", "--debug"], { stdin: "BUG" });
    expect(stderr).toMatch(/TypeError: a fault\n\s+at (?:Module\.)?readArticle/);
  });
});
