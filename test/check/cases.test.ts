/** The table of cases is large enough to prove something. */
import { describe, expect, it } from "vitest";
import { VERDICTS } from "../../src/schema/index.ts";
import { CASES } from "./cases.ts";

describe("the table of cases", () => {
  it("has 150 cases and more, none twice", () => {
    expect(CASES.length).toBeGreaterThanOrEqual(150);
    expect(new Set(CASES.map(([speaker, words]) => `${speaker} ${words}`)).size).toBe(CASES.length);
  });

  it.each([...VERDICTS])("has at least ten that are %s", (verdict) => {
    expect(CASES.filter((one) => one[2] === verdict).length).toBeGreaterThanOrEqual(10);
  });
});
