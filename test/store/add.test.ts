import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/store/index.ts";
import { HARBOUR, PIER, prepared, recordOf } from "./fixtures.ts";

describe("adding to a record", () => {
  it("gives back the article, its text and its statements as they were read", async () => {
    const record = await recordOf([PIER]);
    const { reading, ids, versions } = await record.article(1);
    expect(reading.article.text).toContain("We will not sell the pier");
    expect(reading.article).toMatchObject({ title: PIER.title, publisher: PIER.publisher, published: PIER.published });
    expect(ids).toHaveLength(reading.statements.length);
    expect(reading.statements.length).toBeGreaterThan(3);
    expect(versions).toMatchObject([{ n: 1, current: true }]);
    const one = await record.statement(ids[0]!);
    expect(one.statement).toEqual(reading.statements[0]);
    expect((await record.check()).faults).toEqual([]);
    record.close();
  });

  it("adds nothing twice", async () => {
    const record = await recordOf([PIER]);
    const [again] = await record.add([await prepared(PIER)]);
    expect(again).toMatchObject({ outcome: "unchanged", article: 1 });
    expect((await record.check()).articles).toBe(1);
    record.close();
  });

  it("keeps versions, and tells which statements changed", async () => {
    const record = await recordOf([PIER]);
    const text = PIER.text.replace(
      "if the opposition dropped its complaint",
      "in May if the opposition dropped its complaint",
    );
    const [result] = await record.add([await prepared({ ...PIER, text })]);
    expect(result).toMatchObject({ outcome: "updated", article: 1, changes: { changed: 1, added: 0, gone: 0 } });
    const { versions, n } = await record.article(1);
    expect(n).toBe(2);
    expect(versions.map(({ current }) => current)).toEqual([false, true]);
    const old = await record.article(1, 1);
    const replaced = await Promise.all(old.ids.map((id) => record.statement(id)));
    expect(replaced.every(({ replacedBy, current }) => replacedBy !== undefined && !current)).toBe(true);
    expect((await record.check()).faults).toEqual([]);
    record.close();
  });

  it("links a syndicated copy to the first, and a trimmed one too", async () => {
    const record = await recordOf([PIER, HARBOUR]);
    const copied = { ...PIER, url: "https://echo.example/pier", publisher: "The Echo", title: "Pier stays" };
    const trimmed = {
      ...copied,
      url: "https://post.example/pier",
      text: PIER.text.split("\n\n").slice(0, 3).join("\n\n"),
    };
    const [exact] = await record.add([await prepared(copied, true)]);
    const [near] = await record.add([await prepared(trimmed)]);
    expect(exact).toMatchObject({ outcome: "duplicate", of: { article: 1, similarity: 1 } });
    expect(near).toMatchObject({ outcome: "duplicate", of: { article: 1 } });
    const counted: number[] = [];
    for await (const { article } of record.articles()) counted.push(article);
    expect(counted).toEqual([1, 2]);
    record.close();
  });

  it("asks for a reading where it seemed not to be needed and is", async () => {
    const record = await recordOf([]);
    expect(await record.add([await prepared(PIER, true)])).toEqual([{ outcome: "overtaken", name: PIER.url }]);
    record.close();
  });

  it("stores all of a batch or nothing", async () => {
    const record = await recordOf([]);
    const broken = { ...(await prepared(HARBOUR)), words: undefined as never };
    await expect(record.add([await prepared(PIER), broken])).rejects.toThrow();
    expect((await record.check()).articles).toBe(0);
    record.close();
  });

  it("knows a speaker again in another article", async () => {
    const record = await recordOf([PIER, HARBOUR]);
    const named = async (article: number) => {
      const { reading, ids } = await record.article(article);
      return ids[reading.statements.findIndex(({ speaker }) => speaker?.name === "Ada Quill")]!;
    };
    const [a, b] = [await named(1), await named(2)];
    const db = openDatabase(record.path, { readOnly: true });
    const speakers = db.all<{ speaker: number }>("SELECT DISTINCT speaker FROM statement WHERE id IN (?, ?)", a, b);
    expect(speakers).toHaveLength(1);
    db.close();
    record.close();
  });

  it("keeps what is in another language, unread", async () => {
    const text =
      "Le maire a déclaré mardi que la jetée ne serait pas vendue. Il a ajouté que le conseil voterait en mai et que les travaux commenceraient avant la fin de l’été.";
    const record = await recordOf([]);
    const [result] = await record.add([await prepared({ text, language: "fr", url: "https://tide.example/fr" })]);
    expect(result).toMatchObject({ outcome: "added", statements: 0, unread: "fr" });
    record.close();
  });
});
