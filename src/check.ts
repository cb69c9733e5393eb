/** Checks a draft's quotations against sources, for Node: the same engine reads both. */
import { type CheckSource, indexUnits, judgeQuotation } from "./check/index.ts";
import { sameName } from "./eval/index.ts";
import { createQuotationFinder } from "./pipeline.ts";
import { packageResources } from "./resources.ts";
import type { Checked, DraftQuotation, Reading, Span } from "./schema/index.ts";

let finder: ReturnType<typeof createQuotationFinder> | undefined;

/** Spans of the words inside the quotation marks of an article, outermost marks first in order of the text. */
export function quotationsOf(reading: Reading): Span[] {
  finder ??= createQuotationFinder(packageResources());
  return finder(reading.article);
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

/**
 * Checks every quotation of the draft against the sources' statements. Words must be the same, in order and within one statement, for a verdict better
 * than `altered`; similarity alone never verifies.
 */
export function checkDraft(draft: Reading, sources: readonly Reading[]): Checked[] {
  const all = sources.map((reading): CheckSource => ({ reading, quotations: quotationsOf(reading) }));
  const index = indexUnits(all);
  const sameSpeaker = (name: string, speaker: { name: string } | undefined): boolean => sameName(name, speaker?.name);
  return draftQuotations(draft).map((quotation) => judgeQuotation(quotation, index, { sameSpeaker }));
}
