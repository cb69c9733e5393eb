/** Quote cards: everything that a reader needs, and nothing that the article says is run as markup. */
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { quoteCard, toMarkdown } from "../../src/export/index.ts";
import { forReadings } from "./arbitrary.ts";
import { reading } from "./make.ts";
import { pier } from "./pier.ts";

const offer = pier.statements[2]!;

describe("a quote card", () => {
  it("as text", () => {
    expect(quoteCard(pier, offer, "text").split("\n")).toEqual([
      "“We will sign if the wall is paid for,” […] “Until then, no one signs. A door, not yet a road.”",
      "— Ana Quill, mayor of Corran, “she”",
      "The Tide: Pier talks end without a deal as mayor warns of ‘one last winter’",
      "said ~2026-03-11; published 2026-03-11",
      "https://tide.example/pier?a=1&b=2",
      "exact words · named · to reporters · at the harbour office",
      "In context: “We will sign if the wall is paid for,” she told reporters at the harbour office. “Until then, no one signs. A door, not yet a road.”",
      "",
    ]);
  });

  it("as Markdown links the title", () => {
    const card = quoteCard(pier, offer, "markdown");
    expect(card).toMatch(/^> “We will sign if the wall is paid for,” \\\[…\\\]/);
    expect(card).toContain("](<https://tide.example/pier?a=1&b=2>)");
    expect(card).toContain("— **Ana Quill**, mayor of Corran");
  });

  it("says how sure it is of whom", () => {
    const officials = quoteCard(pier, pier.statements[4]!, "text");
    expect(officials).toContain("paraphrase · background · via The Corran Post · earlier");
  });

  it.each([
    ["# heading"],
    ["- item"],
    ["1. item"],
    ["> quote"],
    ["[a](javascript:alert(1))"],
    ["![a](https://a.example/b)"],
    ["*a* _b_ `c` ~~d~~"],
    ["<img src=x onerror=alert(1)>"],
    ["&lt;b&gt;"],
    ["a\n===\nb"],
    ["| a | b |"],
    ["\\"],
    ["https://a.example"],
  ])("escapes in Markdown: %j", (text) => {
    const r = reading({ text, statements: [{ content: [text], speaker: text }] });
    const card = quoteCard(r, r.statements[0]!, "markdown");
    // every mark that could begin a construct stands behind a backslash, ours aside
    const ours = card.replace(/\\[\\`*_[\]<>&#|~!$+=./)-]/g, "x").replace(/^> ?|^— \*\*|\*\*(?=\\?$)|\\$/gm, "");
    expect(ours).not.toMatch(/[`*_[\]<>&#|~!$\\]|^\s*([-+=]|\d+[.)])|:\/\//m);
  });

  it("as HTML is one figure of plain words", () =>
    forReadings((r) => {
      for (const s of r.statements) {
        const tags = new Set<string>();
        let text = "";
        const parser = new Parser({ onopentag: (name) => void tags.add(name), ontext: (part) => (text += part) });
        parser.end(quoteCard(r, s, "html"));
        expect(
          [...tags].filter((tag) => !["figure", "blockquote", "p", "bdi", "figcaption", "cite", "a"].includes(tag)),
        ).toEqual([]);
        expect(text).toContain(
          r.speakers.length > 0 && s.speaker
            ? s.speaker.name.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, "\ufffd")
            : "",
        );
      }
    }, 60));

  it("of every statement, one after another", () => {
    expect(toMarkdown(pier).split("\n---\n")).toHaveLength(pier.statements.length);
  });

  it("cuts the context of a text without sentences", () => {
    const text = `${"word ".repeat(5000)}she said ${"word ".repeat(5000)}`;
    const r = reading({ text, statements: [{ content: ["she said"] }] });
    expect(quoteCard(r, r.statements[0]!, "text").length).toBeLessThan(2500);
  });
});
