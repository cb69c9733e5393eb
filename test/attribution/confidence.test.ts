import { describe, expect, it } from "vitest";
import { confidencesOf } from "../../src/attribution/confidence.ts";
import type { Draft } from "../../src/attribution/index.ts";

const CALIBRATION = {
  whole: { slope: 1, chance: 0, offset: 0 },
  source: { slope: 0, chance: 1, offset: 0 },
  cue: { slope: 0, chance: 1, offset: 1 },
  content: { slope: 0, chance: 2, offset: 0 },
};
const DRAFT: Draft = { source: [[0, 1]], cue: [[1, 2]], content: [[2, 9]], score: 2, by: ["m"] };

describe("confidencesOf", () => {
  it("makes each confidence of the score and the role's own chance", () => {
    const { confidence, spanConfidence } = confidencesOf(
      { ...DRAFT, chances: { source: 0.5, cue: 0.5, content: 0.9 } },
      CALIBRATION,
    );
    expect(confidence).toBe(0.88);
    expect(spanConfidence).toEqual({ source: 0.5, cue: 0.73, content: 0.99 });
  });

  it("says nothing of a role without spans", () => {
    const { spanConfidence } = confidencesOf(
      { ...DRAFT, source: [], cue: [], chances: { source: 1, cue: 1, content: 0.5 } },
      CALIBRATION,
    );
    expect(spanConfidence).toEqual({ content: 0.5 });
  });

  it("takes the whole's confidence for the roles of what a rule made", () => {
    expect(confidencesOf(DRAFT, CALIBRATION).spanConfidence).toEqual({ source: 0.88, cue: 0.88, content: 0.88 });
  });

  it("stays between 0 and 1 with chances of 0 and 1", () => {
    const { spanConfidence } = confidencesOf({ ...DRAFT, chances: { source: 0, cue: 1, content: 0 } }, CALIBRATION);
    expect(spanConfidence).toEqual({ source: 0, cue: 1, content: 0 });
  });
});
