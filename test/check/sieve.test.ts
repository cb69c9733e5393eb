/** What is passed over cannot have mattered: every case that finds something in the story measures the story. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChoice, createSieve } from "../../src/check/index.ts";
import { CASES } from "./cases.ts";
import { STORY_SOURCE } from "./story.ts";

const { text } = STORY_SOURCE.reading.article;
const NOTHING = new Set(["not-found", "unchecked"]);
const sieve = (words: string, speaker?: string) =>
  createSieve([{ span: { start: 0, end: words.length }, words, ...(speaker !== undefined && { speaker }) }]);
const most = (measures: readonly number[]) => Math.max(0, ...measures);

describe("the sieve of sources", () => {
  it.each(CASES.filter(([, , verdict]) => !NOTHING.has(verdict)).map(([speaker, words]) => [speaker, words] as const))(
    "lets through %s: %s",
    (speaker, words) => {
      expect(most(sieve(words, speaker)(text))).toBeGreaterThan(0);
      expect(most(sieve(words)(`${"Rain fell on the square. ".repeat(40)}\n${text}`))).toBeGreaterThan(0);
    },
  );

  it("passes over what has nothing of the words", () => {
    expect(most(sieve("Fish stocks have never been better")("The council met to talk about the old pier."))).toBe(0);
    expect(most(sieve("We are building a bridge to the island")(text))).toBe(0);
    expect(most(createSieve([])(text))).toBe(0);
  });

  it("puts the same words before nearly the same, and the speaker's before others'", () => {
    const measure = sieve("They can keep the tugs", "Bo Lind");
    const [own, other, near] = [
      "“They can keep the tugs,” Lind said.",
      "“They can keep the tugs,” Moe said.",
      "Lind said they can keep tugs.",
    ].map((one) => most(measure(one)));
    expect(own).toBeGreaterThan(other!);
    expect(other).toBeGreaterThan(near!);
    expect(near).toBeGreaterThan(0);
  });

  it("measures whatever holds the words, anywhere", () => {
    const word = fc.stringMatching(/^[a-z]{2,7}$/);
    const words = fc.array(word, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.array(word, { maxLength: 400 }), fc.nat(), (quoted, around, x) => {
        const at = x % (around.length + 1);
        const source = [...around.slice(0, at), ...quoted, ...around.slice(at)].join(" ");
        expect(most(sieve(quoted.join(" "))(source))).toBeGreaterThanOrEqual(2);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("chooses the best for every quotation, in the order in which they came", () => {
    const choice = createChoice<number>();
    for (let i = 0; i < 100; i++) choice.add(i, [i === 40 ? 3 : 1, i === 70 ? 0.5 : 0, 100 - i]);
    const chosen = choice.chosen();
    expect(chosen).toEqual([...Array(12).keys(), 40, 70]);
    expect(createChoice<number>().chosen()).toEqual([]);
  });
});
