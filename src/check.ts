/** Checks a draft's quotations against sources, for Node: the same engine reads both. */
import { type CheckOptions, type CheckSource, indexUnits, judgeIndirect, judgeQuotation } from "./check/index.ts";
import { sameName } from "./eval/index.ts";
import { createQuotationFinder } from "./pipeline.ts";
import { packageResources } from "./resources.ts";
import type { Checked, CheckedIndirect, DraftQuotation, Reading, Span, Statement } from "./schema/index.ts";

let finder: ReturnType<typeof createQuotationFinder> | undefined;

/** Spans of the words inside the quotation marks of an article, outermost marks first in order of the text. */
function quotationsOf(reading: Reading): Span[] {
  finder ??= createQuotationFinder(packageResources());
  return finder(reading.article);
}

/** A reading with its quotations, ready to be compared: made in a worker, it need not be gone through again. */
export function checkSource(reading: Reading): CheckSource {
  return { reading, quotations: quotationsOf(reading) };
}

/** The draft's quotations, each with the speaker of the statement that it stands in. */
export function draftQuotations(draft: Reading): DraftQuotation[] {
  const { text } = draft.article;
  return quotationsOf(draft).map((span) => {
    const holders = draft.statements.filter(({ content }) =>
      content.some((c) => c.start < span.end && span.start < c.end),
    );
    const inner = holders.sort((a, b) => lengthOf(a.content) - lengthOf(b.content))[0];
    const speaker = inner?.speaker?.name;
    return { span, words: text.slice(span.start, span.end), ...(speaker !== undefined && { speaker }) };
  });
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** What the draft reports in its own words, by somebody. */
export function draftIndirect(draft: Reading): Statement[] {
  return draft.statements.filter(({ kind, speaker }) => kind === "indirect" && speaker !== undefined);
}

/** A source: its reading, or what checkSource made of it. */
export type CheckReading = Reading | CheckSource;

/** Sources, indexed once for any number of drafts. */
export interface Checker {
  /** A verdict for every quotation. Words must be the same, in order and within one statement, for one better than `altered`; similarity alone never verifies. */
  quotations(draft: Reading): Checked[];
  /** What the draft reports in its own words, beside what its speakers are on record with. Never a verdict. */
  indirect(draft: Reading): CheckedIndirect[];
}

/** `searched`: the sources are what was found in a larger whole, so that none means not found. */
export function createChecker(sources: readonly CheckReading[], { searched = false } = {}): Checker {
  const index = indexUnits(sources.map((source) => ("reading" in source ? source : checkSource(source))));
  const options: CheckOptions = { sameSpeaker: rememberedNames(), searched };
  return {
    quotations: (draft) => draftQuotations(draft).map((quotation) => judgeQuotation(quotation, index, options)),
    indirect: (draft) =>
      draftIndirect(draft).flatMap((statement) => judgeIndirect(statement, draft.article.text, index, options) ?? []),
  };
}

/** Names are compared for every statement that comes near, and are few. */
function rememberedNames(): CheckOptions["sameSpeaker"] {
  const known = new Map<string, boolean>();
  return (name, speaker) => {
    const key = `${name}\n${speaker?.name}`;
    let same = known.get(key);
    if (same === undefined) known.set(key, (same = sameName(name, speaker?.name)));
    return same;
  };
}

/** Checks every quotation of the draft against the sources' statements. */
export function checkDraft(draft: Reading, sources: readonly CheckReading[]): Checked[] {
  return createChecker(sources).quotations(draft);
}
