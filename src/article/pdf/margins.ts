/** The lines of all pages in, which of them are no text of the article out: running heads and feet, page numbers, footnotes. */
import type { Line } from "./lines.ts";

/** How many lines from the top and from the foot of a page a running line may stand. */
const OUTER = 3;
const PAGE_NUMBER = /^(?:[-–—|\s]*(?:page |p\. ?)?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:of|\/) ?\d{1,4})?[-–—|\s]*)$/i;

/** The rule that takes a line out of the text, by line. `pages`: the lines of each page in reading order. */
export function marginLines(pages: readonly (readonly Line[])[], bodySize: number): ReadonlyMap<Line, string> {
  const rules = new Map<Line, string>();
  const outer = pages.map(outerLines);
  const repeats = new Map<string, Line[]>();
  for (const line of outer.flat()) {
    const key = keyOf(line);
    const same = repeats.get(key);
    if (same) same.push(line);
    else repeats.set(key, [line]);
  }
  for (const same of repeats.values())
    if (isRunning(same, pages.length)) for (const line of same) rules.set(line, "running-line");
  for (const lines of outer) for (const line of lines) if (isPageNumber(line, lines)) rules.set(line, "page-number");
  for (const lines of pages) for (const line of footnotes(lines, rules, bodySize)) rules.set(line, "footnote");
  return rules;
}

function outerLines(lines: readonly Line[]): Line[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y);
  return sorted.length <= OUTER * 2 ? sorted : [...sorted.slice(0, OUTER), ...sorted.slice(-OUTER)];
}

/** The same words, figures aside ("14 March 2026 Hearing 3"), at the same height. */
function keyOf({ text, y }: Line): string {
  return `${Math.round(y / 6)} ${text.replace(/\d+/g, "#").replace(/\s+/g, " ").trim().toLowerCase()}`;
}

/** On three pages, or on two of at most four; odd and even pages may have lines of their own. */
function isRunning(same: readonly Line[], pages: number): boolean {
  const on = new Set(same.map((line) => line.page)).size;
  if (same[0]!.text.length > 150) return false;
  return on >= 3 ? on * 4 >= pages : on === 2 && pages <= 4;
}

/** A number alone, the first or the last line of its page. */
function isPageNumber(line: Line, outer: readonly Line[]): boolean {
  return (
    (line === outer[0] || line === outer.at(-1)) &&
    PAGE_NUMBER.test(line.text.trim()) &&
    /\d|[ivxl]{1,6}/i.test(line.text)
  );
}

/** Small lines at the foot of a page, the first of which opens with a mark. */
function footnotes(lines: readonly Line[], rules: ReadonlyMap<Line, string>, bodySize: number): Line[] {
  const open = lines.filter((line) => !rules.has(line));
  let from = open.length;
  while (from > 0 && open[from - 1]!.size < bodySize * 0.92) from--;
  while (from < open.length && !/^(?:\d{1,3}|[*†‡])[.)]?\s?\p{L}/u.test(open[from]!.text)) from++;
  return from > 0 ? open.slice(from) : [];
}
