/** Where the words of a source stand: the article, who says it, the exact span, the sentences around, and what the source says of it. */
import type { Evidence, Statement } from "../schema/index.ts";
import type { WordRange } from "./match.ts";
import type { CheckSource, Unit } from "./units.ts";

export function evidenceOf({ source, statement, words }: Unit, places?: readonly WordRange[]): Evidence {
  const { article, input } = source.reading;
  const first = words[places?.[0]?.[0] ?? 0];
  const last = words[(places ? Math.max(...places.map(([, end]) => end)) : words.length) - 1];
  const span = { start: first?.start ?? 0, end: last?.end ?? 0 };
  const { title, publisher, published, url, id, text } = article;
  const record = placeInRecord(source, statement);
  return {
    article: id,
    ...(input !== undefined && { input }),
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
    ...(record && { record }),
    ...(statement && { statement: statement.id }),
    ...(statement?.speaker && { speaker: statement.speaker.name }),
    ...(statement?.saidAt && { saidAt: statement.saidAt.value }),
    span,
    words: text.slice(span.start, span.end),
    before: sentenceBefore(text, span.start),
    after: sentenceAfter(text, span.end),
    warnings: statement ? warningsOf(statement) : [],
  };
}

function placeInRecord({ record, reading }: CheckSource, statement: Statement | undefined): Evidence["record"] {
  if (!record) return undefined;
  const number = statement && record.statements[reading.statements.findIndex(({ id }) => id === statement.id)];
  return { article: record.article, ...(number !== undefined && { statement: number }) };
}

const FARTHEST = 300;

function sentenceBefore(text: string, at: number): string {
  const paragraph = text.slice(Math.max(text.lastIndexOf("\n", at - 1) + 1, at - FARTHEST), at);
  const ends = [...paragraph.matchAll(/[.!?]["”’']?\s+/g)]
    .map((m) => m.index + m[0].length)
    .filter((end) => end < paragraph.trimEnd().length);
  return paragraph.slice(ends.at(-1) ?? 0).trim();
}

function sentenceAfter(text: string, at: number): string {
  const line = text.indexOf("\n", at);
  const paragraph = text.slice(at, Math.min(line < 0 ? text.length : line, at + FARTHEST));
  const end = /[.!?]["”’']?(?=\s|$)/.exec(paragraph.slice(2));
  return paragraph.slice(0, end ? end.index + 2 + end[0].length : paragraph.length).trim();
}

function warningsOf({ via, negated, hypothetical, historical, level }: Statement): string[] {
  return [
    ...(via
      ? [/interpret|translat/i.test(via.name) ? `translated (${via.name})` : `reported through ${via.name}`]
      : []),
    ...(negated ? ["the source says that it was not said"] : []),
    ...(hypothetical ? ["the source does not present it as having been said"] : []),
    ...(historical ? ["said on an earlier occasion"] : []),
    ...(level === "background" ? ["by an unnamed source"] : []),
  ];
}
