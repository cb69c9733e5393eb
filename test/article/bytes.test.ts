/** Bytes: charsets, binary data, what is refused and how. */
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeBytes } from "../../src/article/bytes/decode.ts";
import { OnrecordError } from "../../src/schema/index.ts";
import { read } from "./support.ts";

const TEXT = "Zoë Reyes said: “We won’t sign.” It would cost £40m, she added – or €46m.";
const utf8 = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array, contentType?: string) => decodeBytes(bytes, "x.txt", contentType);

/** Bytes without a pattern, always the same ones (Park and Miller's generator). */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return state >> 8;
  });
}

describe("charset", () => {
  it.each([
    ["UTF-8", utf8(TEXT), undefined, TEXT],
    ["UTF-8 with a mark", utf8(`\uFEFF${TEXT}`), undefined, TEXT],
    ["UTF-16 with a mark", iconv.encode(TEXT, "utf-16le", { addBOM: true }), undefined, TEXT],
    ["UTF-16 big-endian with a mark", iconv.encode(TEXT, "utf-16be", { addBOM: true }), undefined, TEXT],
    ["UTF-16 without a mark", iconv.encode(TEXT, "utf-16le"), undefined, TEXT],
    ["Windows-1252 by guess", iconv.encode(TEXT.repeat(5), "windows-1252"), undefined, TEXT.repeat(5)],
    [
      "Latin-1 in the header is Windows-1252",
      iconv.encode(TEXT, "windows-1252"),
      "text/plain; charset=ISO-8859-1",
      TEXT,
    ],
    ["a header that lies against valid UTF-8", utf8(TEXT), 'text/html; charset="gbk"', TEXT],
    ["a meta that lies against valid UTF-8", utf8(`<meta charset=gbk>${TEXT}`), undefined, `<meta charset=gbk>${TEXT}`],
    [
      "a meta that is right",
      iconv.encode('<meta charset="windows-1251">Сказал он.', "windows-1251"),
      undefined,
      '<meta charset="windows-1251">Сказал он.',
    ],
    [
      "a header for an old charset",
      iconv.encode("彼は言った。", "shift_jis"),
      "text/plain; charset=Shift_JIS",
      "彼は言った。",
    ],
    [
      "a charset that only iconv-lite knows",
      iconv.encode("Zoë said so.", "cp437"),
      "text/plain; charset=cp437",
      "Zoë said so.",
    ],
    ["UTF-8 cut off in a character", utf8(TEXT.repeat(3)).slice(0, -6), undefined, undefined],
  ])("%s", async (_, bytes, contentType, expected) => {
    const { text } = await decode(bytes, contentType);
    if (expected === undefined) expect(text).toContain("“We won’t sign.”");
    else expect(text).toBe(expected);
  });

  it("replaces a broken byte in a text that is UTF-8 otherwise", async () => {
    const bytes = utf8(TEXT.repeat(4));
    bytes[10] = 0xff;
    const { text } = await decode(bytes);
    expect(text).toContain("“We won’t sign.”");
    expect(text).toContain("\ufffd");
  });

  it("reads a text with some NULs", async () => {
    const article = await read(utf8(`${TEXT}\0${TEXT}\n${TEXT}`));
    expect(article.text).toBe(`${TEXT}\0${TEXT}\n${TEXT}`);
  });
});

describe("what is refused", () => {
  it.each([
    ["a PDF", utf8("%PDF-1.7 ..."), {}, "unsupported", /a\.x is a damaged PDF/],
    ["a zip file", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), {}, "unsupported", /zip/],
    ["a PNG", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), {}, "binary", /PNG/],
    ["noise without a pattern", noise(3000), {}, "binary", /binary data/],
    ["noise", Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 29), {}, "binary", /binary data/],
    ["nothing", new Uint8Array(), {}, "empty", /no text/],
    ["white space", " \n\t\u00a0\n", {}, "empty", /no text/],
    ["NULs", "\0\0\0", {}, "empty", /no text/],
    ["a page without text", "<html><body><script>1</script></body></html>", {}, "empty", /no text/],
    [
      "an unknown charset",
      Uint8Array.from([0xe9, 0x20, 0xe8]),
      { contentType: "text/plain; charset=x-klingon" },
      "charset",
      /“x-klingon”/,
    ],
    ["an unknown format", "Text.", { format: "wordstar" as never }, "bad-option", /“wordstar”/],
    ["a document given as a text", "Text.", { format: "docx" as const }, "bad-option", /read from bytes/],
    ["an old Word file", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), {}, "binary", /\.doc/],
    ["a recording", utf8("ID3 ..."), {}, "binary", /MP3/],
  ])("%s", async (_, input, options, code, message) => {
    const error = await read(input, { name: "a.x", ...options }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OnrecordError);
    expect((error as OnrecordError).code).toBe(code);
    expect((error as OnrecordError).message).toMatch(message);
  });

  it("more than 100 MB, before it is looked at", async () => {
    const error = await read({ length: 101 * 1024 * 1024 } as Uint8Array, { name: "big.txt" }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: "too-large", message: "big.txt has 101 MB; the limit is 100 MB." });
  });
});

describe("format", () => {
  it.each([
    ["html", "<!DOCTYPE html><p>One is here.</p>", {}],
    ["html", "<!-- saved --><html><p>One is here.</p>", { name: "a.txt" }],
    ["html", "<div><p>One is here.</p><p>Two is here.</p></div>", {}],
    ["html", "<p>One is here.", { contentType: "text/html; charset=utf-8" }],
    ["markdown", "# One\n\nTwo is **here**.", {}],
    ["markdown", "One *is* here.", { name: "a.md" }],
    ["markdown", "---\ntitle: A\n---\nOne.", {}],
    ["text", "One is *here*.", {}],
    ["text", "#1 is here. [Laughter.] 3 < 4 > 2", {}],
    ["text", "One is **here** and # there.", { name: "a.txt" }],
  ])("%s <- %s %o", async (format, input, options) => {
    const article = await read(input, options);
    const told = article.offsetMap.origin === "dom" ? "html" : (article.blocks[0]!.by.split("/", 1)[0] ?? "");
    expect(told).toBe(format);
  });
});

describe("language", () => {
  it.each([
    ["en", "The minister said that the bridge would stay closed for a year, and that nobody had asked him."],
    ["en", "Talks collapsed yesterday; union leaders promised further walkouts nationwide before Christmas."],
    ["de", "Der Minister sagte, die Brücke bleibe ein Jahr lang geschlossen, und niemand habe ihn gefragt."],
    ["fr", "Le ministre a déclaré que le pont resterait fermé pendant un an et que personne ne l’avait consulté."],
    [undefined, "No deal, he said."],
  ])("%s <- %s", async (language, text) => {
    const article = await read(text);
    expect(article.language).toBe(language);
    const notes = article.messages.map((message) => message.rule);
    expect(notes).toEqual(language === undefined || language === "en" ? [] : ["language/not-read"]);
  });
});
