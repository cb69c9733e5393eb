/** What pages say about themselves: JSON-LD, meta of several vocabularies, microdata, <time>, lines in words. */
import { describe, expect, it } from "vitest";
import { read } from "./support.ts";

const P =
  "<p>The minister said that the bridge would stay closed for a year, and that nobody had asked him about it before.</p>";
const page = (head: string, body = "", url?: string) =>
  read(
    `<!doctype html><html><head><title>Bridge to stay shut | The Tide</title>${head}</head><body>${body}${P.repeat(3)}</body></html>`,
    url === undefined ? { format: "html" } : { format: "html", url },
  );
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const H1 = "<h1>Bridge to stay shut</h1>";

describe("metadata", () => {
  it.each([
    [
      "microdata",
      "",
      `<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">Bridge to stay shut</h1><span itemprop="author" itemscope><span itemprop="name">Ana Quill</span></span><span itemprop="publisher" itemscope><meta itemprop="name" content="The Tide"></span><time itemprop="datePublished" datetime="2026-03-03T10:00:00Z">3 March</time><span itemprop="dateModified">2026-03-04</span></div>`,
      {
        title: "Bridge to stay shut",
        byline: "Ana Quill",
        publisher: "The Tide",
        published: "2026-03-03T10:00:00Z",
        modified: "2026-03-04",
      },
    ],
    [
      "the hAtom microformat",
      "",
      `<div class="hentry">${H1}<abbr class="published" title="2026-03-03T10:00:00Z">3 March</abbr><abbr class="updated" title="2026-03-04">4 March</abbr><span class="vcard author">Ana Quill</span></div>`,
      { byline: "Ana Quill", published: "2026-03-03T10:00:00Z", modified: "2026-03-04" },
    ],
    [
      "sailthru",
      '<meta name="sailthru.title" content="Bridge shut"><meta name="sailthru.author" content="Ana Quill"><meta name="sailthru.date" content="2026-03-03 10:00:00 +0000">',
      "",
      { title: "Bridge shut", byline: "Ana Quill", published: "2026-03-03T10:00:00+00:00" },
    ],
    [
      "parsely, with two authors",
      '<meta name="parsely-title" content="Bridge shut"><meta name="parsely-author" content="Ana Quill"><meta name="parsely-author" content="Sol Marsh"><meta name="parsely-link" content="https://t.example/a">',
      "",
      { title: "Bridge shut", byline: "Ana Quill, Sol Marsh", url: "https://t.example/a" },
    ],
    [
      "a page of parsely in one meta",
      `<meta name="parsely-page" content='{"title":"Bridge shut","author":"Ana Quill","pub_date":"2026-03-03T10:00:00Z"}'>`,
      "",
      { title: "Bridge shut", byline: "Ana Quill", published: "2026-03-03T10:00:00Z" },
    ],
    [
      "Dublin Core",
      '<meta name="DC.title" content="Bridge shut"><meta name="DC.creator" content="Ana Quill"><meta name="DC.date.issued" content="2026-03-03"><meta name="DCTERMS.modified" content="2026-03-04"><meta name="DC.publisher" content="The Tide">',
      "",
      {
        title: "Bridge shut",
        byline: "Ana Quill",
        publisher: "The Tide",
        published: "2026-03-03",
        modified: "2026-03-04",
      },
    ],
    [
      "references in JSON-LD",
      ld({
        "@graph": [
          {
            "@type": "NewsArticle",
            headline: "Bridge shut",
            author: [{ "@id": "#a" }, { name: "Sol Marsh" }],
            publisher: { "@id": "#t" },
            url: "https://t.example/b",
          },
          { "@type": "Person", "@id": "#a", name: "Ana Quill" },
          { "@type": "Organization", "@id": "#t", name: "The Tide" },
        ],
      }),
      "",
      { byline: "Ana Quill, Sol Marsh", publisher: "The Tide", url: "https://t.example/b" },
    ],
    [
      "a byline in words",
      "",
      `${H1}<p class="byline">By Ana Quill and Sol Marsh in Carrow</p>`,
      { byline: "Ana Quill and Sol Marsh" },
    ],
    ["a byline with the author's job", "", `${H1}<p>By Ana Quill, Harbour correspondent</p>`, { byline: "Ana Quill" }],
    [
      "a byline, where the data name the outlet",
      '<meta name="author" content="The Tide"><meta property="og:site_name" content="The Tide">',
      `${H1}<p class="author">Ana Quill</p>`,
      { byline: "Ana Quill", publisher: "The Tide" },
    ],
    [
      "two times in one line",
      "",
      `${H1}<p>Published <time datetime="2026-03-03T10:00">3 March</time> Updated <time datetime="2026-03-04T10:00">4 March</time></p>`,
      { published: "2026-03-03T10:00", modified: "2026-03-04T10:00" },
    ],
    [
      "dates in words",
      "",
      `${H1}<p class="dateline">Published 3 March 2026, updated 4 March 2026</p>`,
      { published: "2026-03-03", modified: "2026-03-04" },
    ],
  ])("from %s", async (_, head, body, expected) => {
    expect(await page(head, body)).toMatchObject(expected);
  });

  it("completes a short canonical address where it knows the page's own", async () => {
    const article = await page('<link rel="canonical" href="/news/2026/mar/03/bridge">', H1);
    expect(article.url).toBeUndefined();
    const known = await page('<link rel="canonical" href="/news/2026/mar/03/bridge">', H1, "https://t.example/x?utm=1");
    expect(known.published).toBe("2026-03-03");
  });

  it("takes no reader for an author, and no time of change for one of publication", async () => {
    const comment = '<div class="comment-author vcard"><b class="fn">Lio Fenn</b></div>';
    const article = await page(
      "",
      `${H1}${comment}<p class="author">Follow us for more of what the coast has to say to you</p>`,
    );
    expect(article.byline).toBeUndefined();
    expect(
      (await page("", `${H1}<p>Last updated <time datetime="2026-03-04">4 March</time></p>`)).published,
    ).toBeUndefined();
  });

  it("looks at a deep page of named elements once", async () => {
    const deep = `${'<div itemprop="author headline">'.repeat(100)}${'<div itemprop="author">'.repeat(30_000)}`;
    expect((await page("", deep)).text).toContain("the bridge would stay closed");
  });
});
