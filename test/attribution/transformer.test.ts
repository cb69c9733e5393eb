/** What stands between the text and the transformer. */
import { describe, expect, test } from "vitest";
import { createStateReader } from "../../src/attribution/transformer.ts";
import { windowsOf } from "../../src/attribution/windows.ts";
import { packageResources } from "../../src/resources.ts";
import { createSegmenter, plainBlocks } from "../../src/segment/index.ts";

const { lexicon, model } = packageResources();
const segment = createSegmenter(lexicon, model("pos.bin"));

const [CLS, SEPARATOR] = [1, 2];
/** A piece a letter. */
const piecesOf = (token: string): number[] => [...token].map((letter) => letter.codePointAt(0)!);

describe("states", () => {
  /** A transformer whose state of a piece is its id and its place in the chunk. */
  const chunks: number[][] = [];
  const read = createStateReader({
    size: 2,
    cls: CLS,
    separator: SEPARATOR,
    piecesOf,
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
    chunks.length = 0;
    const states = await read(doc, windows);
    windows.forEach((window, w) => {
      expect(states[w]!.length).toBe(2 * window.length);
      for (const stretch of window.stretches) {
        expect(states[w]![2 * (stretch.start - 1)]).toBe(SEPARATOR);
        for (let i = stretch.start; i < stretch.end; i++) {
          const token = stretch.firstToken + i - stretch.start;
          const word = text.slice(doc.tokens.start[token], doc.tokens.end[token]);
          expect(states[w]![2 * i]).toBe(piecesOf(word)[0]);
        }
      }
    });
    for (const chunk of chunks) {
      expect(chunk[0]).toBe(CLS);
      expect(chunk.length).toBeLessThanOrEqual(500);
    }
  });
});
