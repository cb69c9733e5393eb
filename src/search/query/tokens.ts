/** A query in, its parts in order out: words, "phrases", field:values, brackets and operators. One pass from left to right. */
import type { Span } from "../../schema/index.ts";
import { foldedWords } from "../../store/fold.ts";
import { badQuery } from "./bad-query.ts";
import { FIELDS, type FieldName, type Operator, type QueryNode } from "./node.ts";

export type Token =
  | { readonly kind: "term"; readonly node: QueryNode; readonly at: Span }
  | { readonly kind: "open" | "close" | "and" | "or" | "not"; readonly at: Span };

const QUOTE = /["“”„«»]/;
const SPACE = /\s/;
/** A bare word ends where a space, a bracket or a quotation mark stands. */
const BARE = /[^\s()"“”„«»]+/y;
const FIELD = /^([A-Za-z]+)(>=|<=|:|>|<)/;
/** The shortest beginning of a word that is looked for: one letter would be a tenth of all words. */
const SHORTEST_PREFIX = 2;

const OPERATORS: Readonly<Record<string, "and" | "or" | "not">> = { AND: "and", OR: "or", NOT: "not" };

export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < query.length; ) {
    const char = query[i]!;
    if (SPACE.test(char)) i++;
    else if (char === "(" || char === ")") {
      tokens.push({ kind: char === "(" ? "open" : "close", at: { start: i, end: ++i } });
    } else if (char === "-" && !SPACE.test(query[i + 1] ?? " ")) {
      tokens.push({ kind: "not", at: { start: i, end: ++i } });
    } else {
      const { node, operator, end } = QUOTE.test(char) ? phraseAt(query, i) : bareAt(query, i);
      const at = { start: i, end };
      if (operator) tokens.push({ kind: operator, at });
      else if (node) tokens.push({ kind: "term", node, at });
      i = end;
    }
  }
  return tokens;
}

interface Read {
  /** Absent for what has no words, a lone dash. */
  readonly node?: QueryNode;
  readonly operator?: "and" | "or" | "not";
  readonly end: number;
}

function phraseAt(query: string, start: number): Read {
  const { text, end } = quotedAt(query, start);
  const prefix = query[end] === "*";
  return wordsNode(query, text, prefix, start, end + (prefix ? 1 : 0));
}

/** What stands between quotation marks. */
function quotedAt(query: string, start: number): { readonly text: string; readonly end: number } {
  let end = start + 1;
  while (end < query.length && !QUOTE.test(query[end]!)) end++;
  if (end === query.length) throw badQuery(query, start, "a closing quotation mark for this one");
  return { text: query.slice(start + 1, end), end: end + 1 };
}

function bareAt(query: string, start: number): Read {
  BARE.lastIndex = start;
  const text = BARE.exec(query)![0];
  const end = start + text.length;
  const operator = OPERATORS[text];
  if (operator) return { operator, end };
  const [head, name, sign] = FIELD.exec(text) ?? [];
  const field = FIELDS.find((known) => known === name?.toLowerCase());
  if (field) return fieldAt(query, { field, operator: sign as Operator, start, end, value: text.slice(head!.length) });
  const prefix = text.endsWith("*");
  return wordsNode(query, prefix ? text.slice(0, -1) : text, prefix, start, end);
}

function fieldAt(
  query: string,
  found: { field: FieldName; operator: Operator; value: string; start: number; end: number },
): Read {
  const { field, operator, start } = found;
  const quoted = found.value === "" && QUOTE.test(query[found.end] ?? "") ? quotedAt(query, found.end) : undefined;
  const [value, end] = [(quoted?.text ?? found.value).trim(), quoted?.end ?? found.end];
  if (value === "") throw badQuery(query, found.end, `a value behind ${field}${operator}`);
  return { node: { kind: "field", field, operator, value, query, at: { start, end } }, end };
}

function wordsNode(query: string, text: string, prefix: boolean, start: number, end: number): Read {
  const words = foldedWords(text);
  if (words.length === 0) return { end };
  if (prefix && words.at(-1)!.length < SHORTEST_PREFIX)
    throw badQuery(query, start, `at least ${SHORTEST_PREFIX} letters before *`);
  return { node: { kind: "words", words, prefix }, end };
}
