/** Types: by the cue where it names the act, else by the content. */
import { describe, expect, it } from "vitest";
import type { Statement } from "../../src/schema/index.ts";
import { ploverCode } from "../../src/statement/index.ts";
import { statementIn } from "./helpers.ts";

const CASES: Readonly<Record<Statement["type"], readonly string[]>> = {
  assertion: [
    "<s:Quill> <k:said> <c:the wall was sound>.",
    "<s:Fenn> <k:denied> <c:that the quay was shut>.",
    "<k:According to> <s:the report>, <c:two piers moved>.",
    "<s:The mayor> <k:confirmed> <c:receipt>.",
    "<s:Reyes> <k:rejected claims> <c:that it was late>.".replace("rejected claims", "disputed"),
    "<s:Quill> <k:did not say> <c:that it was safe>.",
  ],
  evaluation: [
    "<s:Orlo> <k:called> <c:the plan “a door, not a road”>.",
    "<s:She> <k:praised> <c:the crews>.",
    "<s:Fenn> <k:said> <c:it was “a slow disaster”>.",
    "<s:Unions> <k:condemned> <c:the cuts>.",
  ],
  prediction: [
    "<s:Analysts> <k:expect> <c:prices to fall>.",
    "<s:She> <k:said> <c:there was a 40% chance of a deal>.",
    "<s:Fenn> <k:said> <c:prices would rise by spring>.",
    "<s:Traders> <k:doubt> <c:that it will hold>.",
  ],
  concern: [
    "<s:Residents> <k:fear> <c:that it will flood>.",
    "<s:Allies> <k:also have concerns> <c:that it could fail>.",
  ],
  demand: [
    "<s:Quill> <k:urged> the council <c:to act>.",
    "<s:Reyes> <k:told> the crowd <c:to go home>.",
    "<s:She> <k:wants> <c:a revote>.",
    "<s:Fenn> <k:said> <c:the minister should resign>.",
    "<c:“Don’t cross that line,”> <s:Orlo> <k:said>.",
    "<s:He> <k:warned against> <c:haste>.",
  ],
  offer: [
    "<s:Fenn> <k:offered> <c:to pay half>.",
    "<s:The firm> <k:said> <c:it was prepared to wait>.",
    "<s:Quill> <k:said> <c:her government would lift the ban if inspectors came>.",
  ],
  commitment: [
    "<s:Reyes> <k:promised> <c:to publish it>.",
    "<s:She> <k:vowed> <c:to fight on>.",
    "<c:“We will rebuild it,”> <s:Quill> <k:said>.",
    "<s:He> <k:said> <c:he would publish the list>.",
  ],
  concession: ["<s:Fenn> <k:conceded> <c:that lodgers must be covered>.", "<s:The union> <k:dropped> <c:its demand>."],
  refusal: [
    "<s:The board> <k:has rejected> <c:the bid>.",
    "<s:Orlo> <k:refused> <c:to move>.",
    "<c:“We won’t sell the pier,”> <s:Fenn> <k:said>.",
  ],
  threat: [
    "<s:The crews> <k:threatened> <c:to strike>.",
    "<s:He> <k:warned of> <c:“severe consequences”>.",
    "<s:They> <k:said> <c:they would leave unless a date is set>.",
  ],
  agreement: [
    "<s:The two sides> <k:agreed> <c:that trucks may pass>.",
    "<s:Both governments> <k:agreed> <c:to reopen the post>.",
    "<s:Reyes> <k:said> <c:that he agreed that it must be safe>.",
  ],
  announcement: [
    "<s:The office> <k:announced> <c:a briefing at noon>.",
    "<s:Both> <k:said> <c:talks will resume on Friday>.",
  ],
  question: [
    // row 14
    "<c:“Will it hold?”> <s:Oona Reyes> <k:asked>.",
    "<c:“Is it over?”> <s:she> <k:said>.",
    "<s:A reporter> <k:asked> <c:whether it was safe>.",
    "<s:She> <k:wondered> <c:who had signed>.",
  ],
  "no-comment": [
    "<s:Fenn> <k:declined to comment on> <c:the price>.",
    "<s:The firm> <k:did not respond to> <c:questions>.",
    "<s:Orlo> <k:would not say> <c:how much it cost>.",
    "<s:Quill> <k:refused> <c:to say who had asked>.",
    "<s:Reyes> <k:did not say> <c:whether she would go>.",
  ],
};

for (const [type, inputs] of Object.entries(CASES))
  describe(type, () => {
    for (const input of inputs)
      it(input, () => {
        const statement = statementIn(input);
        expect(statement.type).toBe(type);
        expect(statement.decisions.some(({ field, by }) => field === "type" && by.startsWith("statement/"))).toBe(true);
      });
  });

/** Close to a type, but not it. */
const NOT: readonly (readonly [string, Statement["type"]])[] = [
  ["<s:He> <k:said> <c:he had put a text to both and would fly home>.", "prediction"],
  ["<s:Quill> <k:said> <c:she could name five of them>.", "prediction"],
  ["<s:The store> <k:is expected to tell> staff <c:that it closed>.", "demand"],
  ["<s:Fenn> <k:said> <c:the plan “in Orsk” was late>.", "evaluation"],
  ["<c:“They agreed it was over,”> <s:Fenn> <k:said>.", "question"],
];
describe("not that type", () => {
  for (const [input, type] of NOT)
    it(`${input} is no ${type}`, () => {
      expect(statementIn(input).type).not.toBe(type);
    });
});

describe("PLOVER", () => {
  it("has a code where the type is an act between parties", () => {
    expect(ploverCode("demand")).toBe("DEMAND");
    expect(ploverCode("threat")).toBe("THREATEN");
    expect(ploverCode("assertion")).toBeUndefined();
  });
});
