import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packageResources } from "../src/resources.ts";
import { sortedLines } from "../src/schema/index.ts";

describe("sorted lines", () => {
  test("every key is found at its line, no other", () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-cé'-]{1,5}$/), { maxLength: 40 });
    fc.assert(
      fc.property(words, fc.boolean(), fc.string(), (keys, columns, other) => {
        const sorted = keys.map((key) => (columns ? `${key}\tx` : key)).sort();
        const lines = sortedLines(sorted.join("\n"));
        for (const key of keys) expect(lines.line(lines.find(key))).toBe(columns ? `${key}\tx` : key);
        if (!keys.includes(other) && other !== "") expect(lines.find(other)).toBe(-1);
      }),
      { seed: 20261125 },
    );
  });

  test("a line break at the end is no line", () => {
    expect(sortedLines("a\nb\n").find("b")).toBe(1);
    expect(sortedLines("").find("b")).toBe(-1);
  });

  test("the given names are sorted", () => {
    const rows = packageResources()
      .lexicon.rows("given-names")
      .map((row) => row.join("\t"));
    expect([...rows].sort()).toEqual(rows);
  });
});
