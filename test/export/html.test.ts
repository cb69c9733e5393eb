/** The page: whatever an article says stays text; every statement has its card, and its marks in the words. */
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { FORMATS, toHtml } from "../../src/export/index.ts";
import type { Reading } from "../../src/schema/index.ts";
import { reading, type Sketch } from "./make.ts";
import { pier } from "./pier.ts";

const documentOf = (html: string) => parseHTML(html).document;
const textOf = (node: { textContent: string | null } | null | undefined) => node?.textContent ?? "";
const all = (html: string, selector: string) => [...documentOf(html).querySelectorAll(selector)];

const NASTY = [
  "</script><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "<b>bold</b> & </style>",
  "' onmouseover='alert(1)",
  "<!-- open",
  "&lt;kept&gt; &amp;",
  "]]>",
];

/** A reading with the words in every place that a page shows. */
function everywhere(words: string): Reading {
  const given: Sketch = {
    source: [words],
    cue: [["said", 0]],
    content: [[words, 1]],
    conditions: [["if", [words, 1]]],
    speaker: words,
    addressee: { name: words, confidence: 0.9 },
    via: { name: words, confidence: 0.9 },
    where: { name: words, confidence: 0.9 },
    saidAt: { value: words, implied: false, confidence: 1 },
  };
  return reading({
    text: `${words} said ${words}\n${words}`,
    statements: [given],
    roles: { [words]: [words] },
    kinds: {},
    messages: [{ rule: "a/b", text: words }],
    article: {
      id: words,
      title: `${words}!`,
      publisher: words,
      byline: words,
      published: words,
      url: words,
      language: words,
    },
  });
}

describe("hostile words", () => {
  const harmless = (html: string) => {
    expect(all(html, "script")).toHaveLength(1);
    expect(all(html, "style")).toHaveLength(1);
    expect(all(html, "img, b:not(.who > b)")).toEqual([]);
    for (const element of all(html, "*")) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on/);
        if (name === "href") expect(value).toMatch(/^#|^https?:/);
      }
    }
  };

  it.each(NASTY.map((words) => [words]))("%s stays text, wherever it stands", (words) => {
    const html = toHtml(everywhere(words));
    harmless(html);
    const document = documentOf(html);
    expect(textOf(document.querySelector("title"))).toBe(`${words}!`);
    expect(textOf(document.querySelector("h1"))).toBe(`${words}!`);
    expect(textOf(document.querySelector(".card .who"))).toContain(words);
    expect(textOf(document.querySelector("article .row:last-of-type > p"))).toContain(words);
    const options = { many: true };
    const { begin, article, end } = FORMATS.html;
    harmless(begin(options) + article(everywhere(words), 1, options) + end(options));
  });

  it("a javascript: address is no link", () => {
    const html = toHtml(reading({ text: "x", article: { url: "javascript:alert(1)" } }));
    expect(html).not.toContain("javascript:");
  });

  it("control characters and lone surrogates do not break the page", () => {
    const text = "a\0b\u001b[31mc\ud800d\u202ee";
    const html = toHtml(reading({ text, statements: [{ content: [text] }] }));
    expect(html).not.toMatch(/[\0\u001b]/);
    expect(textOf(documentOf(html).querySelector("article"))).toContain("b\ufffd[31mc");
  });

  it("nothing is loaded from elsewhere, by policy", () => {
    const html = toHtml(pier);
    expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/);
    expect(html).not.toMatch(/ src=|@import|url\(/);
  });
});

/** The marked pieces of a page's text: `words {role role}`. */
const pieces = (html: string) =>
  all(html, "span.m[data-s]").map((e) => `${textOf(e)} {${e.getAttribute("data-s")}: ${e.className}}`);

describe("marks", () => {
  it("of a nested statement lie inside the outer one's, and pointing means the inner", () => {
    const html = toHtml(
      reading({
        text: "The Post said that Ann said no.",
        statements: [
          { source: ["The Post"], cue: ["said"], content: ["that Ann said no"] },
          { source: ["Ann"], cue: [["said", 1]], content: ["no"], parent: "s1" },
        ],
      }),
    );
    expect(pieces(html)).toEqual([
      "The Post {1: m source}",
      "said {1: m cue}",
      "that  {1: m content}",
      "Ann {1 2: m content source}",
      "  {1: m content}",
      "said {1 2: m content cue}",
      "  {1: m content}",
      "no {1 2: m content deep}",
    ]);
  });

  it("of overlapping spans are cut at every edge", () => {
    const html = toHtml(reading({ text: "abcdef", statements: [{ content: ["abcd"] }, { content: ["cdef"] }] }));
    expect(pieces(html)).toEqual(["ab {1: m content}", "cd {1 2: m content deep}", "ef {2: m content}"]);
  });

  it("of a statement over two paragraphs stand in both", () => {
    const html = toHtml(reading({ text: "“One.\n“Two.”", statements: [{ content: ["“One.\n“Two.”"] }] }));
    expect(pieces(html)).toEqual(["“One. {1: m content}", "“Two.” {1: m content}"]);
    expect(all(html, ".ref")).toHaveLength(1);
  });

  it("leave the text as it is, to the letter", () => {
    const document = documentOf(toHtml(pier));
    for (const ref of document.querySelectorAll(".ref, .cards")) ref.remove();
    const shown = [...document.querySelectorAll("h1, .row > p")].map(textOf);
    const read = pier.article.blocks.filter((b) => !["newsletter", "credit"].includes(b.kind));
    expect(shown).toEqual(read.map((b) => pier.article.text.slice(b.start, b.end)));
  });
});

describe("the page", () => {
  const html = toHtml(pier);

  it("has a card for each statement, linked both ways", () => {
    const ids = new Set(all(html, "[id]").map((e) => e.id));
    expect(all(html, ".card").map((e) => e.id)).toEqual(pier.statements.map((_, i) => `c${i + 1}`));
    for (const link of all(html, 'a[href^="#"]')) expect(ids).toContain(link.getAttribute("href")!.slice(1));
  });

  it("keeps what is not the report apart", () => {
    expect(all(html, ".residue").map(textOf)).toEqual([
      "newsletter, kept apart: Sign up to The Tide at Noon, our daily newsletter",
      "credit, kept apart: Photograph: Ivo Marsh/The Tide",
    ]);
  });

  it("with several articles has no id twice", () => {
    const options = { many: true };
    const { begin, article, end } = FORMATS.html;
    const page = begin(options) + article(pier, 0, options) + article(pier, 1, options) + end(options);
    const ids = all(page, "[id]").map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(all(page, ".card")).toHaveLength(2 * pier.statements.length);
    for (const link of all(page, 'a[href^="#"]')) expect(ids).toContain(link.getAttribute("href")!.slice(1));
  });

  it.each([
    [{ title: "Told", text: "Words." }, "Told"],
    [{ text: "Headline\nWords.", kinds: { Headline: "heading" } as const }, "Headline"],
    [{ text: "Words." }, "a.txt"],
  ])(
    "is headed by the headline, else the file's name: %o",
    ({ title, ...given }: { title?: string; text: string }, head) => {
      const made = reading({ ...given, input: "a.txt", ...(title === undefined ? {} : { article: { title } }) });
      const document = documentOf(toHtml(made));
      expect([textOf(document.querySelector("title")), textOf(document.querySelector("h1"))]).toEqual([head, head]);
    },
  );
});
