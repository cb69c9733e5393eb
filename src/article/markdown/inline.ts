/**
 * A paragraph of Markdown in, the pieces of it that are text out: emphasis, code ticks, link targets, tags, comments and
 * escapes left out, so that what stays is the words, each with its place in the file.
 */
import { decodeEntity } from "./entities.ts";

/** A piece of the paragraph that is kept: `text` stands for `length` characters from `start` on. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

/** Longest link target, tag or entity looked for: keeps hostile input linear. */
const REACH = 2000;

/** The kept pieces of `source` from `start` to `end`, in order. */
export function inlinePieces(source: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  const links = linkEnds(source, start, end);
  let at = start;
  let from = start;
  const keepUntil = (to: number) => {
    if (to > from) pieces.push({ text: source.slice(from, to), start: from, length: to - from });
  };
  while (at < end) {
    const skip = syntaxAt(source, at, start, end, links);
    if (!skip) {
      at++;
      continue;
    }
    keepUntil(at);
    if (skip.text !== "") pieces.push({ text: skip.text, start: at + skip.from, length: skip.length - skip.from });
    at += skip.length;
    from = at;
  }
  keepUntil(end);
  return pieces;
}

/** Syntax of `length` characters of which only `text` (from `from` on) is kept. */
interface Skip {
  readonly length: number;
  readonly text: string;
  readonly from: number;
}

const drop = (length: number): Skip => ({ length, text: "", from: 0 });

function syntaxAt(source: string, at: number, start: number, end: number, links: Links): Skip | undefined {
  const sign = source[at]!;
  switch (sign) {
    case "\\":
      return at + 1 < end && /[!-/:-@[-`{-~]/.test(source[at + 1]!)
        ? { length: 2, text: source[at + 1]!, from: 1 }
        : undefined;
    case "*":
    case "_":
    case "~":
      return emphasis(source, at, start, end);
    case "`":
      return drop(runLength(source, at, end));
    case "!":
      return imageAt(at, start, links);
    case "[":
      return links.opens.has(at) ? drop(1) : undefined;
    case "]":
      return links.closes.has(at) ? drop(links.closes.get(at)! - at) : undefined;
    case "<":
      return tag(source, at, end);
    case "&":
      return entity(source, at, end);
    default:
      return undefined;
  }
}

/** An image alone in its paragraph keeps its text (it is a caption); one inside a paragraph is left out whole. */
function imageAt(at: number, start: number, links: Links): Skip | undefined {
  const close = links.opens.get(at + 1);
  if (close === undefined) return undefined;
  return at === start ? drop(1) : drop(close - at);
}

function runLength(source: string, at: number, end: number): number {
  let to = at;
  while (to < end && source[to] === source[at]) to++;
  return to - at;
}

/** A run of * or _ that touches a word on one side only, or of two ~: emphasis. "snake_case" and "5 * 3" stay. */
function emphasis(source: string, at: number, start: number, end: number): Skip | undefined {
  const length = runLength(source, at, end);
  const before = at > start ? source[at - 1]! : " ";
  const after = at + length < end ? source[at + length]! : " ";
  const sign = source[at]!;
  if (length > 3 || (sign === "~" && length !== 2)) return keep(source, at, length);
  const space = (char: string) => /\s/.test(char);
  if (space(before) && space(after)) return keep(source, at, length);
  if (sign === "_" && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return keep(source, at, length);
  return drop(length);
}

/** A run that is no syntax: kept as one piece, so that it is looked at once. */
function keep(source: string, at: number, length: number): Skip {
  return { length, text: source.slice(at, at + length), from: 0 };
}

function tag(source: string, at: number, end: number): Skip | undefined {
  const window = source.slice(at, Math.min(end, at + REACH));
  const auto = /^<((?:https?:\/\/|mailto:)?[^\s<>]{1,500}@?[^\s<>]{0,200})>/.exec(window);
  if (auto && /^(?:https?:|mailto:)|@/.test(auto[1]!))
    return { length: auto[0].length - 1 + 1, text: auto[1]!, from: 1 };
  const found = /^<(?:\/?[A-Za-z][\w-]{0,30}(?:\s[^<>]{0,1500})?\/?)>/.exec(window);
  return found ? drop(found[0].length) : undefined;
}

function entity(source: string, at: number, end: number): Skip | undefined {
  const found = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,12});/.exec(source.slice(at, Math.min(end, at + 16)));
  const text = found && decodeEntity(found[0]);
  return found && text !== undefined ? { length: found[0].length, text: text ?? "", from: 0 } : undefined;
}

interface Links {
  /** An opening bracket, and where the target of its link ends. */
  readonly opens: ReadonlyMap<number, number>;
  /** A closing bracket, and where its target ends. */
  readonly closes: ReadonlyMap<number, number>;
}

/** [text](target), [text][ref] and [^note]: brackets paired by a stack, one pass. "[Ukraine's]" has no target and stays. */
function linkEnds(source: string, start: number, end: number): Links {
  const stack: number[] = [];
  const opens = new Map<number, number>();
  const closes = new Map<number, number>();
  for (let at = start; at < end; at++) {
    const sign = source[at];
    if (sign === "\\") at++;
    else if (sign === "[") stack.push(at);
    else if (sign === "]" && stack.length > 0) {
      const open = stack.pop()!;
      const to = targetEnd(source, at + 1, end);
      if (to === undefined) continue;
      opens.set(open, to);
      closes.set(at, to);
      at = to - 1;
    }
  }
  return { opens, closes };
}

function targetEnd(source: string, at: number, end: number): number | undefined {
  const window = source.slice(at, Math.min(end, at + REACH));
  const target =
    /^\((?:<[^<>\n]{0,1500}>|[^\s()<>]{0,1500}(?:\([^\s()]{0,200}\)[^\s()]{0,500})?)(?:\s{1,3}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\s{0,3}\)/.exec(
      window,
    );
  if (target) return at + target[0].length;
  const reference = /^\[[^[\]\n]{0,100}\]/.exec(window);
  return reference ? at + reference[0].length : undefined;
}
