/** Negated, hypothetical, historical, probability, answered, level, parent. */
import { describe, expect, it } from "vitest";
import { statementIn, statementsIn } from "./helpers.ts";

describe("row 28: negated", () => {
  const negated = [
    "<s:Quill> <k:did not say> <c:it was safe>.",
    "<s:The group> <k:has not said> <c:whether it would come>.",
    "<s:Fenn> <k:stopped short of saying> <c:he would sue>.",
    "<s:They> <k:do not claim> <c:to have seen it>.",
    "<s:Fenn> <k:did not rule out> <c:further cuts>.",
    "There were <k:no reports of> <c:looting>.",
  ];
  for (const input of negated)
    it(input, () => {
      expect(statementIn(input).negated).toBe(true);
    });
  const asserted = [
    "<s:Quill> <k:said> <c:it was not safe>.",
    "<s:Fenn> <k:would not say> <c:why>.",
    "<s:The firm> <k:did not respond to> <c:questions>.",
    "<s:Fenn> <k:refused> <c:to say why>.",
    "<s:Fenn> <k:denied> <c:that it was late>.",
    "There were <k:reports of> <c:looting>.",
  ];
  for (const input of asserted)
    it(`not: ${input}`, () => {
      expect(statementIn(input).negated).toBe(false);
    });
});

describe("hypothetical", () => {
  const ahead = [
    "<s:Allies> <k:might be alarmed> by <c:the tone>.",
    "<s:She> <k:will tell> members <c:that it is over>.",
    "<s:Fenn> <k:is expected to say> <c:that he will go>.",
    "If <s:she> <k:says> <c:“patience”>, sell.",
  ];
  for (const input of ahead)
    it(input, () => {
      expect(statementIn(input).hypothetical).toBe(true);
    });
  const done = [
    "<s:She> <k:said> <c:she might go>.",
    "<s:Fenn> <k:would not say> <c:why>.",
    "<s:Downing Street> <k:would say only> <c:that it was late>.",
    "<s:Fenn> <k:was expecting> <c:rain>.",
  ];
  for (const input of done)
    it(`not: ${input}`, () => {
      expect(statementIn(input).hypothetical).toBe(false);
    });
});

describe("probability", () => {
  const stated: readonly (readonly [string, number])[] = [
    ["<s:He> <k:said> <c:there was a 25% chance that it would fail>.", 0.25],
    ["<s:He> <k:put> <c:the odds of a deal at 55 per cent>.", 0.55],
    ["<s:She> <k:put> <c:the chance of peace at one in five>.", 0.2],
    ["<s:They> <k:said> <c:there was a one-in-three chance of rain>.", 0.33],
    ["<s:Okpara> <k:gives> <c:her a 58% chance of winning>.", 0.58],
  ];
  for (const [input, value] of stated)
    it(input, () => {
      expect(statementIn(input).probability?.value).toBe(value);
    });
  const none = [
    "<s:She> <k:said> <c:growth was 2.1%>.",
    "<s:She> <k:said> <c:one in eight of its members would sell>.",
    "<s:She> <k:said> <c:sales fell 30%>.",
    "<s:She> <k:said> <c:a deal was more likely than not>.",
  ];
  for (const input of none)
    it(`none: ${input}`, () => {
      expect(statementIn(input).probability).toBeUndefined();
    });
});

describe("questions", () => {
  const CASES: readonly (readonly [string, boolean | undefined])[] = [
    ["<s1:Orlo> <k1:asked> <c1:whether it was safe>. <s2:Fenn> <k2:said> <c2:it was>.", true],
    ["<k1:Asked> <c1:why it broke>, <s2:Fenn> <k2:declined to say> <c2:more>.", false],
    ["<k1:Asked> by <s1:Orlo> <c1:whether it was safe>, Fenn left the podium.", false],
    ["<s1:Reporters> <k1:shouted> <c1:“Is it over?”> in vain.", false],
    ["<s1:Orlo> <k1:asked> <c1:whether it was safe>.", undefined],
  ];
  for (const [input, answered] of CASES)
    it(input, () => {
      expect(statementIn(input).answered).toBe(answered);
    });
  it("only questions are answered", () => {
    const statement = statementIn("<s1:Orlo> <k1:said> <c1:it was safe>. <s2:Fenn> <k2:said> <c2:it was>.");
    expect(statement.answered).toBeUndefined();
  });
});

describe("what comes from other stages", () => {
  it("unknown parties are absent, and the level unattributed", () => {
    const statement = statementIn("<s:She> <k:said> <c:it held>.");
    expect(statement.level).toBe("unattributed");
    expect(statement.speaker).toBeUndefined();
  });
  it("nested statements keep their parent", () => {
    const { statements } = statementsIn("<s1:The Tide> <k1:reported> <c1:that <s2:aides> <k2:said> <c2:it was shut>>.");
    expect(statements.map(({ id, parent }) => [id, parent])).toEqual([
      ["1", undefined],
      ["2", "1"],
    ]);
  });
  it("historical comes with the time", () => {
    expect(statementIn("<s:Fenn> <k:has long resisted> <c:any truce>.").historical).toBe(true);
  });
});
