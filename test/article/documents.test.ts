/** DOCX, EPUB and subtitles: what is read of them, what is left out, and hostile zip files. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { originSpan } from "../../src/article/index.ts";
import { type Article, OnrecordError } from "../../src/schema/index.ts";
import { docx, epub, wp, zip } from "./make-zip.ts";
import { read, shown } from "./support.ts";

const failure = (bytes: Uint8Array) => read(bytes, { name: "a.x" }).catch((e: unknown) => e as OnrecordError);

function everyWordLeadsBack(article: Article, xpath: RegExp): void {
  for (const word of article.text.matchAll(/\S+/g)) {
    const found = originSpan(article.offsetMap, { start: word.index, end: word.index + word[0].length });
    expect(found?.start.xpath, word[0]).toMatch(xpath);
  }
}

describe("DOCX", () => {
  const NOTE = '<w:footnote w:id="5"><w:p><w:r><w:t>From the port authority.</w:t></w:r></w:p></w:footnote>';
  const tracked =
    '<w:p><w:r><w:t>We will </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins><w:r><w:t>surely </w:t></w:r></w:ins><w:r><w:t>pay</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r><w:r><w:t>.</w:t></w:r></w:p>';
  const table = `<w:tbl><w:tr><w:tc>${wp("Cost")}</w:tc><w:tc>${wp("4bn crowns")}</w:tc></w:tr></w:tbl>`;

  it("reads headings, quotations, tables and notes; deletions, marks of notes and headers are left out", async () => {
    const body = wp("What comes next", "Heading1") + tracked + wp("Nobody loses a home.", "Quote") + table;
    const article = await read(docx(body, { footnotes: NOTE }));
    expect(shown(article)).toEqual([
      "heading: What comes next",
      "body: We will surely pay.",
      "quote: Nobody loses a home.",
      "body: Cost",
      "body: 4bn crowns",
      "other-residue: From the port authority.",
    ]);
    expect(article.offsetMap.origin).toBe("docx");
    everyWordLeadsBack(article, /^\/html\/body\/.*text\(\)/);
  });

  it("takes title and author; a date only if the text bears it out", async () => {
    const core =
      "<dc:title>The harbour plan</dc:title><dc:creator>Ana Obi</dc:creator><dcterms:created>2026-03-14T09:00:00Z</dcterms:created>";
    const plain = await read(docx(wp("We will pay."), { core }));
    expect(plain).toMatchObject({ title: "The harbour plan", byline: "Ana Obi" });
    expect(plain.published).toBeUndefined();
    expect((await read(docx(wp("Statement of 13 March 2026"), { core }))).published).toBe("2026-03-14T09:00:00Z");
  });

  it("refuses a bomb before it is unpacked, and one that lies about its size", async () => {
    const zeros = new Uint8Array(2 ** 20);
    expect(
      await failure(docx(wp("x"), { others: [{ name: "word/big.xml", data: zeros, size: 40 * 2 ** 20 }] })),
    ).toMatchObject({
      code: "too-large",
    });
    const liar = docx(wp("x"), { others: [{ name: "word/big.xml", data: zeros, size: 10 }] });
    expect(await failure(liar)).toMatchObject({ code: "unsupported" });
  });

  it("never fails otherwise, whatever byte is changed", async () => {
    const whole = docx(tracked, { footnotes: NOTE });
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = whole.slice();
        for (const { at, to } of changes) if (at > 3) bytes[at] = to;
        const result = await failure(bytes);
        if (!("text" in result)) expect(result).toBeInstanceOf(OnrecordError);
      }),
      { numRuns: 100, seed: 7 },
    );
  }, 60_000);
});

describe("EPUB", () => {
  it("reads chapters in the order of the spine, without contents and marks of notes", async () => {
    const first =
      '<h1>One</h1><p><a id="p1"/>We will pay<sup><a href="#n1">1</a></sup>.</p><aside epub:type="footnote" id="n1"><p>In May.</p></aside>';
    const meta = "<dc:title>The Harbour</dc:title><dc:creator>Ana Obi</dc:creator><dc:language>en-GB</dc:language>";
    const article = await read(epub([first, "<p>He refused.</p>"], meta));
    expect(shown(article)).toEqual([
      "heading: One",
      "body: We will pay.",
      "other-residue: In May.",
      "body: He refused.",
    ]);
    expect(article).toMatchObject({ title: "The Harbour", byline: "Ana Obi", language: "en" });
    everyWordLeadsBack(article, /^OEBPS\/text\/ch [01]\.xhtml#\/html\/body\//);
  });

  it("refuses one without chapters", async () => {
    expect(await failure(epub([]))).toMatchObject({
      code: "unsupported",
      message: expect.stringMatching(/list of chapters/),
    });
  });
});

describe("other zip files", () => {
  it.each([
    ["xl/workbook.xml", /an Excel workbook/],
    ["ppt/presentation.xml", /PowerPoint/],
    ["content.xml", /OpenDocument/],
    ["readme.txt", /a zip file/],
  ])("%s is refused by name", async (name, message) => {
    const error = await failure(zip([{ name, data: "x" }]));
    expect(error).toMatchObject({ code: "binary", message: expect.stringMatching(message) });
  });
  it("and a zip file cut off", async () => {
    expect(await failure(docx(wp("x")).subarray(0, 900))).toMatchObject({ code: "unsupported" });
  });
});

describe("subtitles", () => {
  it("reads WebVTT voices as labels and puts the times of the cues apart", async () => {
    const vtt =
      "WEBVTT\n\nNOTE by hand\n\n1\n00:01.000 --> 00:04.000\n<v Ada Quill>We will rebuild\n\n00:04.000 --> 00:06.000\n<v Ada Quill>the <i>pier</i> &amp; wall.\n\n00:07.000 --> 00:09.000\n<v Sol Marsh>When?\n";
    const article = await read(vtt);
    expect(shown(article)).toEqual([
      "time: 00:01.000 --> 00:04.000",
      "body: Ada Quill: We will rebuild the pier & wall.",
      "time: 00:07.000 --> 00:09.000",
      "body: Sol Marsh: When?",
    ]);
    const at = article.text.indexOf("wall");
    expect(vtt.slice(originSpan(article.offsetMap, { start: at, end: at + 4 })!.start.offset)).toMatch(/^wall/);
  });
  it("reads SubRip with labels", async () => {
    const srt =
      "1\r\n00:00:01,000 --> 00:00:04,000\r\nQUILL: We will\r\nrebuild it.\r\n\r\n2\r\n00:00:05,000 --> 00:00:06,000\r\n>> MARSH: When?\r\n";
    expect(shown(await read(srt)).filter((line) => line.startsWith("body"))).toEqual([
      "body: QUILL: We will rebuild it.",
      "body: MARSH: When?",
    ]);
  });
});
