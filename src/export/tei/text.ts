/**
 * The text: blocks as paragraphs and heads, an anchor at every offset that a span begins or ends at, and `<said>` around what was
 * said where that nests. The characters of `<body>` are exactly the article's text, so offsets can be counted in it again.
 */
import type { Article, Block, Reading, Span } from "../../schema/index.ts";
import { element, xmlText } from "../xml.ts";
import type { TeiNames } from "./names.ts";

/** Deeper quotations have their anchors only: strict parsers take no tree of any depth. */
const DEPTH = 12;

/** A content span that becomes an element. */
interface Said extends Span {
  readonly n: number;
  readonly open: string;
}

function offsetsOf({ statements }: Reading): number[] {
  const all = statements.flatMap((s) => [...s.source, ...s.cue, ...s.content, ...s.conditions]);
  return [...new Set(all.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
}

function saidOf(reading: Reading, names: TeiNames): Said[] {
  const all = reading.statements.flatMap((s, i) => {
    const who = names.speaker(s.speaker?.speaker);
    const open = element("said", {
      who: who === undefined ? undefined : `#${who}`,
      direct: s.kind === "mixed" ? undefined : String(s.kind === "direct"),
      ana: `#${names.facts(i + 1)}`,
    });
    return s.content.map(({ start, end }) => ({ start, end, n: i + 1, open: `${open.slice(0, -2)}>` }));
  });
  return all.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end || a.n - b.n);
}

/** Writes the pieces of the text in order; knows which `<said>` are open. */
function pieces(reading: Reading, names: TeiNames) {
  const { text } = reading.article;
  const [offsets, said] = [offsetsOf(reading), saidOf(reading, names)];
  let [nextOffset, nextSaid] = [0, 0];
  const open: Said[] = [];
  const anchors = (limit: number): string => {
    let out = "";
    while ((offsets[nextOffset] ?? Number.POSITIVE_INFINITY) <= limit) {
      out += element("anchor", { "xml:id": names.anchor(offsets[nextOffset++]!) });
    }
    return out;
  };
  const closing = (at: number): string => {
    let out = "";
    for (; open.at(-1)?.end === at; open.pop()) out += "</said>";
    return out;
  };
  /** What begins here, if it ends inside what is open and inside the block. */
  const opening = (at: number, blockEnd: number): string => {
    let out = "";
    for (let one = said[nextSaid]; one && one.start <= at; one = said[++nextSaid]) {
      if (one.start < at || one.end > (open.at(-1)?.end ?? blockEnd) || open.length >= DEPTH) continue;
      open.push(one);
      out += one.open;
    }
    return out;
  };
  const nextEdge = (end: number) =>
    Math.min(end, offsets[nextOffset] ?? end, said[nextSaid]?.start ?? end, open.at(-1)?.end ?? end);
  return {
    inside(start: number, end: number): string {
      let out = "";
      for (let at = start; ; ) {
        out += closing(at) + anchors(at);
        if (at >= end) return out;
        out += opening(at, end);
        const edge = Math.max(at + 1, nextEdge(end));
        out += xmlText(text.slice(at, edge));
        at = edge;
      }
    },
    /** Between blocks, where no `<said>` may stand. */
    between(start: number, end: number): string {
      const out = plain(start, end);
      while ((said[nextSaid]?.start ?? end) < end) nextSaid++;
      return out;
    },
  };
  function plain(start: number, end: number): string {
    let out = "";
    for (let at = start; ; ) {
      if (at >= end) return out;
      out += anchors(at);
      const edge = Math.max(at + 1, Math.min(end, offsets[nextOffset] ?? end));
      const words = text.slice(at, edge);
      out += words.trim() === "" ? xmlText(words) : element("ab", { type: "unread" }, xmlText(words));
      at = edge;
    }
  }
}

/** Heads begin a division; `<ab>` is a block that is not read for statements. */
function wrapped(block: Block, inner: string): string {
  if (block.kind === "heading") return `<head>${inner}</head>`;
  if (block.kind === "body") return `<p>${inner}</p>`;
  if (block.kind === "quote") return `<quote><p>${inner}</p></quote>`;
  return element("ab", { type: block.kind }, inner);
}

const whole = (article: Article): Block[] => [{ start: 0, end: article.text.length, kind: "body", by: "" }];

/** The body; a file without blocks is one paragraph. */
export function teiText(reading: Reading, names: TeiNames): string {
  const { article } = reading;
  const write = pieces(reading, names);
  const blocks = article.blocks.length > 0 ? article.blocks : whole(article);
  let out = "";
  let at = 0;
  let inDivision = false;
  for (const block of blocks) {
    const before = write.between(at, block.start);
    if (!inDivision || block.kind === "heading") out += inDivision ? `${before}</div><div>` : `<div>${before}`;
    else out += before;
    inDivision = true;
    out += wrapped(block, write.inside(block.start, block.end));
    at = block.end;
  }
  out += write.between(at, article.text.length);
  return `<text><body>${out}</div></body></text>`;
}
