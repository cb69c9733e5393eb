/** Pieces of an original in, a text and its offset map out: every piece is written down as it is appended. */
import type { OffsetMap, OffsetRun } from "../../schema/index.ts";

type Open = { -readonly [K in keyof OffsetRun]: OffsetRun[K] };

/** Collects a text piece by piece together with the way back to the original. */
export interface TextBuilder {
  /** Code units appended so far. */
  length(): number;
  /** Append `piece`, which stands for `originLength` units of the original from `originStart` on. */
  push(piece: string, originStart: number, originLength: number, xpath?: string): void;
  /** Append text that is not in the original (the line break between two blocks). */
  glue(piece: string): void;
  build(): { readonly text: string; readonly offsetMap: OffsetMap };
}

/** A new, empty builder. */
export function textBuilder(origin: OffsetMap["origin"]): TextBuilder {
  const pieces: string[] = [];
  const runs: Open[] = [];
  let length = 0;
  return {
    length: () => length,
    push(piece, originStart, originLength, xpath) {
      if (piece === "") return;
      const last = runs.at(-1);
      if (last && joins(last, length, piece.length, originStart, originLength, xpath)) {
        last.length += piece.length;
        last.originLength += originLength;
      } else {
        const run = { textStart: length, length: piece.length, originStart, originLength };
        runs.push(xpath === undefined ? run : { ...run, xpath });
      }
      pieces.push(piece);
      length += piece.length;
    },
    glue(piece) {
      pieces.push(piece);
      length += piece.length;
    },
    build: () => ({ text: pieces.join(""), offsetMap: { origin, runs } }),
  };
}

/** May a piece be joined to the run before it? Only where both are unchanged and touch on both sides. */
function joins(
  last: OffsetRun,
  textStart: number,
  length: number,
  originStart: number,
  originLength: number,
  xpath: string | undefined,
): boolean {
  return (
    length === originLength &&
    last.length === last.originLength &&
    last.textStart + last.length === textStart &&
    last.originStart + last.originLength === originStart &&
    last.xpath === xpath
  );
}

/** The map of a text that is the original itself. */
export function identityMap(length: number): OffsetMap {
  const runs = length === 0 ? [] : [{ textStart: 0, length, originStart: 0, originLength: length }];
  return { origin: "text", runs };
}
