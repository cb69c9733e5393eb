/** A parsed page in, how many words stand in each element out: one pass, from the leaves up. And words bare of all else. */
import { SILENT_TAGS } from "./tags.ts";
import { type Element, isElement, isText, type Node } from "./tree.ts";

/** Words in each element, those of its descendants included. */
export function wordCounts(root: Element): ReadonlyMap<Element, number> {
  const counts = new Map<Element, number>();
  const stack: { node: Element; child: number; words: number }[] = [{ node: root, child: 0, words: 0 }];
  while (stack.length > 0) {
    const frame = stack.at(-1)!;
    const child: Node | undefined = frame.node.childNodes[frame.child++];
    if (!child) {
      stack.pop();
      counts.set(frame.node, frame.words);
      const above = stack.at(-1);
      if (above) above.words += frame.words;
    } else if (isText(child)) frame.words += countWords(child.value);
    else if (isElement(child) && !SILENT_TAGS.has(child.tagName)) stack.push({ node: child, child: 0, words: 0 });
  }
  return counts;
}

function countWords(value: string): number {
  return value.match(/\S+/g)?.length ?? 0;
}

/** Letters and digits alone, so that quotes, spaces and markup make no difference. */
export function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
