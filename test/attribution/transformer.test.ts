/** What stands between the text and the transformer. The ids were made with Hugging Face's tokenizers 0.23 from the same vocabulary. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createStateReader } from "../../src/attribution/transformer/states.ts";
import { createWordPiece } from "../../src/attribution/transformer/wordpiece.ts";
import { windowsOf } from "../../src/attribution/windows.ts";
import { packageResources } from "../../src/resources.ts";
import { createSegmenter, plainBlocks } from "../../src/segment/index.ts";

const vocabulary = readFileSync(new URL("../../engines/accurate/vocab.txt", import.meta.url), "utf8");
const { lexicon, model } = packageResources();
const segment = createSegmenter(lexicon, model("pos.bin"));

describe("WordPiece", () => {
  const wordPiece = createWordPiece(vocabulary);
  test.each([
    ["Zelenskyy’s", [27838, 7770, 5874, 2100, 1521, 1055]],
    ["naïve", [15743]],
    ["Çelik", [8292, 18393]],
    ["İstanbul", [9960]],
    ["北京", [1781, 1755]],
    ["e-mail", [1041, 1011, 5653]],
    ["$5", [1002, 1019]],
    ["don't", [2123, 1005, 1056]],
    ["U.S.", [1057, 1012, 1055, 1012]],
    ["a\u0301b", [11113]],
    ["½", [1092]],
    ["🙂", [100]],
    ["\u200b", [100]],
    ["x".repeat(101), [100]],
  ])("%s", (token, ids) => {
    expect(wordPiece.pieces(token)).toEqual(ids);
  });

  test("gives one to eight ids for any token", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 40 }), (token) => {
        const ids = wordPiece.pieces(token);
        expect(ids.length).toBeGreaterThanOrEqual(1);
        expect(ids.length).toBeLessThanOrEqual(8);
      }),
      { seed: 4 },
    );
  });
});

describe("states", () => {
  /** A transformer whose state of a piece is its id and its place in the chunk. */
  const chunks: number[][] = [];
  const read = createStateReader({
    size: 2,
    vocabulary,
    encode: async (all) => {
      chunks.push(...all.map((ids) => [...ids]));
      return all.map((ids) => Float32Array.from(ids.flatMap((id, at) => [id, at])));
    },
  });

  test.each([
    ["a short text", "“We lost,” Ada Quill said.\n\nSol Marsh wants a vote."],
    ["a paragraph longer than a chunk", "Zelenskyy’s naïve e-mail said nothing of it. ".repeat(60)],
  ])("each position gets the state of its first piece: %s", async (_, text) => {
    const doc = segment(text, plainBlocks(text));
    const windows = [...windowsOf(doc, 200, () => true)];
    const wordPiece = createWordPiece(vocabulary);
    chunks.length = 0;
    const states = await read(doc, windows);
    windows.forEach((window, w) => {
      expect(states[w]!.length).toBe(2 * window.length);
      for (const stretch of window.stretches) {
        expect(states[w]![2 * (stretch.start - 1)]).toBe(wordPiece.separator);
        for (let i = stretch.start; i < stretch.end; i++) {
          const token = stretch.firstToken + i - stretch.start;
          const word = text.slice(doc.tokens.start[token], doc.tokens.end[token]);
          expect(states[w]![2 * i]).toBe(wordPiece.pieces(word)[0]);
        }
      }
    });
    for (const chunk of chunks) {
      expect(chunk[0]).toBe(wordPiece.cls);
      expect(chunk.length).toBeLessThanOrEqual(500);
    }
  });
});
