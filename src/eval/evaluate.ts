/** Gold and predicted articles in, counts per article out. */
import { OnrecordError } from "../schema/index.ts";
import { attributionsOf, ROLES, type TokenAttribution } from "./attributions.ts";
import { byCodePoint } from "./characters.ts";
import { citronCounts, citronNorm } from "./citron.ts";
import { linkedCounts } from "./linked.ts";
import type { GoldFile, GoldRecord } from "./records.ts";
import { spanCounts } from "./spans.ts";
import { bump, type Tally } from "./tally.ts";
import { type ScoredText, scoredText, tokensOf } from "./text.ts";

/** One article's counts, and both sides' attributions as they were compared. */
export interface ArticleScore {
  readonly record: GoldRecord;
  readonly tally: Tally;
  readonly doc: ScoredText;
  readonly gold: readonly TokenAttribution[];
  readonly pred: readonly TokenAttribution[];
}

export interface EvaluateOptions {
  /** Bring both sides to Citron's conventions first. */
  readonly citron?: boolean;
}

function checkSame(gold: GoldFile, pred: GoldFile): void {
  const extra = [...pred.keys()].filter((id) => !gold.has(id)).map(String);
  if (extra.length === 0) return;
  const first = extra.sort(byCodePoint)[0];
  throw new OnrecordError("bad-record", `${extra.length} predicted articles are not in gold, e.g. ${first}`, {
    hint: "Both files name articles by the same ids.",
  });
}

function checkText(gold: GoldRecord, pred: GoldRecord | undefined): string {
  if (typeof gold.text !== "string") throw new OnrecordError("bad-record", `article ${gold.id} of gold has no text`);
  if (pred && "text" in pred && pred.text !== gold.text) {
    throw new OnrecordError("bad-record", `the text of ${gold.id} differs between gold and prediction`, {
      hint: "Offsets count in gold's text; predict on that very text, or leave the text out.",
    });
  }
  return gold.text;
}

/** Predictions that lie wholly in gold's discarded spans are neither right nor wrong. */
function withoutDiscarded(doc: ScoredText, pred: TokenAttribution[], gold: GoldRecord): TokenAttribution[] {
  const discard = tokensOf(doc, gold.discard ?? []);
  if (discard.size === 0) return pred;
  return pred.filter((a) => !ROLES.every((role) => [...a[role]].every((t) => discard.has(t))));
}

function scoreArticle(gold: GoldRecord, pred: GoldRecord | undefined, options: EvaluateOptions): ArticleScore {
  const doc = scoredText(checkText(gold, pred));
  let golden = attributionsOf(doc, gold);
  let predicted = withoutDiscarded(doc, attributionsOf(doc, pred), gold);
  if (options.citron) [golden, predicted] = [citronNorm(doc, golden), citronNorm(doc, predicted)];
  const tally: Tally = new Map();
  spanCounts(tally, doc, predicted, golden);
  linkedCounts(tally, doc, predicted, golden);
  citronCounts(tally, predicted, golden);
  bump(tally, "n/gold", golden.length);
  bump(tally, "n/pred", predicted.length);
  return { record: gold, tally, doc, gold: golden, pred: predicted };
}

/** Score each article of `gold` against `pred`. An article that `pred` lacks counts as predicted empty. */
export function evaluate(gold: GoldFile, pred: GoldFile, options: EvaluateOptions = {}): ArticleScore[] {
  checkSame(gold, pred);
  return [...gold].map(([id, record]) => scoreArticle(record, pred.get(id), options));
}
