/** What a query means, as a tree: words, fields, and how they are joined. */
import type { Span } from "../../schema/index.ts";

export const FIELDS = [
  "speaker", "party", "addressee", "publisher", "type", "kind", "act", "level", "is", "issue", "article",
  "said", "published", "confidence",
] as const; // biome-ignore format: one table
export type FieldName = (typeof FIELDS)[number];

export const OPERATORS = [":", ">=", "<=", ">", "<"] as const;
export type Operator = (typeof OPERATORS)[number];

/** Words in a row (one, or a phrase), folded. With `prefix` the last one may go on. */
export interface WordsNode {
  readonly kind: "words";
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** "speaker:Quill", "said>2026-03-01". */
export interface FieldNode {
  readonly kind: "field";
  readonly field: FieldName;
  readonly operator: Operator;
  readonly value: string;
  /** The query that it stands in, and where. */
  readonly query: string;
  readonly at: Span;
}

export type QueryNode =
  | WordsNode
  | FieldNode
  | { readonly kind: "and" | "or"; readonly parts: readonly QueryNode[] }
  | { readonly kind: "not"; readonly part: QueryNode };

/** All of the parts; parts that are themselves all of some are taken apart. */
export function allOf(nodes: readonly QueryNode[]): QueryNode {
  const parts = nodes.flatMap((node) => (node.kind === "and" ? node.parts : [node]));
  return parts.length === 1 ? parts[0]! : { kind: "and", parts };
}

/** The parts that all must hold. */
export function conjuncts(node: QueryNode | undefined): readonly QueryNode[] {
  if (!node) return [];
  return node.kind === "and" ? node.parts : [node];
}

/** The words that a hit may be shown to have: all but those that it must not have. */
export function positiveWords(node: QueryNode | undefined, positive = true): WordsNode[] {
  if (!node || node.kind === "field") return [];
  if (node.kind === "words") return positive ? [node] : [];
  if (node.kind === "not") return positiveWords(node.part, !positive);
  return node.parts.flatMap((part) => positiveWords(part, positive));
}
