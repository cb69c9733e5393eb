/** A query as a person types it in, its meaning as a tree out. AND binds closer than OR; words side by side must all occur. */
import { badQuery } from "./bad-query.ts";
import { allOf, type QueryNode } from "./node.ts";
import { type Token, tokensOf } from "./tokens.ts";

const LONGEST = 4000;
const MOST_TERMS = 200;
const DEEPEST = 40;

const TERM = 'a word, a "phrase" or (';

/** undefined for an empty query: everything. @throws OnrecordError bad-query */
export function parseQuery(query: string): QueryNode | undefined {
  if (query.length > LONGEST) throw badQuery(query, LONGEST, `at most ${LONGEST} characters`);
  const tokens = tokensOf(query);
  if (tokens.length === 0) {
    if (query.trim() === "") return undefined;
    throw badQuery(query, query.length - query.trimStart().length, "a word with letters or digits");
  }
  const extra = tokens.filter(({ kind }) => kind === "term")[MOST_TERMS];
  if (extra) throw badQuery(query, extra.at.start, `at most ${MOST_TERMS} words and phrases`);
  const parser: Parser = { query, tokens, at: 0 };
  const node = anyOf(parser, 0);
  const rest = tokens[parser.at];
  if (rest) throw badQuery(query, rest.at.start, "a ( somewhere before this )");
  return node;
}

interface Parser {
  readonly query: string;
  readonly tokens: readonly Token[];
  at: number;
}

const kindAt = ({ tokens, at }: Parser): Token["kind"] | undefined => tokens[at]?.kind;

function anyOf(parser: Parser, depth: number): QueryNode {
  const parts = [all(parser, depth)];
  while (kindAt(parser) === "or") {
    parser.at++;
    parts.push(all(parser, depth));
  }
  return parts.length === 1 ? parts[0]! : { kind: "or", parts };
}

function all(parser: Parser, depth: number): QueryNode {
  const parts = [one(parser, depth)];
  for (let kind = kindAt(parser); kind && kind !== "or" && kind !== "close"; kind = kindAt(parser)) {
    if (kind === "and") parser.at++;
    parts.push(one(parser, depth));
  }
  return allOf(parts);
}

function one(parser: Parser, depth: number): QueryNode {
  const token = parser.tokens[parser.at];
  const before = parser.tokens[parser.at - 1];
  if (!token) throw badQuery(parser.query, parser.query.length, TERM + behind(before));
  if (depth > DEEPEST) throw badQuery(parser.query, token.at.start, `at most ${DEEPEST} brackets inside each other`);
  parser.at++;
  if (token.kind === "term") return token.node;
  if (token.kind === "not") return { kind: "not", part: one(parser, depth + 1) };
  if (token.kind !== "open") throw badQuery(parser.query, token.at.start, TERM + behind(before));
  const inner = anyOf(parser, depth + 1);
  if (kindAt(parser) !== "close") throw badQuery(parser.query, parser.query.length, "a ) that closes the bracket");
  parser.at++;
  return inner;
}

function behind(token: Token | undefined): string {
  if (!token || token.kind === "term" || token.kind === "close") return "";
  return token.kind === "open" ? " behind (" : ` behind ${token.kind.toUpperCase()}`;
}
