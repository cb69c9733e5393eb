/** Selectors of the Web Annotation model for a span: by its words, by position, and in a page by XPath. */
import type { Article, OffsetRun, Span } from "../schema/index.ts";

/** Characters given before and after the words, so that a repeated phrase is told apart. */
const AROUND = 32;

/** What all spans of an article need: where its characters outside the basic plane stand, and its sorted runs. */
export interface Texts {
  readonly pairs: readonly number[];
  readonly runs: readonly OffsetRun[];
  /** First run of each text node. */
  readonly nodes: ReadonlyMap<string, OffsetRun>;
}

export function textsOf(article: Article): Texts {
  const pairs = Array.from(article.text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), (m) => m.index);
  const nodes = new Map<string, OffsetRun>();
  const { runs } = article.offsetMap;
  for (const run of runs) if (run.xpath !== undefined && !nodes.has(run.xpath)) nodes.set(run.xpath, run);
  return { pairs, runs, nodes };
}

/** How many values of the sorted list are below x. */
function below(length: number, value: (i: number) => number, x: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value(middle) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Pairs of code units before an offset: by so many a count of characters is smaller. */
export function pairsBefore({ pairs }: Texts, offset: number): number {
  return below(pairs.length, (i) => pairs[i]!, offset);
}

/** The model counts code points, everything else here UTF-16 code units. */
function position(texts: Texts, { start, end }: Span) {
  return {
    type: "TextPositionSelector",
    start: start - pairsBefore(texts, start),
    end: end - pairsBefore(texts, end),
  };
}

/** Not in the middle of a surrogate pair. */
function cut(text: string, from: number, to: number): string {
  return text
    .slice(Math.max(0, from), to)
    .replace(/^[\udc00-\udfff]/, "")
    .replace(/[\ud800-\udbff]$/, "");
}

function quote(text: string, { start, end }: Span) {
  return {
    type: "TextQuoteSelector",
    exact: text.slice(start, end),
    prefix: cut(text, start - AROUND, start),
    suffix: cut(text, end, end + AROUND),
  };
}

/** A place in a page: the text node, and how many characters into it. */
interface Place {
  readonly xpath: string;
  readonly at: number;
}

/** The place of a code unit, or just after it. */
function placeOf(texts: Texts, offset: number, after: boolean): Place | undefined {
  const unit = after ? offset - 1 : offset;
  const run = texts.runs[below(texts.runs.length, (i) => texts.runs[i]!.textStart, unit + 1) - 1];
  if (run?.xpath === undefined) return undefined;
  const into = Math.min(unit - run.textStart, Math.max(0, run.originLength - 1)) + (after ? 1 : 0);
  const first = texts.nodes.get(run.xpath)!;
  const wide = pairsBefore(texts, offset) - pairsBefore(texts, first.textStart);
  return { xpath: run.xpath, at: run.originStart + into - wide };
}

const inNode = ({ xpath }: Place, start: number, end: number) => ({
  type: "XPathSelector",
  value: xpath,
  refinedBy: { type: "TextPositionSelector", start, end },
});

/** In a page: inside one text node, or from one to another. */
function path(texts: Texts, span: Span): object[] {
  const [start, end] = [placeOf(texts, span.start, false), placeOf(texts, span.end, true)];
  if (!start || !end) return [];
  if (start.xpath === end.xpath) return [inNode(start, start.at, end.at)];
  return [
    {
      type: "RangeSelector",
      startSelector: inNode(start, start.at, start.at),
      endSelector: inNode(end, end.at, end.at),
    },
  ];
}

/** All selectors of a span; each alone finds it. Positions without an XPath count in the article's cleaned text. */
export function selectorsOf(article: Article, texts: Texts, span: Span): object[] {
  const inPage = article.offsetMap.origin === "dom" && span.end > span.start ? path(texts, span) : [];
  return [quote(article.text, span), position(texts, span), ...inPage];
}
