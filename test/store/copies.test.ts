import { describe, expect, it } from "vitest";
import { createReader } from "../../src/intake.ts";
import { openDatabase } from "../../src/store/index.ts";
import { HARBOUR, PIER, prepared, recordOf } from "./fixtures.ts";

const copied = { ...PIER, url: "https://echo.example/pier", publisher: "The Echo" };
const third = { ...PIER, url: "https://post.example/pier", publisher: "Morning Post" };

async function duplicates(path: string) {
  const db = openDatabase(path, { readOnly: true });
  const rows = db.all<{ id: number; duplicate_of: number | null }>("SELECT id, duplicate_of FROM article ORDER BY id");
  db.close();
  return rows.map((row) => row.duplicate_of);
}

describe("copies of an article that changes", () => {
  it("stay its copies while their words stand in it", async () => {
    const record = await recordOf([PIER, copied]);
    await record.add([await prepared({ ...PIER, text: `${PIER.text}\n\nThe meeting ended at nine.` })]);
    expect(await duplicates(record.path)).toEqual([null, 1]);
    expect((await record.check()).faults).toEqual([]);
    record.close();
  });

  it("speak for themselves when it says something else, the first of them for the others", async () => {
    const record = await recordOf([PIER]);
    for (const one of [copied, third]) await record.add([await prepared(one, true)]);
    expect(await duplicates(record.path)).toEqual([null, 1, 1]);
    await record.add([await prepared({ ...PIER, text: HARBOUR.text })]);
    expect(await duplicates(record.path)).toEqual([null, null, 2]);
    const db = openDatabase(record.path, { readOnly: true });
    expect(db.all("SELECT rowid FROM article_fts WHERE article_fts MATCH 'facets:flag_duplicate'")).toHaveLength(1);
    db.close();
    const stale = await record.stale("any 1", 0, 10);
    const { reading } = await record.article(2);
    const fresh = await createReader({})(reading.article);
    await record.storeReadings([[stale[0]!, fresh]]);
    expect((await record.article(2)).reading.statements.length).toBeGreaterThan(3);
    expect((await record.check()).faults).toEqual([]);
    record.close();
  });

  it("never lead in a circle", async () => {
    const record = await recordOf([PIER, copied, HARBOUR]);
    await record.add([await prepared({ ...PIER, text: HARBOUR.text })]);
    await record.add([await prepared({ ...HARBOUR, text: PIER.text })]);
    const of = await duplicates(record.path);
    expect(of.some((one) => one === null)).toBe(true);
    expect((await record.check()).faults).toEqual([]);
    record.close();
  });
});

describe("a reading that comes late", () => {
  it("is passed over if the text has changed in the meantime", async () => {
    const record = await recordOf([PIER]);
    const [version] = await record.stale("better 9.9", 0, 10);
    const { reading } = await record.article(1);
    const fresh = { ...(await createReader({})(reading.article)), engine: "better 9.9" };
    await record.add([await prepared({ ...PIER, text: `${PIER.text}\n\nNobody stayed.` })]);
    expect(await record.storeReadings([[version!, fresh]])).toEqual([]);
    expect((await record.check()).faults).toEqual([]);
    record.close();
  });
});
