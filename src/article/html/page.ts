/** An HTML page in; the text of its article, its blocks, its metadata and the way back to the page's text nodes out. */
import type { BlockKind, Message } from "../../schema/index.ts";
import { textBuilder } from "../map/index.ts";
import type { Meta } from "../options.ts";
import type { FormatReading } from "../reading.ts";
import type { ResidueFinder } from "../residue/index.ts";
import { appendBlocks } from "./append.ts";
import { bylineIn } from "./authors.ts";
import { type ChosenBlock, chooseBlocks, OUTSIDE, STANDFIRST } from "./choose.ts";
import type { ElementKind } from "./element-rules.ts";
import { entriesOf, livePosts, postFinder } from "./live.ts";
import { pageMeta } from "./metadata.ts";
import { type PageBlock, pageBlocks } from "./page-blocks.ts";
import { wordedDates } from "./page-dates.ts";
import { parseTree } from "./parse.ts";
import { survivors } from "./survivors.ts";
import { attr, type Element, isElement } from "./tree.ts";
import { trimEnd } from "./trim-end.ts";
import { bare, wordCounts } from "./words.ts";

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

/** Kinds that the line rules may overrule. */
const ASKED: ReadonlySet<BlockKind> = new Set(["body", "heading", "other-residue"]);

/** Read a page. */
export function readPage(source: string, residue: ResidueFinder, url: string | undefined): FormatReading {
  const document = parseTree(source);
  const root = document.childNodes.find(isElement) as Element;
  const { meta, articleBody, headlines, summaries, livePosts: declared } = pageMeta(root, url);
  const words = wordCounts(root);
  const { blocks, contexts } = pageBlocks(root, words);
  const kept = survivors(root, (element) => {
    const context = contexts.get(element);
    return context !== undefined && (context.hidden || UNSHOWN.has(context.kind));
  });
  const all = [...contexts.values()];
  const posts = livePosts(all, blocks, declared !== undefined);
  const postOf = postFinder(posts);
  const evidence = {
    survivors: kept,
    articleBody: articleBody && bare(articleBody),
    headlines: headlines.map(bare),
    summaries: summaries.map(bare),
    pictures: pictureTexts(contexts.keys()),
    inPost: (block: PageBlock) => postOf(block) >= 0,
  };
  const chosen = trimEnd(labelLines(chooseBlocks(blocks, all, evidence), residue));
  const known = withLines(meta, chosen);
  const built = build(chosen, root);
  const isLive = posts.length > 0 || declared === 0;
  const entries = isLive ? { entries: entriesOf(posts, chosen, built.blocks) } : {};
  const messages = [...notes(known.published, known.modified), ...liveNotes(declared)];
  return { ...built, meta: known, ...entries, messages };
}

/** What the page's data leave open, its lines may say. */
function withLines(meta: Meta, chosen: readonly ChosenBlock[]): Meta {
  const lines = (kind: BlockKind) => chosen.filter(({ label }) => label.kind === kind).map(({ block }) => block.text);
  const dates = meta.published === undefined ? wordedDates(lines("time")) : undefined;
  return {
    ...meta,
    byline: meta.byline ?? bylineIn(lines("byline")),
    published: meta.published ?? dates?.published,
    modified: meta.modified ?? dates?.modified,
  };
}

/** What stands in place of the page's pictures for those who do not see them. */
function pictureTexts(all: Iterable<Element>): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const element of all) if (element.tagName === "img") texts.add(bare(attr(element, "alt").slice(0, 500)));
  return texts;
}

/** Ask the line rules about every block that is body so far: they know lines that no class gives away. */
function labelLines(chosen: readonly ChosenBlock[], residue: ResidueFinder): ChosenBlock[] {
  const asked = chosen.filter(({ label }) => ASKED.has(label.kind) && label.by !== STANDFIRST).length;
  let before = 0;
  const labelled = chosen.map((at) => {
    if (!ASKED.has(at.label.kind) || at.label.by === STANDFIRST) return at;
    const found = residue(at.block.text, before, asked - 1 - before);
    before++;
    return { block: at.block, label: found ?? at.label };
  });
  return labelled.filter(({ label }) => label.by !== OUTSIDE);
}

function build(chosen: readonly ChosenBlock[], root: Element): Pick<FormatReading, "text" | "blocks" | "offsetMap"> {
  const builder = textBuilder("dom");
  const blocks = appendBlocks(builder, chosen, root);
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
