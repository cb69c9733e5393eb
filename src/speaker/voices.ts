/** Attributions in, whose words each token stands in out: the innermost content that holds it. */
import type { Draft } from "./reading.ts";
import type { Words } from "./words.ts";

/** Tokens written per token of the text at most: contents nested deeper than this are not looked into. */
const DEPTH = 6;

/** For a token, the attribution whose content holds it most closely, other than the one with the id given. */
export function contentHolders(
  words: Words,
  drafts: readonly Draft[],
): (token: number, not: string) => Draft | undefined {
  const holder = new Int32Array(words.count).fill(-1);
  const outer = new Int32Array(drafts.length).fill(-1);
  const ranges = drafts
    .flatMap((draft, index) =>
      draft.frame.attribution.content.map((span) => ({
        index,
        from: words.tokenAt(span.start),
        to: words.tokenAt(span.end),
      })),
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  let budget = words.count * DEPTH;
  for (const { index, from, to } of ranges) {
    budget -= to - from;
    if (budget < 0) break;
    if (outer[index] === -1 && holder[from] !== index) outer[index] = holder[from] ?? -1;
    holder.fill(index, from, to);
  }
  return (token, not) => {
    let index = holder[token] ?? -1;
    for (let n = 0; n < DEPTH && index >= 0; n++) {
      if (drafts[index]!.frame.attribution.id !== not) return drafts[index];
      index = outer[index]!;
    }
    return undefined;
  };
}

/** For a token in a quotation, the attribution of the narrator nearest before it in its paragraph, or else the first after. */
export function quoteNeighbours(
  words: Words,
  drafts: readonly Draft[],
): (token: number, not: string) => Draft | undefined {
  const byParagraph = new Map<number, Draft[]>();
  for (const draft of drafts) {
    if (!draft.frame.source || draft.frame.quoted || draft.frame.attribution.parent !== undefined) continue;
    const list = byParagraph.get(draft.frame.paragraph);
    if (!list) byParagraph.set(draft.frame.paragraph, [draft]);
    else if (list.length < NEIGHBOURS) list.push(draft);
  }
  return (token, not) => {
    if (words.quoteOf(token) < 0) return undefined;
    const list = (byParagraph.get(words.paragraphOf(token)) ?? []).filter(
      (draft) => draft.frame.attribution.id !== not,
    );
    const sentence = words.sentenceOf(token);
    return (
      list.find((draft) => draft.frame.sentence === sentence) ??
      list.findLast((draft) => draft.frame.sentence < sentence) ??
      list[0]
    );
  };
}

const NEIGHBOURS = 20;
