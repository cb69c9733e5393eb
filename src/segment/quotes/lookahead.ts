/** How many sure closing marks follow each mark before the next sure opening mark of its family. */
import type { Mark } from "./marks.ts";

/** Entry i: the sure closers after mark i, up to the next opener of the family or the paragraph's end. */
export function closersAhead(marks: readonly Mark[]): Uint32Array {
  const ahead = new Uint32Array(marks.length);
  const count = { double: 0, single: 0, guillemets: 0, angles: 0 };
  for (let i = marks.length - 1; i >= 0; i--) {
    const { family, lean, soft, doubt } = marks[i]!;
    ahead[i] = count[family];
    if (lean === "close" && !soft) count[family]++;
    else if (lean === "open" && doubt === "none") count[family] = 0;
  }
  return ahead;
}
