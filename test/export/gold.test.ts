/** Gold's layout: what is written is what `onrecord eval` reads, and scores 100 against itself. */
import { describe, expect, it } from "vitest";
import { evaluate, layersJson, parseGold, reportJson } from "../../src/eval/index.ts";
import { toGold } from "../../src/export/index.ts";
import { reading } from "./make.ts";
import { pier } from "./pier.ts";

const other = reading({
  text: "ANN: Yes.\nBEN: No.",
  statements: [
    { source: ["ANN"], content: ["Yes."], speaker: "Ann", kind: "direct", form: "transcript" },
    { source: ["BEN"], content: ["No."], speaker: "Ben", kind: "direct", form: "transcript" },
  ],
  article: { id: "other" },
});

describe("gold", () => {
  it("has one line an article", () => {
    expect(toGold(pier).match(/\n/g)).toHaveLength(1);
    expect(toGold(pier).endsWith("\n")).toBe(true);
  });

  it("against itself is 100 everywhere but for Citron, which wants every role", () => {
    const own = parseGold(toGold(pier) + toGold(other), "own");
    const scores = evaluate(own, own);
    const figures = JSON.parse(reportJson(scores)) as Record<string, { p: number; r: number; gold: number }>;
    const counted = Object.entries(figures).filter(([key, { gold }]) => gold > 0 && !key.startsWith("CITRON"));
    expect(counted.length).toBeGreaterThan(10);
    for (const [key, { p, r }] of counted) expect([key, p, r]).toEqual([key, 100, 100]);
    expect(JSON.stringify(layersJson(scores))).not.toContain("NaN");
  });

  it("keeps spans, values and what is kept apart", () => {
    const record = JSON.parse(toGold(pier));
    const { text } = pier.article;
    const words = (spans: [number, number][]) => spans.map(([start, end]) => text.slice(start, end));
    expect(record).toMatchObject({ id: "pier", publisher: "The Tide", date: "2026-03-11T17:40:00Z", text });
    expect(words(record.residue)).toEqual([
      "Sign up to The Tide at Noon, our daily newsletter",
      "Photograph: Ivo Marsh/The Tide",
    ]);
    expect(words(record.attributions[2].condition)).toEqual(["if the wall is paid for", "Until then"]);
    expect(record.attributions[4]).toMatchObject({
      parent: "s4",
      via: "The Corran Post",
      speaker: null,
      historical: true,
    });
    expect(record.attributions[8]).toMatchObject({ probability: 0.25, when: null, answered: null, level: "document" });
  });
});
