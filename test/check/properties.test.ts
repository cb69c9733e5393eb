/** What must hold of every quotation: a part of what was said never fails, a changed one never passes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quotedWords } from "../../src/check/words.ts";
import { judge, sourceOf } from "./story.ts";

/** Words without a negation, a condition or a limit, so that no part that is left out can change the sense of the rest. */
const WORDS =
  "boats carry heavy timber along green rivers past old mills where young crews load grain into deep holds at dawn".split(
    " ",
  );
const word = fc.constantFrom(...WORDS);
const sentence = fc.array(word, { minLength: 4, maxLength: 12 }).map((words) => `${words.join(" ")}.`);
const said = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(" "));

function sourceWith(words: string) {
  const text = `“${words}” Ana Quill said.`;
  return sourceOf({ text, statements: [{ speaker: "Ana Quill", kind: "direct", content: [`“${words}”`] }] });
}

const verdictOf = (words: string, all: string): string => judge(words, "Ana Quill", [sourceWith(all)]).verdict;
const run = (property: Parameters<typeof fc.assert>[0]) => fc.assert(property, { seed: 11, numRuns: 300 });

/** The text of words [a, b). */
function part(text: string, a: number, b: number): string {
  const words = quotedWords(text);
  return text.slice(words[a]!.start, words[b - 1]!.end);
}

const PASSES = ["exact", "trimmed", "inserted"];

describe("check", () => {
  it("finds every verbatim part of a statement exact or trimmed", () => {
    run(
      fc.property(said, fc.nat(), fc.nat(), (all, x, y) => {
        const count = quotedWords(all).length;
        const a = x % (count - 2);
        const b = a + 3 + (y % (count - a - 2));
        expect(["exact", "trimmed"]).toContain(verdictOf(part(all, a, b), all));
      }),
    );
  });

  it("finds the whole statement exact", () => {
    run(
      fc.property(said, (all) => {
        expect(verdictOf(all, all)).toBe("exact");
      }),
    );
  });

  it("never finds a changed, added or missing word exact", () => {
    const change = fc.constantFrom("swap", "add", "drop");
    run(
      fc.property(said, fc.nat(), change, (all, x, how) => {
        const words = quotedWords(all).map(({ text }) => text);
        const at = 1 + (x % (words.length - 2));
        const changed =
          how === "swap"
            ? words.with(at, "zebra")
            : how === "add"
              ? words.toSpliced(at, 0, "zebra")
              : words.toSpliced(at, 1);
        const draft = changed.join(" ");
        fc.pre(!all.replace(/\./g, "").includes(draft));
        expect(PASSES).not.toContain(verdictOf(draft, all));
      }),
    );
  });

  it("never passes a negation that is dropped or added", () => {
    run(
      fc.property(said, fc.nat(), fc.constantFrom("not", "never", "if", "may", "nearly", "9"), (all, x, small) => {
        const words = quotedWords(all).map(({ text }) => text);
        const at = 1 + (x % (words.length - 2));
        const longer = words.toSpliced(at, 0, small).join(" ");
        expect(PASSES).not.toContain(verdictOf(words.join(" "), `${longer}.`));
        expect(PASSES).not.toContain(verdictOf(longer, `${words.join(" ")}.`));
      }),
    );
  });

  it("never finds parts in another order exact", () => {
    run(
      fc.property(said, fc.nat(), (all, x) => {
        const words = quotedWords(all).map(({ text }) => text);
        const cut = 1 + (x % (words.length - 1));
        const turned = [...words.slice(cut), ...words.slice(0, cut)].join(" ");
        fc.pre(!all.replace(/\./g, "").includes(turned));
        expect(verdictOf(turned, all)).not.toBe("exact");
      }),
    );
  });

  it("never passes words that somebody else said", () => {
    run(
      fc.property(said, (all) => {
        expect(judge(all, "Bo Lind", [sourceWith(all)]).verdict).toBe("wrong-speaker");
      }),
    );
  });

  it("judges any text without failing", () => {
    run(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), said, (words, all) => {
        expect(typeof judge(words, "Ana Quill", [sourceWith(all)]).verdict).toBe("string");
      }),
    );
  });
});
