/** What a draft reports in its own words, beside what its speaker is on record with: type and polarity, never a verdict. */
import { describe, expect, it } from "vitest";
import { createChecker } from "../../src/check.ts";
import { type Given, reading, type Sketch } from "../export/make.ts";
import { STORY_SOURCE } from "./story.ts";

function draft(content: string, sketch: Sketch): ReturnType<typeof reading> {
  const given: Given = {
    text: `It is said that ${content}.`,
    statements: [{ kind: "indirect", content: [content], ...sketch }],
  };
  return reading(given);
}

const of = (content: string, sketch: Sketch) => createChecker([STORY_SOURCE]).indirect(draft(content, sketch));

describe("indirect statements", () => {
  it("shows the nearest statement of that speaker, and a type that is another", () => {
    const [one] = of("the harbour would reopen on Monday", { speaker: "Quill", type: "commitment" });
    expect(one!.statement).toMatchObject({ speaker: "Quill", type: "commitment", negations: 0 });
    expect(one!.nearest[0]).toMatchObject({ type: "assertion", disagrees: ["type"] });
    expect(one!.nearest.every(({ evidence }) => evidence.speaker === "Ana Quill")).toBe(true);
  });

  it("tells when one denies and the other does not", () => {
    const [denied] = of("she would sign a deal that leaves out the ferry crews", {
      speaker: "Lind",
      type: "assertion",
    });
    expect(denied!.nearest[0]!.disagrees).toEqual(["polarity"]);
    const [same] = of("he would never sign a deal that leaves out ferry crews", { speaker: "Lind", type: "assertion" });
    expect(same!.nearest[0]!.disagrees).toEqual([]);
  });

  it("shows nothing of others, and nothing that is about something else", () => {
    expect(of("the harbour would reopen on Monday", { speaker: "Moe" })[0]!.nearest).toEqual([]);
    expect(of("the lighthouse needs paint", { speaker: "Quill" })[0]!.nearest).toEqual([]);
  });

  it("leaves out what nobody is said to have said, and quotations", () => {
    expect(of("the harbour would reopen", {})).toEqual([]);
    expect(of("the harbour would reopen", { speaker: "Quill", kind: "direct" })).toEqual([]);
  });
});
