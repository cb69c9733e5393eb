/** The same utterance in several articles, as a person reads it: the earliest first, each with how its words differ. */
import type { StatementHit, Variant, Variants, WordChange } from "../../schema/index.ts";
import { hitLines, INDENT } from "./hit.ts";
import { counted, indented, notes, type Page, pageOf, piece, report, type SearchTextOptions } from "./parts.ts";
import type { Piece } from "./wrap.ts";

export function variantsText(result: Variants, options: SearchTextOptions = {}): string {
  const page = pageOf(options);
  const { statement, earliest, variants, messages } = result;
  const mark = ({ number }: StatementHit): string => (number === earliest ? "1st" : "");
  const head =
    variants.length === 0 ? "No other article has it." : `${counted(variants.length, "variant")} in other articles`;
  return report([
    hitLines(statement, mark(statement), page),
    [page.paint.quiet(head), ...notes(messages, page)],
    ...variants.map((one) => [...hitLines(one.statement, mark(one.statement), page), ...differenceLines(one, page)]),
  ]);
}

function differenceLines({ difference }: Variant, page: Page): string[] {
  const { paint } = page;
  const same = difference.every(({ kind }) => kind === "kept");
  const pieces = same
    ? [piece("the same words", paint.quiet)]
    : [piece("differs: ", paint.label), ...difference.flatMap((one) => changePieces(one, page))];
  return indented(pieces, INDENT, page);
}

function changePieces({ kind, words }: WordChange, { paint }: Page): Piece[] {
  if (kind === "kept") return [piece(`${words} `, paint.quiet)];
  return kind === "removed"
    ? [piece(`[-${words}-]`, paint.limit), piece(" ", paint.plain)]
    : [piece(`{+${words}+}`, paint.strong), piece(" ", paint.plain)];
}
