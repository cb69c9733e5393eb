/** Two texts in, the runs of words that both have or only one has out: longest common subsequence of their words. */
import type { WordChange } from "../schema/index.ts";
import { type TextWord, textWords } from "./words.ts";

/** Cells of the table; texts that differ in more are told apart as wholes there. */
const MOST_CELLS = 1_000_000;

type Kind = WordChange["kind"];
interface Step {
  readonly kind: Kind;
  readonly word: TextWord;
}

/** From `before` to `after`; what is kept and removed in the words of the first, what is added in those of the second. */
export function wordDifference(before: string, after: string): WordChange[] {
  const steps = stepsBetween(textWords(before), textWords(after));
  const changes: WordChange[] = [];
  for (let i = 0; i < steps.length; ) {
    const { kind, word } = steps[i]!;
    let end = word.end;
    while (i < steps.length && steps[i]!.kind === kind) end = steps[i++]!.word.end;
    changes.push({ kind, words: (kind === "added" ? after : before).slice(word.start, end) });
  }
  return changes;
}

function stepsBetween(a: readonly TextWord[], b: readonly TextWord[]): Step[] {
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head]!.key === b[head]!.key) head++;
  let tail = 0;
  while (tail < least - head && a[a.length - 1 - tail]!.key === b[b.length - 1 - tail]!.key) tail++;
  const kept = (words: readonly TextWord[]): Step[] => words.map((word) => ({ kind: "kept", word }));
  const middle = middleSteps(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return [...kept(a.slice(0, head)), ...middle, ...kept(a.slice(a.length - tail))];
}

function middleSteps(a: readonly TextWord[], b: readonly TextWord[]): Step[] {
  const removed = (word: TextWord): Step => ({ kind: "removed", word });
  const added = (word: TextWord): Step => ({ kind: "added", word });
  if (a.length * b.length > MOST_CELLS) return [...a.map(removed), ...b.map(added)];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let k = b.length - 1; k >= 0; k--)
      common[i * width + k] =
        a[i]!.key === b[k]!.key
          ? common[(i + 1) * width + k + 1]! + 1
          : Math.max(common[(i + 1) * width + k]!, common[i * width + k + 1]!);
  const steps: Step[] = [];
  let [i, k] = [0, 0];
  while (i < a.length || k < b.length) {
    if (i < a.length && k < b.length && a[i]!.key === b[k]!.key) {
      steps.push({ kind: "kept", word: a[i++]! });
      k++;
    } else if (k === b.length || (i < a.length && common[(i + 1) * width + k]! >= common[i * width + k + 1]!))
      steps.push(removed(a[i++]!));
    else steps.push(added(b[k++]!));
  }
  return steps;
}
