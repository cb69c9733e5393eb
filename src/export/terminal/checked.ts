/** The report of a check as an editor reads it: verdict, draft words, source words with the differences marked, place. */
import { type Change, type Checked, type Evidence, PASSING } from "../../schema/index.ts";
import { type Paints, paints } from "./paint.ts";
import { printable } from "./width.ts";
import { type Piece, wrap } from "./wrap.ts";

export interface CheckedOptions {
  readonly width?: number;
  readonly colour?: boolean;
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
  const place = [one.input ?? one.article, one.publisher, one.published?.slice(0, 10)].filter((x) => x !== undefined);
  const who = [one.speaker, one.saidAt].filter((x) => x !== undefined).join(", ");
  const [before, after] = [one.before && `${one.before}${/[“‘"'(]$/.test(one.before) ? "" : " "}`, one.after];
  const around = `${before}${one.words}${/^[\p{L}\p{N}]/u.test(after) ? " " : ""}${after}`;
  const lines = indented([{ text: printable(`source: ${around}`), paint: paint.quiet }], width);
  lines.push(
    ...indented([{ text: printable([who, ...place].filter((x) => x !== "").join(" · ")), paint: paint.quiet }], width),
  );
  for (const warning of one.warnings)
    lines.push(...indented([{ text: printable(`! ${warning}`), paint: paint.limit }], width));
  return lines;
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
  const number = paint.quiet(String(n).padStart(INDENT - 1));
  const lines = [`${number} ${head[0]!.trimStart()}`, ...head.slice(1)];
  lines.push(...indented([{ text: printable(check.why), paint: paint.quiet }], width));
  for (const change of check.changes)
    lines.push(...indented([{ text: `${change.class}: `, paint: paint.quiet }, ...changePieces(change, paint)], width));
  for (const one of check.evidence) lines.push(...evidenceLines(one, paint, width));
  return lines.join("\n");
}

/** "6 quotations: 3 exact, 1 altered, 2 not-found" */
function summary(checks: readonly Checked[]): string {
  const counts = new Map<string, number>();
  for (const { verdict } of checks) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const list = [...counts].map(([verdict, n]) => `${n} ${verdict}`).join(", ");
  return `${checks.length} ${checks.length === 1 ? "quotation" : "quotations"}${list === "" ? "" : `: ${list}`}`;
}

/** The report, with a line break at its end. */
export function checkedText(checks: readonly Checked[], options: CheckedOptions = {}): string {
  const width = Math.max(30, Math.min(options.width ?? 80, WIDEST));
  const paint = paints(options.colour ?? false);
  const blocks = checks.map((check, i) => block(check, i + 1, paint, width));
  return `${[...blocks, summary(checks)].join("\n\n")}\n`;
}
