/** A tree that is all article (a Word document, a chapter of a book) in, its blocks with their kinds out. Nothing is dropped as page furniture. */
import type { Label, ResidueFinder } from "../residue/index.ts";
import { isHeadingBlock } from "./block-facts.ts";
import type { ChosenBlock } from "./choose.ts";
import type { Context } from "./context.ts";
import { type PageBlock, pageBlocks } from "./page-blocks.ts";
import { attr, type Element } from "./tree.ts";
import { wordCounts } from "./words.ts";

/** The blocks of one tree. `format` names the rules. Note references in the running text are left out, notes are residue. */
export function wholeBlocks(root: Element, format: string): ChosenBlock[] {
  const { blocks } = pageBlocks(root, wordCounts(root), isNoteReference);
  return blocks
    .filter(({ inner }) => !inner.hidden && inner.kind !== "chrome")
    .map((block) => ({ block, label: labelOf(block, format) }));
}

/** Ask the line rules about what is body so far. */
export function labelResidue(chosen: readonly ChosenBlock[], residue: ResidueFinder): ChosenBlock[] {
  return chosen.map(({ block, label }, i) => {
    const found = label.kind === "body" ? residue(block.text, i, chosen.length - 1 - i) : undefined;
    return { block, label: found ?? label };
  });
}

function labelOf(block: PageBlock, format: string): Label {
  const { kind, by } = block.inner;
  if (isNote(block.context)) return { kind: "other-residue", by: `${format}/note` };
  if (kind === "quote") return { kind, by: `${format}/quote` };
  if (isHeadingBlock(block)) return { kind: "heading", by: `${format}/heading` };
  if (kind === "caption" || kind === "credit") return { kind, by: by! };
  return { kind: "body", by: `${format}/paragraph` };
}

const NOTE = /\b(?:foot|end|rear)notes?\b/;

/** The text of a note: <li id="footnote-3">, <aside epub:type="footnote">. */
function isNote(context: Context): boolean {
  for (let at: Context | undefined = context, steps = 0; at && steps < 8; at = at.parent, steps++) {
    if (NOTE.test(attr(at.element, "epub:type"))) return true;
    if (/^(?:foot|end)note-/.test(attr(at.element, "id"))) return true;
  }
  return false;
}

/** The mark of a note, and the arrow that leads back from it: <a href="#footnote-3">, <a epub:type="noteref">. */
function isNoteReference(element: Element): boolean {
  if (element.tagName !== "a") return false;
  return (
    attr(element, "epub:type") === "noteref" ||
    attr(element, "role") === "doc-noteref" ||
    attr(element, "role") === "doc-backlink" ||
    /#(?:foot|end)note-/.test(attr(element, "href")) ||
    (attr(element, "href").includes("#") && isSuperscript(element))
  );
}

function isSuperscript(element: Element): boolean {
  const parent = element.parentNode;
  const around = parent !== null && "tagName" in parent && parent.tagName === "sup";
  return around || element.childNodes.some((child) => child.nodeName === "sup");
}
