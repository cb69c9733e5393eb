/** A Markdown file in; its text without syntax, its blocks, its metadata and the way back to the file out. */
import type { Block, BlockKind } from "../../schema/index.ts";
import { textBuilder } from "../map/index.ts";
import type { FormatReading } from "../reading.ts";
import type { ResidueFinder } from "../residue/index.ts";
import { type MarkdownBlock, markdownBlocks } from "./blocks.ts";
import { blankComments } from "./comments.ts";
import { frontMatter } from "./front-matter.ts";
import { inlinePieces, type Piece } from "./inline.ts";

/** Read Markdown. A first heading of level one is the title if the front matter has none; it is then no block. */
export function readMarkdown(input: string, residue: ResidueFinder): FormatReading {
  const { meta, length } = frontMatter(input);
  const source = blankComments(input);
  const found = markdownBlocks(source, length).map((block) => ({ block, pieces: piecesOf(source, block) }));
  const shown = found.filter(({ pieces }) => pieces.length > 0);
  const first = shown[0];
  const isTitle = first?.block.kind === "heading" && isTopHeading(source, first.block);
  const title = isTitle ? textOf(first!.pieces) : undefined;
  const builder = textBuilder("text");
  const blocks: Block[] = [];
  const rest = isTitle ? shown.slice(1) : shown;
  rest.forEach(({ block, pieces }, i) => {
    if (i > 0) builder.glue("\n");
    const start = builder.length();
    for (const piece of pieces) builder.push(piece.text, piece.start, piece.length);
    const label = labelOf(source, block, textOf(pieces), residue, i, rest.length - 1 - i);
    blocks.push({ start, end: builder.length(), ...label });
  });
  return { ...builder.build(), blocks, meta: { ...meta, title: meta.title ?? title }, messages: [] };
}

function labelOf(
  source: string,
  block: MarkdownBlock,
  text: string,
  residue: ResidueFinder,
  before: number,
  after: number,
): { kind: BlockKind; by: string } {
  const image = /^!\[[^\]]{0,2000}\]\(/.test(source.slice(block.ranges[0]!.start, block.ranges[0]!.start + 2010));
  if (image) return { kind: "caption", by: "markdown/image" };
  const found = block.kind === "body" && residue(text, before, after);
  return found || { kind: block.kind, by: block.by };
}

function isTopHeading(source: string, block: MarkdownBlock): boolean {
  if (block.by === "markdown/setext-heading") return true;
  const lineStart = source.lastIndexOf("\n", block.ranges[0]!.start - 1) + 1;
  return /^\s{0,3}#[ \t]/.test(source.slice(lineStart, lineStart + 8));
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join("");
}

/** The text pieces of a block: white space collapsed (line breaks too), nothing at the edges. */
function piecesOf(source: string, block: MarkdownBlock): Piece[] {
  const pieces: Piece[] = [];
  block.ranges.forEach(({ start, end }, i) => {
    const last = block.ranges[i - 1];
    if (last) pieces.push({ text: " ", start: last.end, length: start - last.end });
    const raw =
      block.by === "markdown/code"
        ? [{ text: source.slice(start, end), start, length: end - start }]
        : inlinePieces(source, start, closingEnd(source, block, start, end));
    for (const piece of raw) pieces.push(...collapse(piece));
  });
  return trimPieces(pieces);
}

/** A heading ends before its closing #s, a line before its hard-break backslash. */
function closingEnd(source: string, block: MarkdownBlock, start: number, end: number): number {
  let to = end;
  if (block.kind === "heading") while (to > start && source[to - 1] === "#") to--;
  if (to < end && to > start && !/\s/.test(source[to - 1]!)) return end;
  return source[to - 1] === "\\" && source[to - 2] !== "\\" ? to - 1 : to;
}

/** Runs of white space and lone tabs become one space. */
function collapse(piece: Piece): Piece[] {
  if (piece.text.length !== piece.length || !/\s\s|[^\S ]/.test(piece.text)) return [piece];
  const out: Piece[] = [];
  let at = 0;
  for (const found of piece.text.matchAll(/\s{2,}|[^\S \u00a0]/g)) {
    if (found.index > at)
      out.push({ text: piece.text.slice(at, found.index), start: piece.start + at, length: found.index - at });
    out.push({ text: " ", start: piece.start + found.index, length: found[0].length });
    at = found.index + found[0].length;
  }
  if (at < piece.text.length)
    out.push({ text: piece.text.slice(at), start: piece.start + at, length: piece.text.length - at });
  return out;
}

/** No white space at the ends of the block, no double space where syntax between two spaces went. */
function trimPieces(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  let space = true;
  for (const piece of pieces) {
    const kept = space ? trimStart(piece) : piece;
    if (kept.text === "") continue;
    out.push(kept);
    space = /\s$/.test(kept.text);
  }
  while (out.length > 0) {
    const last = trimEnd(out.pop()!);
    if (last.text === "") continue;
    out.push(last);
    break;
  }
  return out;
}

function trimStart(piece: Piece): Piece {
  const text = piece.text.trimStart();
  const cut = piece.text.length - text.length;
  return cut === 0 ? piece : sub(piece, text, cut);
}

function trimEnd(piece: Piece): Piece {
  const text = piece.text.trimEnd();
  return text.length === piece.text.length ? piece : sub(piece, text, 0);
}

/** Part of a piece: exact where the piece stands for itself, else all or nothing. */
function sub(piece: Piece, text: string, cut: number): Piece {
  if (piece.text.length === piece.length) return { text, start: piece.start + cut, length: text.length };
  return { text, start: piece.start, length: text === "" ? 0 : piece.length };
}
