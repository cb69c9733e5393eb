import { describe, expect, it } from "vitest";
import { createReader } from "../../src/intake.ts";
import { openDatabase } from "../../src/store/index.ts";
import { PIER, prepared, recordOf } from "./fixtures.ts";

async function pier() {
  const record = await recordOf([PIER]);
  const { reading, ids } = await record.article(1);
  const place = reading.statements.findIndex(({ speaker }) => speaker?.name === "Sol Marsh");
  return { record, id: ids[place]!, reading };
}

describe("corrections", () => {
  it("stand over what the engine read, with who and when", async () => {
    const { record, id } = await pier();
    const corrected = await record.correct(id, [
      { field: "speaker", value: "Ivo Marsh", by: "desk", note: "his brother" },
      { field: "type", value: "evaluation", by: "desk" },
    ]);
    expect(corrected.statement).toMatchObject({ speaker: { name: "Ivo Marsh", confidence: 1 }, type: "evaluation" });
    expect(corrected.corrections).toMatchObject([
      { field: "speaker", value: "Ivo Marsh", previous: "Sol Marsh", by: "desk", note: "his brother" },
      { field: "type", value: "evaluation", by: "desk" },
    ]);
    expect(corrected.statement.decisions).toContainEqual({ field: "type", by: "correction/desk" });
    const db = openDatabase(record.path, { readOnly: true });
    const found = db.all(
      "SELECT rowid AS id FROM statement_fts WHERE statement_fts MATCH 'who:ivo AND facets:type_evaluation'",
    );
    expect(found).toEqual([{ id }]);
    db.close();
    expect((await record.check()).faults).toEqual([]);
    record.close();
  });

  it("name a wrong field or value, and then change nothing", async () => {
    const { record, id } = await pier();
    const wrong = [
      { field: "type", value: "threat", by: "desk" },
      { field: "mood", value: "sad", by: "desk" },
    ];
    await expect(record.correct(id, wrong)).rejects.toThrow(/“mood”/);
    await expect(record.correct(id, [{ field: "saidAt", value: "Friday", by: "desk" }])).rejects.toThrow(
      /“Friday” is no saidAt/,
    );
    await expect(record.correct(9999, [{ field: "type", value: "threat", by: "desk" }])).rejects.toThrow(
      /statement 9999/,
    );
    expect((await record.statement(id)).corrections).toEqual([]);
    record.close();
  });

  it("go over to a new version where the words are the same", async () => {
    const { record, id } = await pier();
    await record.correct(id, [{ field: "speaker", value: "Ivo Marsh", by: "desk" }]);
    await record.add([await prepared({ ...PIER, text: `${PIER.text}\n\nThe meeting ended at nine.` })]);
    const { replacedBy } = await record.statement(id);
    expect((await record.statement(replacedBy!)).statement.speaker?.name).toBe("Ivo Marsh");
    expect((await record.statement(id)).statement.speaker?.name).toBe("Sol Marsh");
    record.close();
  });
});

describe("reading again", () => {
  it("keeps ids and corrections of what has the same words, and tells what changed", async () => {
    const { record, id, reading } = await pier();
    await record.correct(id, [{ field: "type", value: "evaluation", by: "desk" }]);
    const before = await record.article(1);
    const fresh = await createReader({})(reading.article);
    expect(await record.countStale("better 9.9")).toBe(1);
    const [version] = await record.stale("better 9.9", 0, 10);
    const [told] = await record.storeReadings([[version!, { ...fresh, engine: "better 9.9" }]]);
    expect(told).toMatchObject({
      article: 1,
      changes: { same: before.ids.length, changed: 0, added: 0, gone: 0 },
      revised: 0,
    });
    const after = await record.article(1);
    expect(after.ids).toEqual(before.ids);
    expect(after.engine).toBe("better 9.9");
    expect((await record.statement(id)).statement.type).toBe("evaluation");
    expect(await record.countStale("better 9.9")).toBe(0);
    expect((await record.check()).faults).toEqual([]);
    record.close();
  });

  it("drops what is no longer found, unless a person has corrected it", async () => {
    const { record, id, reading } = await pier();
    await record.correct(id, [{ field: "level", value: "background", by: "desk" }]);
    const [version] = await record.stale("none 1", 0, 1);
    const fresh = await createReader({})({ ...reading.article, language: "fr" });
    const [told] = await record.storeReadings([[version!, { ...fresh, engine: "none 1" }]]);
    expect(told!.changes).toEqual({ same: 0, changed: 0, added: 0, gone: reading.statements.length - 1 });
    const after = await record.article(1);
    expect(after.ids).toEqual([id]);
    expect(after.reading.statements[0]).toMatchObject({ level: "background", speaker: { name: "Sol Marsh" } });
    expect((await record.check()).faults).toEqual([]);
    record.close();
  });
});

describe("the doctor", () => {
  it("finds a lost index row and a changed text, and mends what can be made anew", async () => {
    const { record, id } = await pier();
    const db = openDatabase(record.path);
    db.run("DELETE FROM statement_fts WHERE rowid = ?", id);
    db.run("DELETE FROM article_fts");
    const broken = await record.check();
    expect(broken.faults.map(({ where, mendable }) => [where, mendable])).toEqual([
      ["index", true],
      ["index", true],
    ]);
    await record.rebuildIndexes();
    expect((await record.check()).faults).toEqual([]);
    expect(db.all("SELECT rowid FROM statement_fts WHERE statement_fts MATCH 'who:marsh'").length).toBeGreaterThan(0);
    db.run("UPDATE version SET body = x'00'");
    expect((await record.check()).faults).toMatchObject([{ where: "article", mendable: false }]);
    db.close();
    record.close();
  });
});
