/** What the reports of a search have in common: width, counts, pieces of a line. */
import type { Message } from "../../schema/index.ts";
import { type Paint, type Paints, paints } from "./paint.ts";
import { printable } from "./width.ts";
import { type Piece, wrap } from "./wrap.ts";

export interface SearchTextOptions {
  /** Columns to fit. Lines never get longer than 100, which are hard to read. */
  readonly width?: number;
  readonly colour?: boolean;
}

export interface Page {
  readonly width: number;
  readonly paint: Paints;
}

export function pageOf({ width = 80, colour = false }: SearchTextOptions): Page {
  return { width: Math.max(30, Math.min(width, 100)), paint: paints(colour) };
}

export const counted = (n: number, one: string): string => `${n.toLocaleString("en-US")} ${n === 1 ? one : `${one}s`}`;

export const piece = (text: string, paint: Paint, whole = false): Piece => ({ text: printable(text), paint, whole });

/** Pieces with a quiet dot between them, which never starts a line. */
export function dotted(parts: readonly (readonly [text: string, paint: Paint])[], { quiet, plain }: Paints): Piece[] {
  return parts.flatMap(([text, paint], i) => {
    const own = piece(text, paint, text.length < 24);
    return i === 0 ? [own] : [piece(" ·", quiet, true), piece(" ", plain), own];
  });
}

export function indented(pieces: readonly Piece[], indent: number, { width }: Page): string[] {
  return wrap(pieces, width - indent).map((line) => " ".repeat(indent) + line);
}

export function notes(messages: readonly Message[], page: Page): string[] {
  return messages.flatMap(({ text }) => wrap([piece(`note: ${text}`, page.paint.quiet)], page.width));
}

/** Blocks of lines with an empty line between them and a line break at the end. */
export function report(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join("\n"))
    .join("\n\n")}\n`;
}
