/** The report of a check as an editor reads it: verdict, draft words, source words with the differences marked, place. */
import { type Change, type Checked, type CheckedIndirect, type Evidence, PASSING } from "../../schema/index.ts";
import { checkedSummary, disagreementText, passageOf, placeOf } from "../checked.ts";
import { type Paints, paints } from "./paint.ts";
import { printable } from "./width.ts";
import { type Piece, wrap } from "./wrap.ts";

export interface CheckedOptions {
  readonly width?: number;
  readonly colour?: boolean;
  /** What the draft reports in its own words, beside what is on record. */
  readonly indirect?: readonly CheckedIndirect[];
}

const WIDEST = 100;
const INDENT = 4;

function indented(pieces: readonly Piece[], width: number): string[] {
  return wrap(pieces, width - INDENT).map((line) => " ".repeat(INDENT) + line);
}

function changePieces({ dropped, added }: Change, paint: Paints): Piece[] {
  return [
    ...(dropped ? [{ text: printable(`[-${dropped}-]`), paint: paint.limit }] : []),
    ...(dropped && added ? [{ text: " ", paint: paint.plain }] : []),
    ...(added ? [{ text: printable(`{+${added}+}`), paint: paint.strong }] : []),
  ];
}

function evidenceLines(one: Evidence, paint: Paints, width: number): string[] {
  const { before, words, after } = passageOf(one);
  const quiet = (text: string): string[] => indented([{ text: printable(text), paint: paint.quiet }], width);
  return [
    ...quiet(`source: ${before}${words}${after}`),
    ...quiet([...placeOf(one), ...(one.url === undefined ? [] : [one.url])].join(" · ")),
    ...one.warnings.flatMap((warning) => indented([{ text: printable(`! ${warning}`), paint: paint.limit }], width)),
  ];
}

/** Passing quotations need one place in full; the others are named. */
function allEvidence({ verdict, evidence }: Checked, paint: Paints, width: number): string[] {
  if (verdict === "stitched" || verdict === "paraphrase-as-quote")
    return evidence.flatMap((one) => evidenceLines(one, paint, width));
  const [first, ...also] = evidence;
  return [
    ...(first ? evidenceLines(first, paint, width) : []),
    ...also.flatMap((one) =>
      indented([{ text: printable(`also: ${placeOf(one).join(" · ")}`), paint: paint.quiet }], width),
    ),
  ];
}

function numbered(n: number, head: readonly string[], paint: Paints): string[] {
  return [`${paint.quiet(String(n).padStart(INDENT - 1))} ${head[0]!.trimStart()}`, ...head.slice(1)];
}

function block(check: Checked, n: number, paint: Paints, width: number): string {
  const clean = PASSING.has(check.verdict);
  const { words, speaker } = check.quotation;
  const head = indented(
    [
      { text: check.verdict, paint: clean ? paint.type : paint.limit, whole: true },
      { text: "  ", paint: paint.plain, whole: true },
      { text: printable(`${speaker ?? "nobody named"}: “${words}”`), paint: paint.plain },
    ],
    width,
  );
  const lines = numbered(n, head, paint);
  lines.push(...indented([{ text: printable(check.why), paint: paint.quiet }], width));
  for (const change of check.changes)
    lines.push(...indented([{ text: `${change.class}: `, paint: paint.quiet }, ...changePieces(change, paint)], width));
  return [...lines, ...allEvidence(check, paint, width)].join("\n");
}

function indirectBlock({ statement, nearest }: CheckedIndirect, n: number, paint: Paints, width: number): string {
  const head = indented(
    [
      { text: "indirect", paint: paint.strong, whole: true },
      { text: "  ", paint: paint.plain, whole: true },
      { text: printable(`${statement.speaker}, ${statement.type}: ${statement.words}`), paint: paint.plain },
    ],
    width,
  );
  const lines = numbered(n, head, paint);
  if (nearest.length === 0)
    lines.push(...indented([{ text: "nothing near to it is on record", paint: paint.quiet }], width));
  for (const one of nearest) {
    const differs = disagreementText(statement, one);
    if (differs) lines.push(...indented([{ text: printable(`! ${differs}`), paint: paint.limit }], width));
    lines.push(...evidenceLines(one.evidence, paint, width));
  }
  return lines.join("\n");
}

/** The report, with a line break at its end. */
export function checkedText(checks: readonly Checked[], options: CheckedOptions = {}): string {
  const width = Math.max(30, Math.min(options.width ?? 80, WIDEST));
  const paint = paints(options.colour ?? false);
  const blocks = checks.map((check, i) => block(check, i + 1, paint, width));
  const indirect = (options.indirect ?? []).map((one, i) => indirectBlock(one, i + 1, paint, width));
  return `${[...blocks, ...indirect, checkedSummary(checks)].join("\n\n")}\n`;
}
