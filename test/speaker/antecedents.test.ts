/** The features of a pronoun and a candidate, and the weights that were learned for them. */
import { describe, expect, it } from "vitest";
import { packageResources } from "../../src/resources.ts";
import { plainBlocks } from "../../src/segment/index.ts";
import { antecedentFeatures } from "../../src/speaker/antecedent-features.ts";
import { THIRD_PERSON } from "../../src/speaker/closed.ts";
import { readReferences } from "../../src/speaker/coreference.ts";
import { vocabularyOf } from "../../src/speaker/vocabulary.ts";
import { segment } from "./marked.ts";

const { lexicon } = packageResources();

/** Features of the last pronoun of the text and the mention of `name` that it was scored with. */
function featuresOf(text: string, name: string): Map<string, number> {
  const doc = segment(text, plainBlocks(text));
  const { words, mentions } = readReferences(doc, vocabularyOf(lexicon));
  const index = mentions.findLastIndex((one) => one.kind === "pronoun");
  const mention = mentions[index]!;
  const { entity, at } = mention.scores!.find((one) => one.entity.name === name)!;
  const pronoun = THIRD_PERSON.get(words.at(mention.head).lower)!;
  const found = new Map<string, number>();
  const before = mentions.slice(0, index);
  antecedentFeatures({ words, pronoun, mention, at, entity, before }, (key, value) => found.set(key, value));
  return found;
}

describe("antecedentFeatures", () => {
  const text = "Ana Quill waited for Ida Moe at the pier, and later she left.";

  it("tells a subject from what stands after a preposition", () => {
    const [quill, moe] = [featuresOf(text, "Ana Quill"), featuresOf(text, "Ida Moe")];
    expect(quill.get("role=subj")).toBe(1);
    expect(quill.get("roles=subj subj")).toBe(1);
    expect(moe.get("role=prep")).toBe(1);
    expect(moe.get("after for")).toBe(1);
  });

  it("counts what stands between", () => {
    const [quill, moe] = [featuresOf(text, "Ana Quill"), featuresOf(text, "Ida Moe")];
    expect(quill.get("others between")).toBeCloseTo(Math.log(2));
    expect(moe.get("others between")).toBe(0);
    expect(quill.get("commas")).toBe(1);
    expect(quill.get("distance")!).toBeGreaterThan(moe.get("distance")!);
  });

  it("knows sentences and earlier mentions", () => {
    const later = featuresOf("Ana Quill spoke. Ana Quill left. Ida Moe stayed until she slept.", "Ana Quill");
    expect(later.get("sentences")).toBe(1);
    expect(later.get("count")).toBeCloseTo(Math.log(3));
    expect(later.get("subject between in sentence")).toBe(1);
  });
});

describe("lexicon/pronoun-weights.txt", () => {
  it("weighs features by numbers, each once", () => {
    const rows = lexicon.rows("pronoun-weights");
    expect(rows.length).toBeGreaterThan(50);
    expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
    for (const [, weight] of rows) expect(Math.abs(Number(weight))).toBeLessThan(5);
  });

  it("weighs features that texts have", () => {
    const known = new Set(lexicon.rows("pronoun-weights").map(([name]) => name));
    const found = featuresOf("Ana Quill waited for Ida Moe at the pier, and later she left.", "Ana Quill");
    expect([...found.keys()].filter((name) => known.has(name)).length).toBeGreaterThan(8);
  });
});
