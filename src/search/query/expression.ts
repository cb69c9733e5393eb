/**
 * Sets of rows as full-text expressions (FTS5). NOT needs something to take from there; so every set is an expression or
 * all rows but those of one, and the two kinds are put together by the rules of sets. Words are only ever quoted.
 */

export interface RowSet {
  /** An FTS5 expression; undefined for no rows. */
  readonly rows: string | undefined;
  /** All rows but these. */
  readonly but: boolean;
}

export const NOTHING: RowSet = { rows: undefined, but: false };
export const EVERYTHING: RowSet = { rows: undefined, but: true };

export const isNothing = ({ rows, but }: RowSet): boolean => rows === undefined && !but;
export const isEverything = ({ rows, but }: RowSet): boolean => rows === undefined && but;

/** Words in a row, in one of the columns. */
export function phrase(columns: string, words: readonly string[], prefix = false): RowSet {
  return { rows: `{${columns}} : "${words.join(" ")}"${prefix ? " *" : ""}`, but: false };
}

/** Rows that have one of the facet words. */
export function facetSet(facets: readonly string[]): RowSet {
  if (facets.length === 0) return NOTHING;
  return { rows: `facets : (${facets.map((word) => `"${word}"`).join(" OR ")})`, but: false };
}

export const negation = ({ rows, but }: RowSet): RowSet => ({ rows, but: !but });

export function intersection(sets: readonly RowSet[]): RowSet {
  const wanted = sets.filter((set) => !isEverything(set));
  if (wanted.some(isNothing)) return NOTHING;
  const having = wanted.filter(({ but }) => !but).map(({ rows }) => rows!);
  const without = wanted.filter(({ but }) => but).map(({ rows }) => rows!);
  if (having.length === 0) return { rows: without.length > 0 ? joined(without, "OR") : undefined, but: true };
  if (without.length === 0) return { rows: joined(having, "AND"), but: false };
  return { rows: `(${joined(having, "AND")} NOT ${joined(without, "OR")})`, but: false };
}

/** A or B is all but what is neither A nor B. */
export function union(sets: readonly RowSet[]): RowSet {
  if (sets.some(({ but }) => but)) return negation(intersection(sets.map(negation)));
  const rows = sets.flatMap((set) => (set.rows === undefined ? [] : [set.rows]));
  return rows.length === 0 ? NOTHING : { rows: joined(rows, "OR"), but: false };
}

function joined(rows: readonly string[], by: "AND" | "OR"): string {
  return rows.length === 1 ? rows[0]! : `(${rows.join(` ${by} `)})`;
}
