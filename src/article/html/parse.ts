/** A page's source in, its tree out: as a browser builds it, unless it is made to outgrow every memory. */
import { defaultTreeAdapter, parse } from "parse5";
import { OnrecordError } from "../../schema/index.ts";
import type { Document } from "./tree.ts";

/** Elements for each tag of the source. Browsers open formatting tags that were left open again in every paragraph: twice is common. */
const GROWTH = 6;

/** Read a page's tags. @throws OnrecordError `too-large` where a few open tags would be repeated without end */
export function parseTree(source: string): Document {
  const tags = countTags(source);
  const most = tags * GROWTH + 1000;
  let made = 0;
  const createElement: typeof defaultTreeAdapter.createElement = (...element) => {
    if (++made > most) throw tooMany(tags, most);
    return defaultTreeAdapter.createElement(...element);
  };
  return parse(source, { treeAdapter: { ...defaultTreeAdapter, createElement } });
}

function countTags(source: string): number {
  let count = 0;
  for (let at = source.indexOf("<"); at >= 0; at = source.indexOf("<", at + 1)) count++;
  return count;
}

function tooMany(tags: number, most: number): OnrecordError {
  return new OnrecordError(
    "too-large",
    `The page's ${tags} tags stand for more than ${most} elements: tags such as <b> and <font> are left open over and over.`,
    { hint: "Close them, or give the article alone as text." },
  );
}
