/** What the reports of a check have in common: counts, and what an indirect statement is set beside. */
import type { Checked, CheckedIndirect, Evidence } from "../schema/index.ts";

/** "6 quotations: 3 exact, 1 altered, 2 not-found" */
export function checkedSummary(checks: readonly Checked[]): string {
  const counts = new Map<string, number>();
  for (const { verdict } of checks) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const list = [...counts].map(([verdict, n]) => `${n} ${verdict}`).join(", ");
  return `${checks.length} ${checks.length === 1 ? "quotation" : "quotations"}${list === "" ? "" : `: ${list}`}`;
}

/** Who, when, where: "Ana Quill, 2026-03-10 · The Tide · 2026-03-11 · #12" */
export function placeOf({ speaker, saidAt, publisher, published, input, article, record }: Evidence): string[] {
  const who = [speaker, saidAt].filter((one) => one !== undefined).join(", ");
  const number = record && (record.statement === undefined ? `article ${record.article}` : `#${record.statement}`);
  return [who, publisher, published?.slice(0, 10), number ?? input ?? article].filter(
    (one): one is string => one !== undefined && one !== "",
  );
}

/** The words with the sentences around them, as they are printed on one line. */
export function passageOf({ before, words, after }: Evidence): { before: string; words: string; after: string } {
  return {
    before: before && `${before}${/[“‘"'(]$/.test(before) ? "" : " "}`,
    words,
    after: `${/^[\p{L}\p{N}]/u.test(after) ? " " : ""}${after}`,
  };
}

/** "commitment, on record: prediction; one denies, the other does not" */
export function disagreementText(
  { type }: CheckedIndirect["statement"],
  { type: theirs, disagrees }: CheckedIndirect["nearest"][number],
): string | undefined {
  const parts = [
    ...(disagrees.includes("type") ? [`the draft has it as ${type}, the source as ${theirs}`] : []),
    ...(disagrees.includes("polarity") ? ["one denies, the other does not"] : []),
  ];
  return parts.length === 0 ? undefined : parts.join("; ");
}
