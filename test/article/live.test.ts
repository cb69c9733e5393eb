/** Live blogs: posts as entries with times of their own, and statements dated by them. */
import { describe, expect, it } from "vitest";
import { createPipeline } from "../../src/pipeline.ts";
import { packageResources } from "../../src/resources.ts";
import { read } from "./support.ts";

const post = (id: string, time: string, text: string, tag = "article") =>
  `<${tag} id="${id}" class="entry"><header><time datetime="${time}">${time.slice(11, 16)}</time></header><h2>About ${id}</h2><p>${text}</p></${tag}>`;
const page = (posts: readonly string[], ld = "") =>
  `<html><head><title>Storm live</title>${ld}</head><body><main><h1>Storm live</h1><p>Rolling coverage from Port Ansel.</p><div>${posts.join("")}</div></main></body></html>`;
const BLOG = (posts: number) =>
  `<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Storm live","datePublished":"2026-03-10T06:00:00Z","liveBlogUpdate":[${Array(posts).fill('{"@type":"BlogPosting"}').join(",")}]}</script>`;
const POSTS = [
  [
    "b3",
    "2026-03-12T09:30:00Z",
    "The minister Ada Quill told residents that the harbour would be rebuilt by the town itself.",
  ],
  [
    "b2",
    "2026-03-11T19:10:00Z",
    "“The sea wall has failed,” the mayor, Sol Marsh, told reporters at the pier in the evening.",
  ],
  [
    "b1",
    "2026-03-10T08:05:00Z",
    "Police chief Ivo Brandt said yesterday that no one in the old town was missing any more.",
  ],
] as const;

describe("entries", () => {
  it.each(["article", "div", "li"])("posts in <%s> with a time each", async (tag) => {
    const article = await read(page(POSTS.map(([id, time, text]) => post(id, time, text, tag))));
    expect(article.entries?.map(({ id, published, title }) => [id, published, title])).toEqual(
      POSTS.map(([id, time]) => [id, time, `About ${id}`]),
    );
    article.entries!.forEach(({ start, end }, i) => {
      expect(article.text.slice(start, end)).toContain(POSTS[i]![2]);
    });
  });

  it("one post, where the page says that it is a live blog", async () => {
    const article = await read(page([post(...POSTS[0])], BLOG(1)));
    expect(article.entries).toHaveLength(1);
  });

  it("an article with times around it is none", async () => {
    const aside = POSTS.slice(1).map(
      ([id, time]) => `<div><time datetime="${time}">x</time><a href="/${id}">Read this</a></div>`,
    );
    const text = `<div><time datetime="${POSTS[0][1]}">x</time>${POSTS.map(([, , words]) => `<p>${words}</p>`).join("")}</div>`;
    expect((await read(page([text, ...aside]))).entries).toBeUndefined();
  });

  it("a live blog without posts is an article without text, with a message", async () => {
    const article = await read(`<html><head>${BLOG(0)}</head><body></body></html>`);
    expect([article.text, article.blocks]).toEqual(["", []]);
    expect(article.messages.map(({ rule }) => rule)).toEqual(["live-blog/no-posts"]);
  });
});

describe("statements", () => {
  it("are dated by the post that they stand in", async () => {
    const pipeline = createPipeline(packageResources());
    const article = await read(
      page(
        POSTS.map(([id, time, text]) => post(id, time, text)),
        BLOG(3),
      ),
    );
    const { statements } = await pipeline(article);
    const said = (words: string) =>
      statements.find(({ content }) => content.some((span) => article.text.slice(span.start, span.end).includes(words)))
        ?.saidAt;
    expect(said("would be rebuilt")?.value).toBe("2026-03-12");
    expect(said("sea wall has failed")?.value).toBe("2026-03-11");
    expect(said("was missing")).toMatchObject({ value: "2026-03-09", implied: false });
  });
});
