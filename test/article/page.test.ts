/** HTML pages: body, residue by kind, metadata, and the way back to the page's text nodes. */
import fc from "fast-check";
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/schema/index.ts";
import { bodyOf, bytesOf, read, shown } from "./support.ts";

const html = (body: string, head = "") => read(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
const P = (text: string) => `<p>${text}</p>`;
const ONE =
  "The minister said that the bridge would stay closed for a year, and that nobody had asked him about it before.";
const TWO =
  "Ada Quill, who leads the trust, said that she had warned the council twice, in March and in May, about the cracks.";
const THREE =
  "The council is due to meet on Thursday, and its leader said that no decision had been taken on the matter so far.";

/** Every text node of a page, in order. */
function allTexts(root: Tree.Document): string[] {
  const stack: Tree.Node[] = [root];
  const texts: string[] = [];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node.nodeName === "#text") texts.push((node as Tree.TextNode).value);
    if ("childNodes" in node) stack.push(...node.childNodes.toReversed());
  }
  return texts;
}

/** The text node at an XPath such as /html/body/p[2]/text()[1], by the rules of XPath over parse5's tree. */
function nodeAt(root: Tree.Document, xpath: string): string | undefined {
  const place = /^\(\/\/text\(\)\)\[(\d+)\]$/.exec(xpath);
  if (place) return allTexts(root)[Number(place[1]) - 1];
  let node: Tree.Node = root;
  for (const step of xpath.slice(1).split("/")) {
    const [, name, place] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step)!;
    const wanted = name === "text()" ? "#text" : name;
    const same: Tree.ChildNode[] = (node as Tree.ParentNode).childNodes.filter((child) => child.nodeName === wanted);
    const found: Tree.ChildNode | undefined = same[Number(place ?? 1) - 1];
    if (!found) return undefined;
    node = found;
  }
  return (node as Tree.TextNode).value;
}

function expectWayBack(article: Article, source: string): void {
  const root = parse(source);
  expect(article.offsetMap.origin).toBe("dom");
  for (const run of article.offsetMap.runs) {
    const value = nodeAt(root, run.xpath!);
    const there = value!.slice(run.originStart, run.originStart + run.originLength);
    const here = article.text.slice(run.textStart, run.textStart + run.length);
    expect(there.replace(/[\s\u00ad\u200b\u2060\ufeff]+/g, " ")).toBe(here.replace(/\s+/g, " "));
  }
}

describe("pages", () => {
  it("keeps the body alone in body, and every residue apart by its kind", async () => {
    const article = await read(bytesOf("test/fixtures/article/strip.html"), { name: "strip.html" });
    const body = bodyOf(article);
    expect(body).toHaveLength(6);
    expect(body[0]).toContain("calling it “a joke without a punchline” at");
    expect(body[4]).toBe("We will not sign. We were not asked what the wall would cost.");
    expect(article.blocks.filter((block) => block.kind === "quote")).toHaveLength(1);
    const kinds = shown(article).map((line) => line.split(": ", 1)[0]!);
    expect(kinds.filter((kind) => kind !== "body" && kind !== "quote")).toEqual([
      "byline", "time", "share", "caption", "newsletter", "newsletter", "newsletter", "read-more", "embed", "embed",
      "other-residue", "ad", "correction", "author-bio",
    ]); // biome-ignore format: one list
    expect(article.text).not.toMatch(/cookies|loud|Sport|reserved/);
  });

  it("keeps published and modified apart", async () => {
    const article = await read(bytesOf("test/fixtures/article/strip.html"));
    expect(article).toMatchObject({
      title: "Harbour chief rejects buyout",
      byline: "Oona Reyes",
      publisher: "The Tide",
      published: "2026-03-10T08:00:00+00:00",
      modified: "2026-03-12T17:30:00+00:00",
      language: "en",
    });
    const only = await html(P(ONE) + P(TWO), '<meta property="article:modified_time" content="2026-03-12">');
    expect(only.published).toBeUndefined();
    expect(only.modified).toBe("2026-03-12");
    expect(only.messages.map((message) => message.rule)).toEqual(["article/no-published"]);
  });

  it("reads a live blog, its times apart", async () => {
    const article = await read(bytesOf("test/fixtures/article/live.html"));
    expect(shown(article).filter((line) => line.startsWith("time"))).toEqual([
      "time: 12.10",
      "time: 11.40",
      "time: 11.02",
    ]);
    expect(bodyOf(article)).toHaveLength(5);
    expect(article).toMatchObject({ published: "2026-03-11T09:00:00Z", modified: "2026-03-11T12:10:00Z" });
  });

  it("reads a live blog without posts", async () => {
    const head =
      '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Vote live","liveBlogUpdate":[]}</script>';
    const article = await html("<main><h1>Vote live</h1><p>Results are expected from ten.</p></main>", head);
    expect(bodyOf(article)).toEqual(["Results are expected from ten."]);
  });

  it("reads the shipped example whole", async () => {
    const bytes = bytesOf("examples/summit.html");
    const article = await read(bytes, { name: "summit.html" });
    expect(article).toMatchObject({
      title: "Grady hails ‘real movement’ after Port Ansel summit but leaves without a deal",
      byline: "Petra Lindqvist",
      publisher: "The Aldwick Courier",
      published: "2026-05-16T01:12:00Z",
      modified: "2026-05-16T06:40:00Z",
    });
    const body = bodyOf(article);
    expect(body).toHaveLength(26);
    expect(body.join(" ")).not.toMatch(/inbox|Photograph|newsletter|Read more|amended|Share/);
    expectWayBack(article, new TextDecoder().decode(bytes));
  });

  it.each([
    [
      "a blockquote is a quotation",
      `${P(ONE)}<p>Reyes wrote:</p><blockquote>We will not sign.</blockquote>${P(TWO)}`,
      "quote: We will not sign.",
    ],
    [
      "a post in a blockquote is an embed",
      `${P(ONE)}${P(TWO)}<blockquote class="instagram-media"><p>We are out, all of us.</p></blockquote>${P(THREE)}`,
      "embed: We are out, all of us.",
    ],
    ["a subhead", `${P(ONE)}${P(TWO)}<h2>Cracks in the wall</h2>${P(THREE)}`, "heading: Cracks in the wall"],
    [
      "a credit inside a paragraph",
      `${P(ONE)}<p class="caption">The quay <span class="photo-credit">Lio Fenn</span></p>${P(TWO)}${P(THREE)}`,
      "credit: Lio Fenn",
    ],
    ["a short paragraph among others", `${P(ONE)}${P("Nobody spoke.")}${P(TWO)}${P(THREE)}`, "body: Nobody spoke."],
    ["a class that lies", `<div class="sponsored share">${P(ONE)}${P(TWO)}${P(THREE)}</div>`, `body: ${TWO}`],
    [
      "a long post whose class says published",
      `<div class="post published updated">${P(ONE)}${P(TWO)}</div>${P(THREE)}`,
      `body: ${ONE}`,
    ],
    [
      "soft hyphens and zero-width marks",
      `${P(ONE)}${P(TWO)}<p>The nego\u00adtia\u200btion went on all night long.</p>`,
      "body: The negotiation went on all night long.",
    ],
    ["breaks between sentences", `<article>${ONE}<br><br>${TWO}<br>${THREE}</article>`, `body: ${TWO}`],
    [
      "a break inside a sentence",
      `${P(ONE)}<p>They went on,<br>and nobody stopped them at all.</p>${P(TWO)}`,
      "body: They went on, and nobody stopped them at all.",
    ],
    [
      "words of inline elements",
      `${P(ONE)}<p>“W<b>e</b> <a href='/x'>will</a>\n  not,”&nbsp;she&#32;said&mdash;twice.</p>${P(TWO)}`,
      "body: “We will not,” she said—twice.",
    ],
  ])("%s", async (_, body, expected) => {
    expect(shown(await html(`<article>${body}</article>`))).toContain(expected);
  });

  it("leaves out what readers do not see", async () => {
    const article = await html(
      `<article>${P(ONE)}<p hidden>Hidden words are here for nobody.</p><script>var a = "x";</script><template><p>A template.</p></template><p style="display: none">Not shown either to anybody.</p><noscript><p>No script.</p></noscript>${P(TWO)}</article>`,
    );
    expect(shown(article)).toEqual([`body: ${ONE}`, `body: ${TWO}`]);
  });

  it("shows hidden paragraphs that the page's own data confirms", async () => {
    const ld = JSON.stringify({ "@type": "NewsArticle", articleBody: `${ONE} ${TWO} ${THREE}` });
    const article = await html(
      `<article>${P(ONE)}<div style="display:none">${P(TWO)}${P(THREE)}</div></article>`,
      `<script type="application/ld+json">${ld}</script>`,
    );
    expect(bodyOf(article)).toEqual([ONE, TWO, THREE]);
  });

  it("falls back to all text where nothing looks like an article", async () => {
    expect(bodyOf(await html("<div>No deal.</div><div>He said so.</div>"))).toEqual(["No deal.", "He said so."]);
  });

  it.each([
    [
      "JSON-LD in a graph, broken by a comma",
      '<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"A","author":[{"name":"Ana Quill"},{"name":"Sol Marsh"}],"publisher":{"name":"The Tide"},"datePublished":"2026-03-10T08:00:00+0100",}]}</script>',
      { title: "A", byline: "Ana Quill, Sol Marsh", publisher: "The Tide", published: "2026-03-10T08:00:00+01:00" },
    ],
    [
      "OpenGraph and meta",
      '<meta property="og:title" content="A"><meta name="author" content="By Ana Quill"><meta property="og:site_name" content="The Tide"><meta name="pubdate" content="Tue, 10 Mar 2026 08:00:00 GMT">',
      { title: "A", byline: "Ana Quill", publisher: "The Tide", published: "2026-03-10T08:00:00Z" },
    ],
    [
      "the address",
      '<title>A headline</title><link rel="canonical" href="https://t.example/news/2026/mar/10/quay">',
      { title: "A headline", published: "2026-03-10", url: "https://t.example/news/2026/mar/10/quay" },
    ],
    [
      "a title with the site's name",
      '<meta property="og:site_name" content="The Tide"><title>Quay shut - talks go on | The Tide</title>',
      { title: "Quay shut - talks go on" },
    ],
  ])("metadata from %s", async (_, head, expected) => {
    expect(await html(P(ONE) + P(TWO), head)).toMatchObject(expected);
  });

  it("lets the caller's metadata win", async () => {
    const page = `<html><head><title>A</title></head><body>${P(ONE)}${P(TWO)}</body></html>`;
    expect(
      await read(page, { title: "B", published: "2026-01-01", id: "x", url: "https://t.example/2025/01/02/a" }),
    ).toMatchObject({ title: "B", published: "2026-01-01", id: "x" });
  });

  it("reads any soup of tags, with the way back", async () => {
    const tags =
      "p div article main blockquote figure figcaption h1 h2 ul li table tr td b a span q br aside footer nav time".split(
        " ",
      );
    const piece = fc.oneof(
      fc.constantFrom(...tags).map((tag) => `<${tag}>`),
      fc.constantFrom(...tags).map((tag) => `</${tag}>`),
      fc.constantFrom(
        "word ",
        "A sentence is here. ",
        "“Quote,” she said. ",
        "&nbsp;",
        "\n  ",
        "\0",
        "\ud800",
        "\ue000\uf000",
        "<!-- c -->",
        "<p class='share newsletter'>",
        "<p hidden>",
        "<",
        "&",
        "<svg><p>",
      ),
      fc.constantFrom(`<p>${ONE}</p>`, `<p>${TWO}</p>`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const source = `<!doctype html><body><p>${THREE}</p>${pieces.join("")}`;
        const article = await read(source, { language: "en" });
        expectWayBack(article, source);
        expect(article.blocks.map((block) => article.text.slice(block.start, block.end)).join("\n")).toBe(article.text);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("reads pages that nest deep", async () => {
    const article = await html(`${"<div><span>x ".repeat(20_000)}${P(ONE)}`);
    expect(article.text).toContain(ONE);
  });

  it("names the nodes of a deep page by their place, so that the way back does not outgrow the page", async () => {
    const source = `<!doctype html><body>${"<div><span>x </span>".repeat(400)}${P(ONE)}${P(TWO)}`;
    const article = await read(source);
    expectWayBack(article, source);
    expect(article.offsetMap.runs.at(-1)?.xpath).toMatch(/^\(\/\/text\(\)\)\[\d+\]$/);
    expect(JSON.stringify(article).length).toBeLessThan(source.length * 100);
  });

  it("refuses a page whose open tags would be repeated without end", async () => {
    const open = Array.from({ length: 2000 }, (_, i) => `<b id=${i}>`).join("");
    await expect(html(`<p>${open}</p>${P(ONE).repeat(2000)}`)).rejects.toThrow(/left open over and over/);
    expect(bodyOf(await html(`<p><b><i><font color=red>${P(ONE).repeat(50)}`))).toHaveLength(50);
  });

  it.each([
    ["links side by side", "<a href='/x'>two words</a> ".repeat(9000)],
    ["lists in lists", "<dl><dt>a<dd>b".repeat(20_000)],
    ["attributes", `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(" ")}>Nobody spoke.</p>`],
    ["rows of a table", `<table>${"<tr><td>1<td>2<td>3".repeat(20_000)}</table>`],
    ["headings", "<h2>Head line</h2>".repeat(20_000)],
    ["line breaks", `<div>${"some words<br>".repeat(20_000)}</div>`],
  ])("reads a page with very many %s", async (_, part) => {
    expect((await html(`<article>${P(ONE)}${P(TWO)}${part}${P(THREE)}</article>`)).text).toContain(THREE);
  });
});
