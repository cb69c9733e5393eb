/** Feeds on the command line: add, read and watch as a user runs them, against a server of this computer. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { item, rss, STORY } from "../article/feed/support.ts";
import { answer, startServer, type TestServer } from "../article/fetch/support.ts";
import { folder, jsonLines, onrecord, script, surroundings } from "./support.ts";

let server: TestServer;
const files = folder();
const whole = (words: string) => `<content:encoded><![CDATA[${STORY}<p>${words}</p>]]></content:encoded>`;
const FEED = rss(item(1, whole("It was cold.")) + item(2, whole("Gulls cried over the empty quay, and nobody came.")));

beforeAll(async () => {
  server = await startServer({ "/feed.xml": answer(200, FEED, { etag: '"1"' }) });
});
afterAll(async () => {
  await server.close();
  files.remove();
});

const real = (...args: string[]) => onrecord(args, { engine: "real", cwd: files.path });

describe.concurrent("a feed", () => {
  it("is read as the articles in it; one article would be no list", async () => {
    const { code, stdout } = await real("read", `${server.base}/feed.xml`, "--json", "--allow-private");
    const readings = JSON.parse(stdout) as { article: { title: string } }[];
    expect([code, readings.map(({ article }) => article.title)]).toEqual([0, ["Story 1", "Story 2"]]);
    const piped = await onrecord(["read", "-", "--jsonl"], {
      engine: "real",
      stdin: rss(item(1, whole("It rained."))),
    });
    expect(jsonLines<{ article: { title: string } }>(piped.stdout)[0]?.article.title).toBe("Story 1");
  });

  it("on a private address is refused unless that is asked for", async () => {
    const { code, stderr } = await real("add", `${server.base}/feed.xml`, "--record", "refused.db");
    expect([code, stderr]).toEqual([1, expect.stringContaining("an address of a private network")]);
  });

  it("is one draft too many for check, and one article too many for explain", async () => {
    const feed = files.put("saved.rss", FEED);
    for (const args of [
      ["check", feed, "--against", feed],
      ["explain", `${server.base}/feed.xml`, "--allow-private"],
    ]) {
      expect((await real(...args)).code).toBe(2);
    }
  });
});

describe("onrecord watch", () => {
  const once = (...more: string[]) =>
    real("watch", "--once", "--json", "--allow-private", "--record", "watch.db", ...more);

  it("tells each article and each poll, and what cannot be watched", async () => {
    const list = files.put("feeds.txt", `${server.base}/feed.xml\nno address\n`);
    const first = await once(list, join(files.path, "none.opml"), `${server.base}/gone`);
    expect([first.code, first.stderr]).toEqual([
      1,
      expect.stringMatching(/“no address” is no web address[\s\S]*none\.opml/),
    ]);
    const news = jsonLines<{ kind: string; result?: { outcome: string }; fresh?: number }>(first.stdout);
    const told = news.map(({ kind, result, fresh }) => [kind, result?.outcome ?? fresh].join(" ")).toSorted();
    expect(told).toEqual(["failed ", "item added", expect.stringMatching(/^item (added|duplicate)$/), "polled 2"]);
    expect((await real("watch", "--list", "--record", "watch.db")).stdout).toContain(
      `${server.base}/feed.xml  Harbour News`,
    );
    expect((await real("watch", "--forget", `${server.base}/gone`, "--record", "watch.db")).code).toBe(0);
    const second = await once();
    expect([second.code, jsonLines<object>(second.stdout)]).toMatchObject([
      0,
      [{ kind: "polled", fresh: 0, entries: 2 }],
    ]);
  });

  it("without a feed is a bad call", async () => {
    const { code, stderr } = await real("watch", "--once", "--record", "empty.db");
    expect([code, stderr]).toEqual([2, expect.stringContaining("no feed is named, and empty.db knows none")]);
  });

  it("ends with 0 when it is interrupted", async () => {
    const args = ["watch", `${server.base}/feed.xml`, "--allow-private", "--record", "stopped.db", "--jobs", "1"];
    const child = spawn(process.execPath, [script("real"), ...args], { cwd: files.path, env: surroundings() });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      stdout += chunk;
      if (stdout.includes("polled")) child.kill("SIGINT");
    });
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
    expect(stdout).toMatch(/^added .*story-1[\s\S]*polled .*\(2 entries, 2 new; next /);
  });
});
