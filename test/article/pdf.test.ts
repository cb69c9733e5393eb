/** PDFs: reading order, paragraphs, hyphens, margins, metadata, the way back to the pages, and what is refused. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { originSpan } from "../../src/article/index.ts";
import { OnrecordError } from "../../src/schema/index.ts";
import { column, type PutText, pdf, pdfOf } from "./make-pdf.ts";
import { bodyOf, read, shown } from "./support.ts";

const LEFT = [
  "The harbour of Port Ansel will be",
  "rebuilt, the minister said. A wall for",
  "pre-",
  "and post-storm floods is to be re-",
  "built first, beside the old pier of",
  "the town.",
];
const RIGHT = [
  "Sol Marsh, who leads the opposition,",
  "said the plan was late and that the",
  "cost had been hidden from the town",
  "for a year, which nobody there liked.",
];

const failure = (bytes: Uint8Array) => read(bytes, { name: "a.pdf" }).catch((e: unknown) => e as OnrecordError);

describe("text", () => {
  it("reads two columns one after the other, below a headline that spans both", async () => {
    const headline: PutText = { x: 60, y: 60, size: 20, text: "Harbour of Port Ansel to be rebuilt, says minister" };
    const article = await read(pdf([[headline, ...column(320, 100, RIGHT), ...column(60, 100, LEFT)]]));
    expect(shown(article)).toEqual([
      "heading: Harbour of Port Ansel to be rebuilt, says minister",
      "body: The harbour of Port Ansel will be rebuilt, the minister said. A wall for pre- and post-storm floods is to be rebuilt first, beside the old pier of the town.",
      "body: Sol Marsh, who leads the opposition, said the plan was late and that the cost had been hidden from the town for a year, which nobody there liked.",
    ]);
  });

  it("keeps a label and what is said beside it on one line", async () => {
    const rows: [string, string][] = [
      ["MS REYES:", "We will rebuild the pier, and we will do it"],
      ["", "before the winter comes."],
      ["MR MARSH:", "When?"],
      ["MS REYES (rising):", "By March."],
      ["MR MARSH:", "He said so last year, and the year before that."],
    ];
    const page = rows.flatMap(([label, text], i) => [
      ...(label ? [{ x: 60, y: 60 + i * 12, text: label }] : []),
      { x: 200, y: 60 + i * 12, text },
    ]);
    expect(bodyOf(await read(pdf([page])))[0]).toBe(
      "MS REYES: We will rebuild the pier, and we will do it before the winter comes.",
    );
    expect(bodyOf(await read(pdf([page])))).toHaveLength(4);
  });

  it("labels running lines, page numbers and footnotes, and joins a paragraph over the page break", async () => {
    const page = (n: number, lines: readonly string[], note: PutText[] = []) => [
      { x: 60, y: 30, size: 8, text: `Northshore Gazette, 1${n} March 2026` },
      ...column(60, 80, lines),
      ...note,
      { x: 300, y: 780, size: 8, text: `${n}` },
    ];
    const note = { x: 60, y: 700, size: 7, text: "1 The figures are those of the port authority." };
    const article = await read(pdf([page(1, LEFT.slice(0, 2), [note]), page(2, LEFT.slice(2)), page(3, RIGHT)]));
    const lines = shown(article);
    expect(lines[1]).toMatch(/^body: The harbour .* the town\.$/);
    expect(article.blocks.filter(({ by }) => by === "pdf/running-line")).toHaveLength(3);
    expect(article.blocks.filter(({ by }) => by === "pdf/page-number")).toHaveLength(3);
    expect(article.blocks.filter(({ by }) => by === "pdf/footnote")).toHaveLength(1);
  });

  it("parts paragraphs at an indent and at a gap", async () => {
    const indented = column(60, 60, [...RIGHT, ...RIGHT]).map((line, i) => (i % 4 === 0 ? { ...line, x: 72 } : line));
    expect(bodyOf(await read(pdf([indented])))).toHaveLength(2);
    expect(bodyOf(await read(pdf([[...column(60, 60, RIGHT), ...column(60, 125, RIGHT)]])))).toHaveLength(2);
  });

  it("leads every word back to a page and an item", async () => {
    const article = await read(pdf([column(60, 60, LEFT), column(60, 60, RIGHT)]));
    expect(article.offsetMap.origin).toBe("pdf");
    for (const word of article.text.matchAll(/\S+/g)) {
      const found = originSpan(article.offsetMap, { start: word.index, end: word.index + word[0].length });
      expect(found?.start.xpath, word[0]).toMatch(/^\/page\[[12]\]\/item\[\d+\]$/);
    }
    const at = article.text.indexOf("Marsh");
    expect(originSpan(article.offsetMap, { start: at, end: at + 5 })?.start).toEqual({
      offset: 4,
      xpath: "/page[2]/item[1]",
    });
  });
});

describe("metadata", () => {
  const of = async (info: Record<string, string>, text = RIGHT) => read(pdf([column(60, 60, text)], info));
  it("takes what can be believed", async () => {
    const info = { Title: "The harbour plan", Author: "Ana Obi", CreationDate: "D:20260314101500+01'00'" };
    expect(await of(info)).toMatchObject({
      title: "The harbour plan",
      byline: "Ana Obi",
      published: "2026-03-14T10:15:00+01:00",
    });
  });
  it("takes nothing rather than something wrong", async () => {
    const info = { Title: "Microsoft Word - plan_v3.doc", Author: "admin", CreationDate: "D:20990101000000Z" };
    const article = await of(info);
    expect([article.title, article.byline, article.published]).toEqual([undefined, undefined, undefined]);
    const old = await of({ CreationDate: "D:20260314101500Z" }, ["Hearing of 3 May 2011", ...RIGHT]);
    expect(old.published).toBeUndefined();
  });
});

describe("what is refused", () => {
  it("a scan: no text layer", async () => {
    const error = await failure(pdf([[]]));
    expect(error).toMatchObject({ code: "unsupported", message: expect.stringMatching(/a\.pdf has no text layer/) });
    expect((error as OnrecordError).hint).toMatch(/OCR/);
  });

  it("a file cut off: read as far as it goes, with a message, or refused as damaged", async () => {
    const whole = pdf([column(60, 60, LEFT), column(60, 60, RIGHT)]);
    const cut = await read(whole.subarray(0, Buffer.from(whole).lastIndexOf("startxref")));
    expect(cut.messages.map(({ rule }) => rule)).toContain("pdf/truncated");
    expect(await failure(whole.subarray(0, 60))).toMatchObject({ code: "unsupported" });
  });

  it("a page tree that holds itself", async () => {
    const looped = pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]);
    expect(await failure(looped)).toBeInstanceOf(OnrecordError);
  });

  it("never fails otherwise, whatever byte is changed", async () => {
    const whole = pdf([column(60, 60, LEFT)], { Title: "Plan" });
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const bytes = whole.slice();
        for (const { at, to } of changes) if (at > 8) bytes[at] = to;
        const result = await failure(bytes);
        if (!("text" in result)) expect(result).toBeInstanceOf(OnrecordError);
      }),
      { numRuns: 60, seed: 7 },
    );
  }, 60_000);
});
