/** The text cut at every edge of a span, so that overlapping and nested spans can be marked up without overlap. */
import type { Article, Block, Reading, Span } from "../../schema/index.ts";

export type Role = "source" | "cue" | "content" | "condition";

/** A span of statement `n` (from 1) in one role. */
export interface Mark extends Span {
  readonly n: number;
  readonly role: Role;
}

/** A piece of text under the same marks throughout, outermost first. `opens`: statements whose first words these are. */
export interface Segment {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly opens: readonly number[];
}

function marksOf(reading: Reading): Mark[] {
  const marks: Mark[] = [];
  for (const [i, s] of reading.statements.entries()) {
    const add = (role: Role, spans: readonly Span[]) => {
      for (const { start, end } of spans) if (end > start) marks.push({ start, end, n: i + 1, role });
    };
    add("content", s.content);
    add("source", s.source);
    add("cue", s.cue);
    add("condition", s.conditions);
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Where each statement begins in the text. */
function beginnings(marks: readonly Mark[]): Map<number, Mark> {
  const out = new Map<number, Mark>();
  for (const mark of marks) if (!out.has(mark.n)) out.set(mark.n, mark);
  return out;
}

/** The marks that reach into each block. Both lists are sorted by start. */
function perBlock(blocks: readonly Block[], marks: readonly Mark[]): Mark[][] {
  const out: Mark[][] = blocks.map(() => []);
  let first = 0;
  for (const mark of marks) {
    while (first < blocks.length && blocks[first]!.end <= mark.start) first++;
    for (let b = first; b < blocks.length && blocks[b]!.start < mark.end; b++) out[b]!.push(mark);
  }
  return out;
}

function segmentsOf(article: Article, block: Block, marks: readonly Mark[], first: Map<number, Mark>): Segment[] {
  const inside = marks.map((m) => ({ mark: m, from: Math.max(m.start, block.start), to: Math.min(m.end, block.end) }));
  const edges = new Set([block.start, block.end]);
  for (const { from, to } of inside) edges.add(from).add(to);
  const points = [...edges].sort((a, b) => a - b);
  const out: Segment[] = [];
  let active: typeof inside = [];
  let next = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const at = points[i]!;
    active = active.filter(({ to }) => to > at);
    const opens: number[] = [];
    for (; next < inside.length && inside[next]!.from <= at; next++) {
      active.push(inside[next]!);
      const { mark } = inside[next]!;
      if (first.get(mark.n) === mark && mark.start === at) opens.push(mark.n);
    }
    const text = article.text.slice(at, points[i + 1]!);
    out.push({ text, marks: active.map(({ mark }) => mark), opens });
  }
  return out;
}

/** A block with its segments and the statements that begin in it. */
export interface Passage {
  readonly block: Block;
  readonly segments: readonly Segment[];
  readonly begins: readonly number[];
}

/** The article's blocks in order, cut into segments. A statement without any span begins in the first block. */
export function passagesOf(reading: Reading): Passage[] {
  const { article } = reading;
  const blocks = [...article.blocks].sort((a, b) => a.start - b.start);
  const marks = marksOf(reading);
  const first = beginnings(marks);
  const spanless = reading.statements.map((_, i) => i + 1).filter((n) => !first.has(n));
  return perBlock(blocks, marks).map((own, i) => {
    const segments = segmentsOf(article, blocks[i]!, own, first);
    const begins = segments.flatMap((s) => s.opens);
    return { block: blocks[i]!, segments, begins: i === 0 ? [...spanless, ...begins] : begins };
  });
}
