/** Counts that add up over articles. Keys are paths such as `SPANS/content/exact/cp`; their order is that of the report. */

/**
 * The four counts of a figure: correct among predicted (`cp`), predicted (`p`), correct among gold (`cg`), gold (`g`).
 * Other counts have keys of two parts, e.g. `cue/tp`.
 */
export type Tally = Map<string, number>;

export function bump(tally: Tally, key: string, by: number): void {
  tally.set(key, (tally.get(key) ?? 0) + by);
}

/** Add the four counts of one figure, e.g. of `SPANS/content/exact`. */
export function addFigure(tally: Tally, figure: string, cp: number, p: number, cg: number, g: number): void {
  bump(tally, `${figure}/cp`, cp);
  bump(tally, `${figure}/p`, p);
  bump(tally, `${figure}/cg`, cg);
  bump(tally, `${figure}/g`, g);
}

/** Sum of tallies. */
export function totalOf(tallies: Iterable<Tally>): Tally {
  const total: Tally = new Map();
  for (const tally of tallies) for (const [key, value] of tally) bump(total, key, value);
  return total;
}
