/** Against a record of the same articles every case gets the verdict that it gets against the files, among other articles and copies. */
import { beforeAll, describe, expect, it } from "vitest";
import { checkAgainstRecord } from "../../src/check-record.ts";
import { preparedReading } from "../../src/intake.ts";
import type { OpenRecord } from "../../src/record.ts";
import type { Checked, Reading } from "../../src/schema/index.ts";
import { prepareArticle } from "../../src/store/index.ts";
import { reading, type Sketch } from "../export/make.ts";
import { HARBOUR, PIER, recordOf } from "../store/fixtures.ts";
import { CASES } from "./cases.ts";
import { judge, STORY_SOURCE } from "./story.ts";

/** A draft with these quotations, a paragraph each. */
function draftOf(quotations: readonly (readonly [speaker: string, words: string])[]): Reading {
  const quoted = quotations.map(([, words]) => `“${words}”`);
  const draft = reading({ text: quoted.map((words) => `${words} it was said.`).join("\n") });
  let from = 0;
  const statements = quotations.map(([speaker], i): Reading["statements"][number] => {
    const start = draft.article.text.indexOf(quoted[i]!, from);
    from = start + quoted[i]!.length;
    const sketch: Sketch = { speaker, kind: "direct", content: [] };
    const [made] = reading({ text: "x", statements: [sketch] }).statements;
    return { ...made!, id: `s${i}`, content: [{ start, end: from }] };
  });
  return { ...draft, statements };
}

function preparedStory(name: string, publisher: string) {
  const { reading: story } = STORY_SOURCE;
  const article = { ...story.article, id: name, publisher };
  const origin = { name, identity: `id:${name}` };
  return { ...prepareArticle(article, origin), read: preparedReading({ ...story, article }, "test") };
}

describe("check against a record", () => {
  let record: OpenRecord;
  let checked: readonly Checked[];
  beforeAll(async () => {
    record = await recordOf([PIER, HARBOUR]);
    await record.add([preparedStory("tide", "The Tide"), preparedStory("echo", "The Echo")]);
    ({ checked } = await checkAgainstRecord(draftOf(CASES.map(([speaker, words]) => [speaker, words])), record));
    return () => record.close();
  });

  it("has a verdict for every quotation", () => {
    expect(checked.map(({ quotation }) => quotation.words)).toEqual(CASES.map(([, words]) => words));
  });

  it.each(CASES.map(([speaker, words], i) => [speaker, words, i] as const))("%s: “%s”", (speaker, words, i) => {
    const { verdict, why, changes } = checked[i]!;
    const against = judge(words, speaker);
    expect([verdict, changes], why).toEqual([against.verdict, against.changes]);
  });

  it("names article and statement by number, and the other outlets that have the same", () => {
    const { evidence } = checked[0]!;
    expect(evidence.map(({ publisher }) => publisher)).toEqual(["The Tide", "The Echo"]);
    expect(evidence[0]).toMatchObject({ record: { article: 3 }, speaker: "Ana Quill", published: "2026-03-11" });
    expect(evidence.map((one) => one.record?.statement)).toEqual([expect.any(Number), expect.any(Number)]);
  });

  it("reads what was corrected as corrected", async () => {
    const draft = draftOf([["Carla Moor", "They can keep the tugs"]]);
    const before = await checkAgainstRecord(draft, record);
    expect(before.checked[0]!.verdict).toBe("wrong-speaker");
    for (const { record: place } of before.checked[0]!.evidence)
      await record.correct(place!.statement!, [{ field: "speaker", value: "Carla Moor", by: "desk" }]);
    expect((await checkAgainstRecord(draft, record)).checked[0]!.verdict).toBe("exact");
  });

  it("finds words that stand in the text of an article and in no statement", async () => {
    const draft = draftOf([["Ada Quill", "The council met in Northshore on Tuesday"]]);
    const [one] = (await checkAgainstRecord(draft, record)).checked;
    expect(one).toMatchObject({ verdict: "not-found", why: expect.stringMatching(/running text/) });
    expect(one!.evidence[0]).toMatchObject({ publisher: "The Tide", record: { article: 1 } });
    expect(one!.evidence[0]!.statement).toBeUndefined();
  });

  it("tells an empty record from one that has not got the words", async () => {
    const draft = draftOf([["Ada Quill", "Zebras graze upon the moon tonight"]]);
    expect((await checkAgainstRecord(draft, record)).checked[0]!.verdict).toBe("not-found");
    const empty = await recordOf([]);
    expect((await checkAgainstRecord(draft, empty)).checked[0]!.verdict).toBe("unchecked");
    empty.close();
  });

  it("takes files beside the record", async () => {
    const draft = draftOf([["Ana Quill", "The port is mine alone to run"]]);
    const text = "“The port is mine alone to run,” Ana Quill said.";
    const file = reading({
      text,
      statements: [{ speaker: "Ana Quill", kind: "direct", content: [text.slice(0, 32)] }],
    });
    expect((await checkAgainstRecord(draft, record)).checked[0]!.verdict).not.toBe("exact");
    expect((await checkAgainstRecord(draft, record, { sources: [file] })).checked[0]!.verdict).toBe("exact");
  });
});
