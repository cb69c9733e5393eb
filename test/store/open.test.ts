import { chmodSync, copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Driver from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openRecord } from "../../src/record.ts";
import { assignSpeaker } from "../../src/speaker/index.ts";
import { addArticles, checkRecord, guarded, openDatabase, speakerDesk } from "../../src/store/index.ts";
import { MIGRATIONS, SCHEMA_VERSION } from "../../src/store/migrations/index.ts";
import { HARBOUR, PIER, prepared, recordOf, recordPath } from "./fixtures.ts";

const code = (expected: string) => expect.objectContaining({ name: "OnrecordError", code: expected });

describe("opening a record", () => {
  it("makes one, and its folder, where none is", async () => {
    const path = join(dirname(recordPath()), "new", "news.onrecord");
    (await openRecord(path)).close();
    const db = openDatabase(path, { readOnly: true });
    expect(db.get("PRAGMA user_version")).toEqual({ user_version: SCHEMA_VERSION });
    expect(db.get("PRAGMA journal_mode")).toEqual({ journal_mode: "wal" });
    expect(db.get("PRAGMA synchronous")).toEqual({ synchronous: 2 });
    db.close();
  });

  it("takes an empty file for a new record", async () => {
    const path = recordPath();
    writeFileSync(path, "");
    (await openRecord(path)).close();
    expect(readFileSync(path).subarray(0, 15).toString()).toBe("SQLite format 3");
  });

  it("says that there is none to a reader", async () => {
    await expect(openRecord(recordPath(), { readOnly: true })).rejects.toEqual(code("store-missing"));
  });

  it.each([
    ["a text", () => Buffer.from("Ada Quill said no. ".repeat(20))],
    ["random bytes", () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251))],
    ["a few bytes", () => Buffer.from("SQLite")],
  ])("refuses %s", async (_, bytes) => {
    const path = recordPath();
    writeFileSync(path, bytes());
    await expect(openRecord(path)).rejects.toEqual(code("store-damaged"));
    expect(readFileSync(path).equals(bytes())).toBe(true);
  });

  it("refuses another program's database and leaves it alone", async () => {
    const path = recordPath();
    const other = new Driver(path);
    other.exec("CREATE TABLE notes (text)");
    other.close();
    await expect(openRecord(path)).rejects.toEqual(code("store-damaged"));
    const again = new Driver(path);
    expect(again.prepare("SELECT name FROM sqlite_master").all()).toEqual([{ name: "notes" }]);
    again.close();
  });

  it("refuses a record of a newer program", async () => {
    const path = recordPath();
    (await openRecord(path)).close();
    const newer = new Driver(path);
    newer.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    newer.close();
    await expect(openRecord(path)).rejects.toEqual(code("store-version"));
  });

  it("refuses one that was cut off", async () => {
    const record = await recordOf([PIER, HARBOUR]);
    record.close();
    truncateSync(record.path, 8192);
    await expect(openRecord(record.path)).rejects.toEqual(code("store-damaged"));
  });

  it("finds bytes that were changed", async () => {
    const record = await recordOf([PIER, HARBOUR]);
    record.close();
    const bytes = readFileSync(record.path);
    bytes.fill(0x5a, bytes.length - 20_000, bytes.length - 12_000);
    writeFileSync(record.path, bytes);
    const again = openRecord(record.path).then(async (one) => {
      const { faults } = await one.check();
      one.close();
      if (faults.length > 0) throw Object.assign(new Error("faults"), { name: "OnrecordError", code: "store-damaged" });
    });
    await expect(again).rejects.toEqual(code("store-damaged"));
  });

  it("tells a full disk, and loses nothing that was acknowledged", async () => {
    const record = await recordOf([PIER]);
    const db = openDatabase(record.path);
    db.exec(`PRAGMA max_page_count = ${db.get<{ page_count: number }>("PRAGMA page_count")!.page_count}`);
    const desk = speakerDesk(db, assignSpeaker);
    const many = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        prepared({ text: HARBOUR.text.replaceAll("harbour", `quay${i}`).repeat(3), url: `https://x.example/${i}` }),
      ),
    );
    expect(() => guarded(record.path, () => addArticles(db, desk, many, "2026-03-11"))).toThrow(code("store-full"));
    db.close();
    expect(await record.check()).toMatchObject({ articles: 1, faults: [] });
    record.close();
  });

  it.skipIf(process.getuid?.() === 0)(
    "tells a folder that may not be written (skipped for root, who may)",
    async () => {
      const folder = join(dirname(recordPath()), "locked");
      mkdirSync(folder);
      chmodSync(folder, 0o500);
      await expect(openRecord(join(folder, "news.onrecord"))).rejects.toEqual(code("store-read-only"));
    },
  );

  it("lets readers read while a writer writes, and a second writer wait", async () => {
    const record = await recordOf([PIER]);
    const other = await openRecord(record.path);
    const reader = await openRecord(record.path, { readOnly: true });
    const [a, b] = await Promise.all([
      prepared(HARBOUR),
      prepared({ ...HARBOUR, url: "https://x.example/2", text: `${HARBOUR.text} Nobody answered.` }),
    ]);
    await Promise.all([record.add([a]), other.add([b])]);
    expect((await reader.article(2)).reading.article.title).toBe(HARBOUR.title);
    for (const one of [record, other, reader]) one.close();
  });

  it("makes a consistent copy while in use", async () => {
    const record = await recordOf([PIER]);
    const copy = recordPath("copy.onrecord");
    await record.backup(copy);
    await record.add([await prepared(HARBOUR)]);
    const opened = await openRecord(copy);
    expect(await opened.check()).toMatchObject({ articles: 1, faults: [] });
    opened.close();
    record.close();
  });
});

describe("migrations", () => {
  it.each(MIGRATIONS.map((_, i) => i + 1))("from version %i keep what was there", (version) => {
    const path = join(import.meta.dirname, "versions", `v${version}.onrecord`);
    const copy = recordPath();
    copyFileSync(path, copy);
    const db = openDatabase(copy);
    expect(db.get("PRAGMA user_version")).toEqual({ user_version: SCHEMA_VERSION });
    expect(db.get("SELECT count(*) AS n FROM statement WHERE current = 1")).toEqual({ n: 5 });
    expect(db.all("SELECT rowid FROM statement_fts WHERE statement_fts MATCH 'pier'").length).toBeGreaterThan(0);
    expect(checkRecord(db).faults).toEqual([]);
    db.close();
  });
});
