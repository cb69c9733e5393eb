/** An HTML page in; the text of its article, its blocks, its metadata and the way back to the page's text nodes out. */
import { parse } from "parse5";
import type { Message } from "../../schema/index.ts";
import { textBuilder } from "../map/index.ts";
import type { FormatReading } from "../reading.ts";
import type { ResidueFinder } from "../residue/index.ts";
import { appendBlocks } from "./append.ts";
import { bare, type ChosenBlock, chooseBlocks, OUTSIDE } from "./choose.ts";
import type { ElementKind } from "./element-rules.ts";
import { entriesOf, livePosts, postFinder } from "./live.ts";
import { pageMeta } from "./metadata.ts";
import { type PageBlock, pageBlocks } from "./page-blocks.ts";
import { survivors } from "./survivors.ts";
import { type Element, isElement } from "./tree.ts";
import { wordCounts } from "./words.ts";

/** Kinds of which Readability is shown nothing: safe to leave out, and it chooses better without them. */
const UNSHOWN: ReadonlySet<ElementKind | undefined> = new Set([
  "chrome",
  "newsletter",
  "ad",
  "share",
  "comments",
  "read-more",
  "legal",
  "embed",
  "live-marker",
  "author-bio",
  "other-residue",
]);

/** Read a page. */
export function readPage(source: string, residue: ResidueFinder, url: string | undefined): FormatReading {
  const document = parse(source);
  const root = document.childNodes.find(isElement) as Element;
  const { meta, articleBody, livePosts: declared } = pageMeta(root, url);
  const words = wordCounts(root);
  const { blocks, contexts } = pageBlocks(root, words);
  const kept = survivors(root, (element) => {
    const context = contexts.get(element);
    return context !== undefined && (context.hidden || UNSHOWN.has(context.kind));
  });
  const all = [...contexts.values()];
  const posts = livePosts(all, blocks, declared !== undefined);
  const postOf = postFinder(posts);
  const inPost = (block: PageBlock) => postOf(block) >= 0;
  const evidence = { survivors: kept, articleBody: articleBody && bare(articleBody), title: meta.title, inPost };
  const chosen = labelLines(chooseBlocks(blocks, all, evidence), residue);
  const built = build(chosen);
  const isLive = posts.length > 0 || declared === 0;
  const entries = isLive ? { entries: entriesOf(posts, chosen, built.blocks) } : {};
  return { ...built, meta, ...entries, messages: [...notes(meta.published, meta.modified), ...liveNotes(declared)] };
}

/** Ask the line rules about every block that is body so far: they know lines that no class gives away. */
function labelLines(chosen: readonly ChosenBlock[], residue: ResidueFinder): ChosenBlock[] {
  let before = 0;
  const labelled = chosen.map(({ block, label }, i) => {
    if (label.kind !== "body" && label.kind !== "heading" && label.kind !== "other-residue") return { block, label };
    const found = residue(block.text, before++, chosen.length - 1 - i);
    return { block, label: found ?? label };
  });
  return labelled.filter(({ label }) => label.by !== OUTSIDE);
}

function build(chosen: readonly ChosenBlock[]): Pick<FormatReading, "text" | "blocks" | "offsetMap"> {
  const builder = textBuilder("dom");
  const blocks = appendBlocks(builder, chosen);
  return { ...builder.build(), blocks };
}

function liveNotes(declared: number | undefined): Message[] {
  if (declared !== 0) return [];
  return [{ rule: "live-blog/no-posts", text: "The page is a live blog that has no posts yet." }];
}

function notes(published: string | undefined, modified: string | undefined): Message[] {
  if (published !== undefined || modified === undefined) return [];
  return [
    {
      rule: "article/no-published",
      text: `The page says when it was modified (${modified}), not when it was published.`,
    },
  ];
}
