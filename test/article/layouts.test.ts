/** Layouts of pages, with classes that help and without: what stands above, below and between the paragraphs of a report. */
import { describe, expect, it } from "vitest";
import { bodyOf, read, shown } from "./support.ts";

const P = (text: string) => `<p>${text}</p>`;
const TEXTS = [
  "The minister said that the bridge would stay closed for a year, and that nobody had asked him about it before.",
  "Ada Quill, who leads the trust, said that she had warned the council twice, in March and in May, about the cracks.",
  "The council is due to meet on Thursday, and its leader said that no decision had been taken on the matter so far.",
  "Marsh Holdings, which built the bridge, denied that it had known of the cracks, and said it would publish its letters.",
  "Drivers must use the ferry until then, the council said, and the ferry will run every twenty minutes from Monday.",
] as const;
const SUMMARY = "The bridge is to stay shut for a year, the minister says, and nobody was asked";
const page = (body: string, head = "") =>
  read(
    `<!doctype html><html lang="en"><head><title>Bridge to stay shut | The Tide</title>${head}</head><body><nav><a href="/">Home</a></nav>${body}</body></html>`,
  );

/** A story with classes, one in generated classes, one in bare divisions, one in a table. */
const SHELLS: readonly [string, (top: string, middle: string, end: string) => string][] = [
  [
    "article with classes",
    (top, middle, end) =>
      `<article><header><h1>Bridge to stay shut</h1></header>${top}<div class="story-body">${TEXTS.slice(0, 3).map(P).join("")}${middle}${TEXTS.slice(3).map(P).join("")}${end}</div></article>`,
  ],
  [
    "generated classes",
    (top, middle, end) =>
      `<div class="css-1a2b"><h1>Bridge to stay shut</h1>${top}${TEXTS.slice(0, 3).map(P).join("")}${middle}${TEXTS.slice(3).map(P).join("")}${end}</div>`,
  ],
  [
    "divisions",
    (top, middle, end) => {
      const lines = TEXTS.map((text) => `<div>${text}</div>`);
      return `<div><h1>Bridge to stay shut</h1>${top}<div>${lines.slice(0, 3).join("")}${middle}${lines.slice(3).join("")}${end}</div></div>`;
    },
  ],
  [
    "table",
    (top, middle, end) =>
      `<table><tr><td><h1>Bridge to stay shut</h1>${top}${TEXTS.slice(0, 3).map(P).join("")}${middle}${TEXTS.slice(3).map(P).join("")}${end}</td></tr></table>`,
  ],
];

const TOP = [
  '<p class="byline">By Oona Reyes</p>',
  "<p>By Oona Reyes March 3, 2026</p>",
  "<p>Published: 3 March 2026 | Updated: 4 March 2026</p>",
  "<p>5 min read</p>",
  "<div>https://tide.example/news/bridge-14848.php</div>",
];
const BETWEEN = [
  "<div class='promo'><h3>Never miss a story</h3><p>Get the day's top stories in your inbox, every weekday at 6am.</p></div>",
  "<p><strong>This is an extract from our newsletter. To get it by email, sign up here.</strong></p>",
  "<figure><img src=a><p>Ada Quill at the sea wall in March.</p></figure>",
  "<div class='image'><img src=a><div class='image__text'>Ada Quill at the sea wall in March.</div></div>",
  "<p><img src=a alt='Ada Quill at the sea wall in March'></p><p>Ada Quill at the sea wall in March.</p>",
  "<p><strong>READ MORE: </strong><a href=x>Who knew about the cracks in the wall?</a></p>",
  "<h3>More Harbour Stories</h3><ul><li><a href=x>Who knew about the cracks</a> in March</li><li><a href=y>Ferry to run all night</a> from May</li></ul>",
  "<h3><a href=x>Who knew about the cracks</a></h3><h3><a href=y>Ferry to run all night</a></h3>",
  "<p>Click to share on X (Opens in new window)</p>",
  "<p>Advertisement - story continues below</p>",
  "<p>This content is provided by X, which may use cookies. To view it, click allow and continue.</p>",
  "<p>Pinned post</p>",
  "<p>UPDATE: This article was updated at 3pm to include comment from the council.</p>",
  "<div class='tweet'><p>We made a fair offer to the trust.</p></div>",
  "<div class='paywall'><h3>Subscribe to continue reading</h3><p>Already a subscriber? Log in.</p></div>",
  '<p>[gallery ids="1,2" type="slideshow"]</p>',
];
const END = [
  "<h3>Tell us what you think</h3>",
  "<h2>Bridges of the world</h2>",
  "<p>About the author</p><p>Oona Reyes has covered the coast for The Tide since 2011.</p>",
  "<div class='author-box'><h4>Oona Reyes</h4><p>Oona writes about the sea, the wall and all who live by it, and has done so since she was nineteen years of age. She lives in Carrow with two cats and a boat that she built herself.</p></div>",
  "<p><em>Oona Reyes is a freelance writer based in Carrow.</em></p>",
  "<section><h2>3 Comments</h2><ol class='commentlist'><li><p>I said so all along, this wall was never safe and everybody knew that.</p></li></ol></section>",
  "<p>© 2026 The Tide. All rights reserved.</p>",
  "<p>The views expressed in this article are the author's own and do not necessarily reflect those of The Tide.</p>",
];

describe.each(SHELLS)("a story in %s", (_, shell) => {
  it.each(TOP)("above: %s", async (top) => expect(bodyOf(await page(shell(top, "", "")))).toEqual(TEXTS));
  it.each(BETWEEN)("between: %s", async (middle) => expect(bodyOf(await page(shell("", middle, "")))).toEqual(TEXTS));
  it.each(END)("below: %s", async (end) => expect(bodyOf(await page(shell("", "", end)))).toEqual(TEXTS));
});

describe("above the report", () => {
  const rest = TEXTS.map(P).join("");
  const head = `<meta name="description" content="${SUMMARY}">`;

  it.each([
    [
      "a class",
      `<h1>Bridge to stay shut</h1><p class="standfirst">${SUMMARY}.</p><p class="byline">By Oona Reyes</p>${rest}`,
    ],
    [
      "a heading",
      `<h1>Bridge to stay shut</h1><div><h2>${SUMMARY}</h2></div><p class="byline">By Oona Reyes</p><div>${rest}</div>`,
    ],
    [
      "the description",
      `<header><h1>Bridge to stay shut</h1><p class="css-9">${SUMMARY}.</p></header><div class="css-8">${rest}</div>`,
    ],
  ])("a standfirst, known by %s, is kept apart", async (_, body) => {
    const article = await page(`<article>${body}</article>`, head);
    expect(bodyOf(article)).toEqual(TEXTS);
    expect(shown(article).some((line) => line.startsWith(`other-residue: ${SUMMARY}`))).toBe(true);
  });

  it("a first paragraph that the description repeats stays", async () => {
    const body = `<h1>Bridge to stay shut</h1><p class="lead">${TEXTS[0]}</p>${TEXTS.slice(1).map(P).join("")}`;
    expect(bodyOf(await page(`<article>${body}</article>`, `<meta name="description" content="${TEXTS[0]}">`))).toEqual(
      TEXTS,
    );
  });

  it("a subhead that opens the report stays", async () => {
    const article = await page(
      `<article><h1>Bridge to stay shut</h1><div><h2>What is known</h2>${rest}</div></article>`,
    );
    expect(bodyOf(article)).toEqual(["What is known", ...TEXTS]);
  });

  it("the headline in other words is no part of the report", async () => {
    const article = await page(
      `<article><h2>Bridge to stay shut for a year</h2><div>${rest}</div></article>`,
      '<meta property="og:title" content="Bridge to stay shut for a year"><meta name="twitter:title" content="Shut for a year">',
    );
    expect(bodyOf(article)).toEqual(TEXTS);
  });
});

describe("other reports on the page", () => {
  it("teasers in articles of their own are no part of this one", async () => {
    const teaser = (i: number) =>
      `<article class="card"><h2><a href="/${i}">Ferry line number ${i} to close</a></h2><p>Passengers of line ${i} say they were not told of it in time.</p></article>`;
    const cards = [1, 2, 3, 4].map(teaser).join("");
    const article = await page(
      `<div class="page"><article class="story"><h1>Bridge to stay shut</h1>${TEXTS.map(P).join("")}</article>${cards}</div>`,
    );
    expect(bodyOf(article)).toEqual(TEXTS);
  });

  it("the posts of a live blog are all read", async () => {
    const posts = TEXTS.map(
      (text, i) => `<article class="post"><h2><a href="#p${i}">Update ${i}</a></h2>${P(text)}</article>`,
    );
    const body = bodyOf(await page(`<main><h1>Bridge to stay shut</h1>${posts.join("")}</main>`));
    expect(body.filter((line) => line.length > 40)).toEqual(TEXTS);
  });

  it("a part of the story in a box of its own comes back", async () => {
    const part = (texts: readonly string[]) =>
      `<div class="grid"><div class="body-part">${texts.map(P).join("")}</div></div>`;
    const article = await page(
      `<div class="chunks">${part(TEXTS.slice(0, 2))}<div class="ad">Advertisement</div>${part([...TEXTS.slice(2), ...TEXTS.map((text) => `Later, ${text}`)])}</div>`,
    );
    expect(bodyOf(article).slice(0, 5)).toEqual(TEXTS);
  });

  it("statistics of players are no media player", async () => {
    const row = (i: number) => `<tr class="player row-${i}"><td>Quill ${i}</td><td>12${i}</td></tr>`;
    const article = await page(
      `<article>${TEXTS.map(P).join("")}<table>${[1, 2, 3].map(row).join("")}</table></article>`,
    );
    expect(shown(article).some((line) => line.startsWith("embed"))).toBe(false);
  });
});
