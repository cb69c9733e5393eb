/** Blocks of a tree with their kinds in; their text, spans and way back to the tree's text nodes out, appended to a builder. */
import type { Block } from "../../schema/index.ts";
import type { TextBuilder } from "../map/index.ts";
import type { ChosenBlock } from "./choose.ts";
import type { Element } from "./tree.ts";
import { xpaths } from "./xpath.ts";

/** Append the blocks of one tree (`root`), a line break between each two. `prefix` stands before every XPath: the member of an EPUB. */
export function appendBlocks(
  builder: TextBuilder,
  chosen: readonly ChosenBlock[],
  root: Element,
  prefix = "",
): Block[] {
  const pathOf = xpaths(root);
  return chosen.map(({ block, label }) => {
    if (builder.length() > 0) builder.glue("\n");
    const start = builder.length();
    for (const run of block.runs) builder.push(run.text, run.start, run.length, prefix + pathOf(run.node));
    return { start, end: builder.length(), kind: label.kind, by: label.by };
  });
}
