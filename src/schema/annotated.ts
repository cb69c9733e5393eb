/** Annotated article: the layout of gold files, one object an article. What `onrecord eval` compares and what imports give. */
import { z } from "zod";
import { type Article, READ_KINDS } from "./article.ts";
import type { Reading } from "./reading.ts";
import type { Span } from "./span.ts";
import {
  ACTS,
  CONDITION_KINDS,
  FORMS,
  KINDS,
  LEVELS,
  SPEAKER_TYPES,
  STATEMENT_TYPES,
  type Statement,
} from "./statement.ts";

const offsets = z
  .tuple([z.int().min(0), z.int().min(0)])
  .refine(([start, end]) => start <= end, "ends before it starts");
const spans = z.array(offsets).nullish();
const text = z.string().nullish();
const flag = z.boolean().nullish();

/** Fields that are not known are absent or null. Fields that we do not know are kept. */
export const annotatedStatementSchema = z.looseObject({
  id: text,
  source: spans,
  cue: spans,
  content: spans,
  kind: z.enum(KINDS).nullish(),
  form: z.enum(FORMS).nullish(),
  act: z.enum(ACTS).nullish(),
  speaker: z.union([z.string(), z.array(z.string().nullable()), z.looseObject({ name: text })]).nullish(),
  speakerType: z.enum(SPEAKER_TYPES).nullish(),
  addressee: text,
  via: text,
  where: text,
  level: z.enum(LEVELS).nullish(),
  type: z.enum(STATEMENT_TYPES).nullish(),
  negated: flag,
  hypothetical: flag,
  historical: flag,
  when: text,
  condition: spans,
  conditionKind: z.array(z.enum(CONDITION_KINDS)).nullish(),
  probability: z.number().min(0).max(1).nullish(),
  parent: text,
  answered: flag,
  confidence: z.number().min(0).max(1).nullish(),
});
export type AnnotatedStatement = Readonly<z.infer<typeof annotatedStatementSchema>>;

export const annotatedArticleSchema = z.looseObject({
  id: z.string(),
  title: text,
  byline: text,
  publisher: text,
  url: text,
  date: text,
  text: z.string().optional(),
  attributions: z.array(annotatedStatementSchema),
  residue: spans,
});
export type AnnotatedArticle = Readonly<z.infer<typeof annotatedArticleSchema>>;

/** The spans of the article that are kept apart: blocks that are not read for statements. */
export function residueOf(article: Article): Article["blocks"] {
  return article.blocks.filter((block) => !READ_KINDS.has(block.kind));
}

const place = ({ start, end }: Span): [number, number] => [start, end];

/** A statement in this layout. */
export function annotatedStatement(s: Statement): AnnotatedStatement {
  return {
    id: s.id,
    source: s.source.map(place),
    cue: s.cue.map(place),
    content: s.content.map(place),
    kind: s.kind,
    ...(s.form ? { form: s.form } : {}),
    act: s.act,
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
    conditionKind: s.conditions.map(({ kind }) => kind),
    probability: s.probability?.value ?? null,
    via: s.via?.name ?? null,
    parent: s.parent ?? null,
    answered: s.answered ?? null,
    level: s.level,
    confidence: s.confidence,
  };
}

/** A reading in this layout. Unknown is null. */
export function annotatedOf({ article, statements }: Reading): AnnotatedArticle {
  return {
    id: article.id,
    title: article.title ?? null,
    publisher: article.publisher ?? null,
    ...(article.url === undefined ? {} : { url: article.url }),
    date: article.published ?? null,
    text: article.text,
    attributions: statements.map(annotatedStatement),
    nonAttributions: [],
    residue: residueOf(article).map(place),
  };
}
