/** Lines of a Markdown file in, its blocks out: which characters of the file each holds, and what it is. */
import type { BlockKind } from "../../schema/index.ts";

/** A block of the file: its line ranges without their signs (>, #, -), and its kind. */
export interface MarkdownBlock {
  readonly ranges: { readonly start: number; readonly end: number }[];
  readonly kind: BlockKind;
  readonly by: string;
}

interface Open {
  kind: BlockKind | "table" | "code";
  by: string;
  ranges: { start: number; end: number }[];
}

interface Sign {
  readonly kind: BlockKind;
  readonly by: string;
  /** Characters of the line before its text. */
  readonly skip: number;
  /** A new block even if the line before is of the same kind. */
  readonly fresh: boolean;
}

/** The blocks of `source` from `from` on. */
export function markdownBlocks(source: string, from: number): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let open: Open | undefined;
  let fence: string | undefined;
  const close = () => {
    if (open) blocks.push(open as MarkdownBlock);
    open = undefined;
  };
  for (const line of lines(source, from)) {
    const text = source.slice(line.start, Math.min(line.end, line.start + 400));
    const ticks = /^\s{0,3}(```|~~~)/.exec(text)?.[1];
    if (ticks && (fence === undefined || fence === ticks)) {
      fence = fence === undefined ? ticks : undefined;
      close();
      continue;
    }
    const state = fence === undefined ? lineSign(text) : verbatimLine(text);
    if (state === "empty" || state === "rule") {
      close();
      continue;
    }
    if (state === "underline") {
      if (open) Object.assign(open, { kind: "heading", by: "markdown/setext-heading" });
      close();
      continue;
    }
    const range = trimmed(source, line.start + state.skip, line.end);
    if (range.start >= range.end) {
      if (state.kind === "quote") close();
      continue;
    }
    if (open && !state.fresh && (open.kind === state.kind || (state.kind === "body" && open.kind === "quote"))) {
      open.ranges.push(range);
      continue;
    }
    close();
    open = { kind: state.kind, by: state.by, ranges: [range] };
    if (state.kind === "heading") close();
  }
  close();
  return blocks;
}

/** What the start of a line says of it. */
function lineSign(text: string): Sign | "empty" | "rule" | "underline" {
  if (text.trim() === "") return "empty";
  if (/^\s{0,3}=+\s*$/.test(text)) return "underline";
  if (/^\s{0,3}(?:-\s*){3,}$|^\s{0,3}(?:\*\s*){3,}$|^\s{0,3}(?:_\s*){3,}$/.test(text.slice(0, 120))) return "rule";
  if (/^\s{0,3}\|?(?:\s*:?-{2,}:?\s*\|)+[\s:|-]*$/.test(text.slice(0, 120))) return "rule";
  const heading = /^\s{0,3}#{1,6}(?:[ \t]+|$)/.exec(text);
  if (heading) return { kind: "heading", by: "markdown/heading", skip: heading[0].length, fresh: true };
  const quote = /^\s{0,3}(?:>[ \t]?){1,8}/.exec(text);
  if (quote) return { kind: "quote", by: "markdown/quote", skip: quote[0].length, fresh: false };
  const item = /^\s{0,12}(?:[-*+]|\d{1,4}[.)])[ \t]+/.exec(text);
  if (item) return { kind: "body", by: "markdown/item", skip: item[0].length, fresh: true };
  const note = /^\[[^\]\n]{1,100}\]:\s/.exec(text);
  if (note) return "rule";
  return {
    kind: "body",
    by: "markdown/paragraph",
    skip: 0,
    fresh: /^\s{0,3}!\[[^\]\n]{0,300}\]\([^)\n]{0,300}\)\s*$/.test(text),
  };
}

/** A line inside a fence is text as it stands. */
function verbatimLine(text: string): Sign | "empty" {
  return text.trim() === "" ? "empty" : { kind: "body", by: "markdown/code", skip: 0, fresh: true };
}

function* lines(source: string, from: number): Generator<{ start: number; end: number }> {
  let start = from;
  while (start < source.length) {
    const found = source.indexOf("\n", start);
    const next = found < 0 ? source.length : found;
    yield { start, end: source[next - 1] === "\r" && next > start ? next - 1 : next };
    start = next + 1;
  }
}

/** Without white space, closing #s and the hard-break backslash at its edges. */
function trimmed(source: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && source.charCodeAt(start) <= 32) start++;
  while (end > start && source.charCodeAt(end - 1) <= 32) end--;
  return { start, end };
}
