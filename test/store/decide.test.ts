import { describe, expect, it } from "vitest";
import { HARBOUR, PIER, prepared, recordOf } from "./fixtures.ts";

const BY = { by: "desk" };

async function council() {
  const record = await recordOf([PIER, HARBOUR]);
  const number = async (name: string) => (await record.speakers(name)).speakers[0]!.number;
  const statements = async (speaker: number) =>
    (await record.search({ speaker: `#${speaker}` })).hits.map((hit) => hit.number);
  return { record, number, statements };
}

describe("who is whom", () => {
  it("two speakers that a person says are one have their statements together, old and new", async () => {
    const { record, number, statements } = await council();
    const [quill, marsh] = [await number("Quill"), await number("Marsh")];
    const both = [...(await statements(quill)), ...(await statements(marsh))].sort();
    expect(await record.joinSpeakers(quill, marsh, BY)).toBeGreaterThan(0);
    expect((await statements(quill)).sort()).toEqual(both);
    expect(await record.speakers("Marsh")).toMatchObject({ total: 1, speakers: [{ number: quill }] });
    await expect(record.joinSpeakers(quill, marsh, BY)).rejects.toThrow(`no speaker #${marsh}`);
    await record.add([
      await prepared({
        ...PIER,
        url: "https://post.example/1",
        text: "Sol Marsh, who leads the opposition, said nobody had asked the fishermen.",
      }),
    ]);
    expect((await statements(quill)).length).toBe(both.length + 1);
    expect((await record.check()).faults).toEqual([]);
    record.close();
  });

  it("a speaker that a person takes apart is another in that article, and stays so", async () => {
    const { record, number, statements } = await council();
    const quill = await number("Quill");
    const before = await statements(quill);
    const other = await record.partSpeaker(quill, 2, BY);
    expect((await statements(other)).length).toBeGreaterThan(0);
    expect([...(await statements(quill)), ...(await statements(other))].sort()).toEqual(before.sort());
    await expect(record.partSpeaker(quill, 2, BY)).rejects.toThrow(/does not speak in article 2/);
    expect((await record.check()).faults).toEqual([]);
    record.close();
  });
});

describe("issues", () => {
  it("are found by their query", async () => {
    const { record } = await council();
    await record.setIssue({ name: "the pier", query: "pier OR accounts" });
    const { hits } = await record.search({ issue: "the pier" });
    expect(hits.length).toBeGreaterThan(1);
    for (const { content } of hits) expect(content).toMatch(/pier|accounts/i);
    await expect(record.setIssue({ name: "bad", query: "pier AND (" })).rejects.toThrow(/character/);
    await record.removeIssue("the pier");
    await expect(record.search({ issue: "the pier" })).rejects.toThrow(/no issue/);
    record.close();
  });
});
