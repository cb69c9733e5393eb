/** Attributions inside the content of others: each content is read once more, as if it stood alone. */
import { type Doc, UPOS } from "../schema/index.ts";
import type { ActOf } from "./act.ts";
import type { Draft, Range } from "./draft.ts";
import { CLOSE, type Features, featuresOf, isInside, OPEN } from "./features.ts";
import type { Tagged, Tagger } from "./tagged.ts";
import { windowsOfRanges } from "./windows.ts";

export interface NestedOptions {
  readonly tag: Tagger;
  /** Tokens in a window, about. */
  readonly window: number;
  /** Name of the model. */
  readonly name: string;
  readonly actOf: ActOf;
  /** Words that mostly stand in cues: only contents that hold one are read again. */
  readonly cueWords: ReadonlySet<string>;
}

/**
 * Least accept score inside a content, higher than elsewhere: the network was trained on texts whose nested attributions nobody marked. Whole
 * (half match) on PolNeAR dev, which marks none, and on newsroom-dev: at 3 71.8 and 88.8, at 3.5 72.2 and 88.6, at 4 72.6 and 88.3.
 */
const THRESHOLD = 3.5;
/** What a word of a nested cue is at least once: 94 of 96 that were found on the development sets have one. */
const CUE_TAG = "VERB";

/** A shorter content holds no attribution. */
const SHORTEST = 4;

export const NESTED = { name: "attribution/nested", why: "inside what somebody else says" };

interface Part {
  readonly range: Range;
  readonly parent: Draft;
}

/** Finds what other people said inside what the drafts say. */
export async function findNested(
  doc: Doc,
  features: Features,
  drafts: readonly Draft[],
  options: NestedOptions,
): Promise<Draft[]> {
  const { tag, window, name, actOf, cueWords } = options;
  const taken = new Set(drafts.flatMap(({ cue }) => cue.flatMap(indexesOf)));
  const isCue = (i: number): boolean =>
    !taken.has(i) && UPOS[doc.tokens.pos[i]!] === CUE_TAG && cueWords.has(features.keys[i]![0]!);
  const parts = drafts
    .flatMap((parent) => parent.content.map((range): Part => ({ range: trimmed(features, range), parent })))
    .filter(({ range }) => range[1] - range[0] >= SHORTEST && indexesOf(range).some(isCue));

  const isNested = (one: Tagged): boolean =>
    one.accept >= THRESHOLD &&
    one.content.length > 0 &&
    !indexesOf(one.cue).some((i) => taken.has(i)) &&
    !isOwnView(doc, one, actOf);
  const read = async (some: readonly Part[], view: Features): Promise<Draft[]> => {
    const ranges = some.map(({ range }) => range);
    const found = await tag(doc, view, windowsOfRanges(ranges, window));
    return found.filter(isNested).map(({ source, cue, content, accept, chances, paragraph }) => {
      const { parent } = some[paragraph]!;
      return { source, cue: [cue], content, score: accept, chances: chances(), by: [name, NESTED.name], parent };
    });
  };

  const plain = parts.filter(({ range }) => !isQuoted(features, range));
  const quoted = parts.filter(({ range }) => isQuoted(features, range));
  const found = await read(plain, features);
  return quoted.length === 0 ? found : [...found, ...(await read(quoted, featuresOf(doc, 1)))];
}

function indexesOf([first, end]: Range): number[] {
  return Array.from({ length: end - first }, (_, i) => first + i);
}

/** Without the quotation marks at its ends. */
function trimmed({ quote }: Features, [first, end]: Range): Range {
  let [a, b] = [first, end];
  while (a < b && quote[a] === OPEN) a++;
  while (a < b && quote[b - 1] === CLOSE) b--;
  return [a, b];
}

/** Does all of it stand inside one quotation? */
function isQuoted({ quote }: Features, [first, end]: Range): boolean {
  return quote.subarray(first, end).every(isInside);
}

/** "I think", "said he hoped" inside somebody's words is how they say it, no attribution of its own. */
function isOwnView(doc: Doc, { source, cue }: Tagged, actOf: ActOf): boolean {
  const text = ([first, end]: Range): string => doc.text.slice(doc.tokens.start[first], doc.tokens.end[end - 1]);
  if (source.length === 0 || !source.every((range) => /^(?:i|we|you|he|she|they|it|one)$/i.test(text(range))))
    return false;
  const span = { start: doc.tokens.start[cue[0]]!, end: doc.tokens.end[cue[1] - 1]! };
  return actOf(doc, [span], "indirect") === "attitude";
}
