/** What holds for every text: tokens tile it, sentences and paragraphs tile the tokens, quotations nest, nothing throws. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packageResources } from "../../src/resources.ts";
import { BLOCK_KINDS, type Block, type Doc } from "../../src/schema/index.ts";
import { createSegmenter, plainBlocks } from "../../src/segment/index.ts";

const resources = packageResources();
const segment = createSegmenter(resources.lexicon, resources.model("pos.bin"));
const RUNS = { seed: 20260311, numRuns: 1500 };

const snippets = fc.constantFrom(
  ..."“ ” \" '' `` ‘ ’ ' ` „ ‚ « » ‹ › . ... … ? ! , : ; - -- — ( ) [ ] @ # % £ & / \\ _ 6\" U.S. Mr. No. 1 2,5 a.m. Oona said he ’em n’t 's x@y.org www.a.org http:// 👍 𝐀 \ud800 \udc00 \u0000 \u200d \u0301 \u202e \u00ad I J. Inc. \u3000 \u2028 \ufeff".split(
    / (?! )/,
  ),
  " ",
  "  ",
  "\n",
  "\t",
);
const texts = fc.oneof(
  fc.array(snippets, { maxLength: 40 }).map((parts) => parts.join("")),
  fc.array(snippets, { maxLength: 30 }).map((parts) => parts.join(" ")),
  fc.string({ unit: "binary", maxLength: 80 }),
);

function blocksOf(text: string, kinds: readonly number[]): Block[] {
  return plainBlocks(text).map((block, i) => ({ ...block, kind: BLOCK_KINDS[(kinds[i] ?? 0) % BLOCK_KINDS.length]! }));
}

const docs = fc
  .tuple(texts, fc.array(fc.integer({ min: 0, max: 17 }), { maxLength: 6 }))
  .map(([text, kinds]) => segment(text, blocksOf(text, kinds)));

function gaps(doc: Doc): string[] {
  const { text, tokens } = doc;
  const edges = [...tokens.start.slice(0, tokens.count), text.length];
  return edges.map((start, i) => text.slice(i === 0 ? 0 : tokens.end[i - 1], start));
}

describe("for any text", () => {
  test("tokens tile it: between them is white space only, inside them none", () => {
    fc.assert(
      fc.property(docs, (doc) => {
        for (const gap of gaps(doc)) expect(gap.trim()).toBe("");
        for (let i = 0; i < doc.tokens.count; i++) {
          const [start, end] = [doc.tokens.start[i]!, doc.tokens.end[i]!];
          expect(end).toBeGreaterThan(start);
          expect(doc.text.slice(start, end)).not.toMatch(/\s/);
        }
      }),
      RUNS,
    );
  });

  test("sentences tile the tokens and never leave their paragraph", () => {
    fc.assert(
      fc.property(docs, ({ tokens, sentences, paragraphs }) => {
        let token = 0;
        let sentence = 0;
        for (const paragraph of paragraphs) {
          expect([paragraph.firstToken, paragraph.firstSentence]).toEqual([token, sentence]);
          for (; sentence < paragraph.endSentence; sentence++) {
            const { firstToken, endToken, start, end } = sentences[sentence]!;
            expect(firstToken).toBe(token);
            expect(endToken).toBeGreaterThan(firstToken);
            expect([start, end]).toEqual([tokens.start[firstToken], tokens.end[endToken - 1]]);
            expect(start).toBeGreaterThanOrEqual(paragraph.start);
            expect(end).toBeLessThanOrEqual(paragraph.end);
            token = endToken;
          }
          expect(paragraph.endToken).toBe(token);
        }
        expect(token).toBe(tokens.count);
        expect(sentence).toBe(sentences.length);
      }),
      RUNS,
    );
  });

  test("quotations are sorted and nest; each begins and ends at a token, inside one paragraph", () => {
    fc.assert(
      fc.property(docs, ({ tokens, quotes, paragraphs }) => {
        const starts = new Set(tokens.start.slice(0, tokens.count));
        const ends = new Set(tokens.end.slice(0, tokens.count));
        const open: number[] = [];
        quotes.forEach((quote, i) => {
          expect(starts.has(quote.start) && ends.has(quote.end)).toBe(true);
          expect(quote.start).toBeGreaterThanOrEqual(quotes[i - 1]?.start ?? 0);
          while (open.length > 0 && open.at(-1)! <= quote.start) open.pop();
          expect(quote.depth).toBe(open.length);
          if (open.length > 0) expect(quote.end).toBeLessThanOrEqual(open.at(-1)!);
          open.push(quote.end);
          expect(paragraphs.some(({ start, end }) => start <= quote.start && quote.end <= end)).toBe(true);
        });
      }),
      RUNS,
    );
  });

  test("the same text gives the same Doc, and marks are told of by a span that slices to one", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const doc = segment(text, plainBlocks(text));
        expect(segment(text, plainBlocks(text))).toEqual(doc);
        for (const { span } of doc.messages)
          expect(text.slice(span!.start, span!.end)).toMatch(/^(?:["“”„‟＂‘’'«»‹›]|''|``)$/);
      }),
      { ...RUNS, numRuns: 500 },
    );
  });

  test("blocks that overlap or leave the text do no harm", () => {
    const bound = fc.integer({ min: 0, max: 60 });
    const blocks = fc.array(
      fc.record({ start: bound, end: bound, kind: fc.constant("body" as const), by: fc.constant("test") }),
    );
    fc.assert(
      fc.property(texts, blocks, (text, wild) => {
        const { tokens } = segment(text, wild);
        for (let i = 1; i < tokens.count; i++) expect(tokens.start[i]).toBeGreaterThanOrEqual(tokens.end[i - 1]!);
      }),
      { ...RUNS, numRuns: 500 },
    );
  });
});

describe("hostile lengths are read at linear cost", () => {
  const LONG = 100_000;
  const units = [
    '"',
    "“",
    "”",
    "'",
    "’",
    "‘ ",
    "«",
    "»",
    '" ',
    "“‘",
    "”’",
    "' a",
    ".",
    "...a",
    "U.S.",
    "a.",
    "a@",
    "a-",
    "a'",
    "@",
    "#",
    "http://",
    "www.a ",
    "\u00ad",
    "Mr. ",
    '6" ',
    "No. ",
    "-",
    "(",
    "\ud800",
    "n't'",
  ];
  test.each(units)("%j", (unit) => {
    const text = unit.repeat(LONG);
    const doc = segment(text, plainBlocks(text));
    expect(doc.tokens.end[doc.tokens.count - 1]).toBe(text.trimEnd().length);
  });
  test("a quotation of 5,000 characters is one quotation", () => {
    const text = `“${"We will rebuild the pier. ".repeat(200).trim()}” Reyes said.`;
    const doc = segment(text, plainBlocks(text));
    expect(doc.quotes).toHaveLength(1);
    expect(doc.sentences.length).toBe(201);
  });
});
