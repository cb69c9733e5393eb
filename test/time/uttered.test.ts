/** When was it said? Anchor: Wednesday 11 March 2026. */
import { describe, expect, it } from "vitest";
import { utteredIn } from "./helpers.ts";

/** Marked text, said at, historical. */
const CASES: readonly (readonly [string, string | undefined, boolean])[] = [
  ["<s:He> <k:said> on Friday <c:he would go>.", "2026-03-06", true],
  ["<s:He> <k:said> <c:he would go on Friday>.", "2026-03-11", false],
  ["On Monday, <s:Quill> <k:said> <c:it was late>.", "2026-03-09", true],
  ["<s:Reyes> on Wednesday <k:warned> <c:that it would fail>.", "2026-03-11", false],
  ["In 2018 <s:she> <k:said> <c:it was safe>.", "2018-01-01/2018-12-31", true],
  ["<s:Fenn> <k:told> a broadcaster last month <c:that it was over>.", "2026-02-01/2026-02-28", true],
  ["<s:Fenn> <k:previously called> <c:it a trap>.", undefined, true],
  ["<s:Fenn> <k:has long resisted> <c:any truce>.", undefined, true],
  ["<s:Fenn> <k:had said> <c:it was safe>.", undefined, true],
  ["A letter <s:published on Monday by the guild> <k:says> <c:it is late>.", "2026-03-09", true],
  ["<s:Residents> <k:fear> <c:that it will fail>.", undefined, false],
  ["<s:Fenn> <k:is expected to tell> the council on Monday <c:that it is over>.", "2026-03-16", false],
  ["<s:Fenn>, who arrived on Friday, <k:said> <c:it was late>.", "2026-03-11", false],
  ["<s:Fenn> <k:said> <c:it was late> after a vote on Friday.", "2026-03-11", false],
];

/** Names the day reported. */
const OPENING = "The council voted on Wednesday.\n";

describe("said at", () => {
  for (const [input, value, historical] of CASES)
    it(input, () => {
      const uttered = utteredIn(`${OPENING}${input}`);
      expect(uttered.saidAt?.value).toBe(value);
      expect(uttered.historical).toBe(historical);
    });
});
