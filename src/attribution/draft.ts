/** Draft: an attribution while it is being put together, in token indexes of the doc. */
import type { Doc, Statement } from "../schema/index.ts";

export type Range = readonly [first: number, end: number];

/** Per role, the network's probability of exactly the spans it chose; 1 for a role without spans. */
export interface SpanChances {
  readonly source: number;
  readonly cue: number;
  readonly content: number;
}

export interface Draft {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  readonly form?: Statement["form"];
  /** Log-odds that this is an attribution. */
  readonly score: number;
  /** Absent if a rule made it. */
  readonly chances?: SpanChances;
  /** Names of the model and rules that made it, in order. */
  readonly by: readonly string[];
  /** The draft inside whose content this one lies. */
  readonly parent?: Draft;
}

/** A rule over the drafts of a whole doc: propose, complete or drop. */
export type LayoutRule = (doc: Doc, drafts: readonly Draft[]) => Draft[];

export function firstToken(draft: Draft): number {
  let first = Number.POSITIVE_INFINITY;
  for (const ranges of [draft.source, draft.cue, draft.content]) {
    for (const [start] of ranges) if (start < first) first = start;
  }
  return first;
}

export function endToken(draft: Draft): number {
  let last = 0;
  for (const ranges of [draft.source, draft.cue, draft.content]) {
    for (const [, end] of ranges) if (end > last) last = end;
  }
  return last;
}

/** Index of the paragraph that holds the token. */
export function paragraphOf(doc: Doc, token: number): number {
  let lo = 0;
  let hi = doc.paragraphs.length - 1;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (doc.paragraphs[mid]!.endToken <= token) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** Adds content ranges, sorted, and says which rule did. */
export function withContent(draft: Draft, more: readonly Range[], by: string): Draft {
  const content = [...draft.content, ...more].sort((a, b) => a[0] - b[0]);
  return { ...draft, content, by: [...draft.by, by] };
}
