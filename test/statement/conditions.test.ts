/** Conditions with kind and span, and what only looks like one. */
import { describe, expect, it } from "vitest";
import { conditionsIn } from "./helpers.ts";

const CASES: readonly (readonly [string, ...string[]])[] = [
  ["<s:She> <k:said> <c:she would sign if they leave>.", "if: if they leave"],
  ["<s:She> <k:said> <c:that, if they leave, she would sign>.", "if: if they leave"],
  ["<c:“If you go, we go,”> <s:he> <k:said>.", "if: If you go"],
  ["<s:He> <k:said> <c:he would stay unless a date is set>.", "unless: unless a date is set"],
  ["<s:They> <k:said> <c:nobody would return until every home is safe>.", "until: until every home is safe"],
  ["<s:Fenn> <k:agreed> <c:to pay in return for access>.", "in-return-for: in return for access"],
  ["<s:Fenn> <k:will lift> <c:the ban in exchange for ten seats>.", "in-return-for: in exchange for ten seats"],
  ["<s:Quill> <k:said> <c:it could open, provided that tests pass>.", "only-if: provided that tests pass"],
  ["<s:Quill> <k:said> <c:she would talk only after the shelling stops>.", "only-if: only after the shelling stops"],
  ["<s:Quill> <k:said> <c:she would vote for it only if it was changed>.", "only-if: only if it was changed"],
  ["<s:He> <k:said> <c:they could stay as long as they paid>.", "if: as long as they paid"],
  ["<c:“I will go when the post comes,”> <s:she> <k:said>.", "if: when the post comes"],
];

describe("conditions", () => {
  for (const [input, ...wanted] of CASES)
    it(input, () => {
      expect(conditionsIn(input)).toEqual(wanted);
    });
});

const NONE: readonly string[] = [
  "<s:A reporter> <k:asked> <c:if it was safe>.",
  "<s:She> <k:wondered> <c:if they knew>.",
  "<s:He> <k:said> <c:he did not know if it was true>.",
  "<s:He> <k:said> <c:it was as if nothing had happened>.",
  "<s:He> <k:said> <c:it was slow, if not dead>.",
  "<s:He> <k:said> <c:he left when the rain came>.",
  "<s:She> <k:said> <c:even if it rains they march>.",
  "<s:She> <k:said> <c:food was provided by the city>.",
  "<s:She> <k:said> <c:it had been open until 1951>.",
  "<s:She> <k:said> <c:the wall should hold>.",
];
it("a condition belongs to the innermost statement", () => {
  const input = "<s1:Fenn> <k1:said> <c1:that <s2:aides> <k2:had promised> <c2:to go if she asked>>.";
  expect(conditionsIn(input)).toEqual(["if: if she asked"]);
});

it("“until then” is whole", () => {
  expect(conditionsIn("<c:“Until then there is nothing to see,”> <s:she> <k:said>.")).toEqual(["until: Until then"]);
});

describe("no conditions", () => {
  for (const input of NONE)
    it(input, () => {
      expect(conditionsIn(input)).toEqual([]);
    });
});
