/** A reading in the layout of gold files: one article a line, which is what `onrecord eval` reads. */
import type { Reading, Span, Statement } from "../schema/index.ts";
import { residueOf } from "./words.ts";

const place = ({ start, end }: Span): [number, number] => [start, end];

function goldAttribution(s: Statement) {
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

/** One line (with its line break): the article with its attributions and residue. Unknown is null, as in gold. */
export function toGold({ article, statements }: Reading): string {
  const record = {
    id: article.id,
    title: article.title ?? null,
    publisher: article.publisher ?? null,
    date: article.published ?? null,
    text: article.text,
    attributions: statements.map(goldAttribution),
    nonAttributions: [],
    residue: residueOf(article).map(place),
  };
  return `${JSON.stringify(record)}\n`;
}
