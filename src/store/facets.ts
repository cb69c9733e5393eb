/** A statement's filters as words of its facets column: they narrow a full-text query without a join. */
import type { Statement } from "../schema/index.ts";

/** Bits of statement.flags, by name; the same names are the facet words. */
export const FLAGS = {
  negated: 1,
  hypothetical: 2,
  historical: 4,
  conditional: 8,
  duplicate: 16,
  probability: 32,
} as const;
export type Flag = keyof typeof FLAGS;

/** The flags that a statement has; `duplicate`: its article is a copy of another. */
export function flagsOf(statement: Statement, duplicate: boolean): Flag[] {
  const has: Readonly<Record<Flag, boolean>> = {
    negated: statement.negated,
    hypothetical: statement.hypothetical,
    historical: statement.historical,
    conditional: statement.conditions.length > 0,
    duplicate,
    probability: statement.probability !== undefined,
  };
  return (Object.keys(FLAGS) as Flag[]).filter((flag) => has[flag]);
}

/** What a facet word stands for: the kind of filter and the value. */
export type FacetKind = "speaker" | "addressee" | "publisher" | "type" | "kind" | "act" | "level" | "flag" | "language";

/** "speaker_12", "type_nocomment": one word for the index, whose only other character is the underscore. */
export function facet(kind: FacetKind, value: string | number): string {
  return `${kind}_${String(value)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")}`;
}
