/** Every case of cases.ts, judged against the story. */
import { describe, expect, it } from "vitest";
import { CASES } from "./cases.ts";
import { judge } from "./story.ts";

const PASSES = new Set(["exact", "trimmed", "inserted"]);

describe("verdicts", () => {
  it.each(CASES.map((one) => [...one]))("%s: “%s” is %s %s", (speaker, words, verdict, classes) => {
    const checked = judge(words as string, speaker as string);
    expect(checked.verdict, `${checked.why} ${JSON.stringify(checked.changes)}`).toBe(verdict);
    if (classes) expect([...new Set(checked.changes.map((change) => change.class))].join(" ")).toBe(classes);
    if (PASSES.has(verdict as string)) expect(checked.evidence[0]!.words.length).toBeGreaterThan(0);
  });

  it("says nothing is to be read where there is no source", () => {
    expect(judge("We will reopen", "Quill", []).verdict).toBe("unchecked");
  });

  it("warns of an interpreter, and shows the sentences around", () => {
    const { evidence } = judge("They can keep the tugs", "Lind");
    expect(evidence[0]).toMatchObject({
      words: "They can keep the tugs",
      speaker: "Bo Lind",
      publisher: "The Tide",
      warnings: ["translated (interpreter)"],
    });
  });

  it("checks a quotation whose speaker the draft does not name against all", () => {
    expect(judge("They can keep the tugs").verdict).toBe("exact");
  });
});
