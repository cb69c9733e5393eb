/** A reading in the layout of gold files: one article a line, which is what `onrecord eval` reads. */
import { type Article, OnrecordError, type Reading, type Span, type Statement } from "../schema/index.ts";
import { residueOf } from "./words.ts";

type Offsets = [number, number];

export interface GoldOptions {
  /**
   * The text that offsets shall count in, if it is not the article's own: the decoded file that the article was
   * cleaned from. Offsets then go back through the offset map.
   */
  readonly text?: string;
}

type Place = (span: Span) => Offsets;

/** Where a code unit of the text stands in the original: the run that holds it, found by bisection. */
function origin(article: Article, at: number): number {
  const { runs } = article.offsetMap;
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (runs[middle]!.textStart <= at) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  if (!run) return at;
  return run.originStart + Math.min(at - run.textStart, run.originLength);
}

function placeIn(article: Article, text: string | undefined): Place {
  if (text === undefined || text === article.text) return ({ start, end }) => [start, end];
  if (article.offsetMap.origin !== "text") {
    throw new OnrecordError("unsupported", `article ${article.id} is a page: its offsets cannot count in plain text`);
  }
  return ({ start, end }) => [
    origin(article, start),
    end > start ? origin(article, end - 1) + 1 : origin(article, start),
  ];
}

function goldAttribution(s: Statement, place: Place) {
  return {
    id: s.id,
    source: s.source.map(place),
    cue: s.cue.map(place),
    content: s.content.map(place),
    kind: s.kind,
    ...(s.form ? { form: s.form } : {}),
    speaker: s.speaker?.name ?? null,
    speakerType: s.speaker?.type ?? "unknown",
    addressee: s.addressee?.name ?? null,
    type: s.type,
    negated: s.negated,
    hypothetical: s.hypothetical,
    historical: s.historical,
    when: s.saidAt?.value ?? null,
    where: s.where?.name ?? null,
    condition: s.conditions.map(place),
    probability: s.probability?.value ?? null,
    via: s.via?.name ?? null,
    parent: s.parent ?? null,
    answered: s.answered ?? null,
    level: s.level,
  };
}

/** One line (with its line break): the article with its attributions and residue. */
export function toGold(reading: Reading, options: GoldOptions = {}): string {
  const { article, statements } = reading;
  const place = placeIn(article, options.text);
  const record = {
    id: article.id,
    title: article.title ?? null,
    publisher: article.publisher ?? null,
    date: article.published ?? null,
    text: options.text ?? article.text,
    attributions: statements.map((s) => goldAttribution(s, place)),
    nonAttributions: [],
    residue: residueOf(article).map(place),
  };
  return `${JSON.stringify(record)}\n`;
}
