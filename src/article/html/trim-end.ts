/** Chosen and labelled blocks in; the same, but what only leads away from the report labelled so, out. */
import { READ_KINDS } from "../../schema/index.ts";
import { isHeadingBlock, isLinked } from "./block-facts.ts";
import type { ChosenBlock } from "./choose.ts";

/** Relabel headings that lead nowhere but to other pages, and the lists under "More stories". */
export function trimEnd(chosen: readonly ChosenBlock[]): ChosenBlock[] {
  return trailingHeadings(linkedHeadings(underReadMore(underLastLabel(chosen))));
}

const isRead = ({ label }: ChosenBlock): boolean => READ_KINDS.has(label.kind);

/** "About the author", and one paragraph after it, the page's last: it is what the label says. */
function underLastLabel(chosen: readonly ChosenBlock[]): ChosenBlock[] {
  const last = chosen.findLastIndex(isRead);
  const before = chosen[last - 1];
  if (before?.label.kind !== "author-bio" || !/^(?:about|meet) (?:the|our) /i.test(before.block.text))
    return [...chosen];
  const label = { kind: before.label.kind, by: "html/about-author" };
  return chosen.map((at, i) => (i === last ? { block: at.block, label } : at));
}

/** Headings that are links, one after the other, are teasers; the subheads of a report have text between them. */
function linkedHeadings(chosen: readonly ChosenBlock[]): ChosenBlock[] {
  const read = chosen.filter(isRead);
  const isTeaser = (at: ChosenBlock | undefined) => at?.label.kind === "heading" && isLinked(at.block, 80);
  const teasers = new Set(
    read.filter((at, i) => isTeaser(at) && (isTeaser(read[i - 1]) || isTeaser(read[i + 1]) || i === read.length - 1)),
  );
  return chosen.map((at) =>
    teasers.has(at) ? { block: at.block, label: { kind: "read-more", by: "html/linked-headings" } } : at,
  );
}

/** A heading after which nothing comes is no heading of the report. */
function trailingHeadings(chosen: readonly ChosenBlock[]): ChosenBlock[] {
  const last = chosen.findLastIndex((at) => isRead(at) && at.label.kind !== "heading");
  return chosen.map((at, i) =>
    i > last && last >= 0 && at.label.kind === "heading"
      ? { block: at.block, label: { kind: "other-residue", by: "html/trailing-heading" } }
      : at,
  );
}

/** After a line such as "More stories": list items and headings that hold links, up to the next paragraph. */
function underReadMore(chosen: readonly ChosenBlock[]): ChosenBlock[] {
  let under = false;
  return chosen.map((at) => {
    if (at.label.kind === "read-more" && at.label.by.startsWith("residue/")) under = true;
    else if (isRead(at)) under &&= leadsAway(at);
    return under && isRead(at) ? { block: at.block, label: { kind: "read-more", by: "html/under-read-more" } } : at;
  });
}

function leadsAway({ block }: ChosenBlock): boolean {
  return isLinked(block, 30) && (block.context.element.tagName === "li" || isHeadingBlock(block));
}
