/** An offset map and an offset of the text in, the place in the original out (and back, for maps of files). */
import type { OffsetMap, OffsetRun, Span } from "../../schema/index.ts";

/** A place in the original: an offset of the decoded file, or of the text node at `xpath`. */
export interface Place {
  readonly offset: number;
  readonly xpath?: string;
}

/** The last run that starts at or before `offset`, by binary search. */
function runBefore(runs: readonly OffsetRun[], offset: number): OffsetRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.textStart <= offset) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}

/** Where the code unit at `offset` stands in the original; undefined for the line breaks between blocks. */
export function originOf(map: OffsetMap, offset: number): Place | undefined {
  const run = runBefore(map.runs, offset);
  if (!run || offset >= run.textStart + run.length) return undefined;
  const step = run.length === run.originLength ? offset - run.textStart : 0;
  return place(run, run.originStart + step);
}

/** The place just past the code unit at `offset - 1`: the end of a span that ends there. */
export function originEndOf(map: OffsetMap, offset: number): Place | undefined {
  const run = runBefore(map.runs, offset - 1);
  if (!run || offset > run.textStart + run.length) return undefined;
  const whole = offset === run.textStart + run.length || run.length !== run.originLength;
  return place(run, run.originStart + (whole ? run.originLength : offset - run.textStart));
}

/** Both ends of a span in the original; undefined if one of them is a line break between blocks. */
export function originSpan(map: OffsetMap, span: Span): { readonly start: Place; readonly end: Place } | undefined {
  const start = originOf(map, span.start);
  const end = originEndOf(map, span.end);
  return start && end ? { start, end } : undefined;
}

/** The offset in the text of an offset of the decoded file; undefined if nothing of the text stands there. */
export function textOffsetOf(map: OffsetMap, place: Place): number | undefined {
  for (const run of map.runs) {
    if (run.xpath !== place.xpath) continue;
    const step = place.offset - run.originStart;
    if (step < 0 || step >= run.originLength) continue;
    return run.textStart + (run.length === run.originLength ? step : 0);
  }
  return undefined;
}

function place(run: OffsetRun, offset: number): Place {
  return run.xpath === undefined ? { offset } : { offset, xpath: run.xpath };
}
