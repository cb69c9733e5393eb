/** An HTML page in; the text of its article, its blocks, its metadata and the way back to the page's text nodes out. */
import type { Block, BlockKind, Message } from "../../schema/index.ts";
import { textBuilder } from "../map/index.ts";
import type { Meta } from "../options.ts";
import type { FormatReading } from "../reading.ts";
import type { ResidueFinder } from "../residue/index.ts";
import { bylineIn } from "./authors.ts";
import { type ChosenBlock, chooseBlocks, OUTSIDE, STANDFIRST } from "./choose.ts";
import type { ElementKind } from "./element-rules.ts";
import { pageMeta } from "./metadata.ts";
import { pageBlocks } from "./page-blocks.ts";
import { wordedDates } from "./page-dates.ts";
import { parseTree } from "./parse.ts";
import { survivors } from "./survivors.ts";
import { attr, type Element, isElement } from "./tree.ts";
import { trimEnd } from "./trim-end.ts";
import { bare, wordCounts } from "./words.ts";
import { xpaths } from "./xpath.ts";

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
  const { meta, articleBody, headlines, summaries } = pageMeta(root, url);
  const words = wordCounts(root);
  const { blocks, contexts } = pageBlocks(root, words);
  const kept = survivors(root, (element) => {
    const context = contexts.get(element);
    return context !== undefined && (context.hidden || UNSHOWN.has(context.kind));
  });
  const evidence = {
    survivors: kept,
    articleBody: articleBody && bare(articleBody),
    headlines: headlines.map(bare),
    summaries: summaries.map(bare),
    pictures: pictureTexts(contexts.keys()),
  };
  const chosen = trimEnd(labelLines(chooseBlocks(blocks, [...contexts.values()], evidence), residue));
  const known = withLines(meta, chosen);
  return { ...build(chosen, root), meta: known, messages: notes(known.published, known.modified) };
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
  const pathOf = xpaths(root);
  const blocks: Block[] = [];
  for (const { block, label } of chosen) {
    if (blocks.length > 0) builder.glue("\n");
    const start = builder.length();
    for (const run of block.runs) builder.push(run.text, run.start, run.length, pathOf(run.node));
    blocks.push({ start, end: builder.length(), kind: label.kind, by: label.by });
  }
  return { ...builder.build(), blocks };
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
