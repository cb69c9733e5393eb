/** JSON values -> annotated articles: a reading, an article in gold's layout, a line of JSON Lines. */
import {
  type AnnotatedArticle,
  type AnnotatedStatement,
  annotatedOf,
  annotatedStatement,
  type Reading,
  readingSchema,
  statementSchema,
} from "../schema/index.ts";
import { articleFrom, badRecord, firstIssue, type gathered } from "./result.ts";

type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** @throws OnrecordError `bad-record` */
export function readingFrom(value: unknown, place: string): Reading {
  const parsed = readingSchema.safeParse(value);
  if (!parsed.success) throw badRecord(place, firstIssue(parsed.error));
  return parsed.data as Reading;
}

/** Spans without the words beside them. */
function unquoted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unquoted);
  if (!isObject(value)) return value;
  const { text, ...rest } = value;
  return "start" in value && "end" in value ? rest : value;
}

const withoutWords = (value: unknown) =>
  isObject(value) && "span" in value ? { ...value, span: unquoted(value.span) } : value;

/** A statement as JSON Lines and annotations hold it: its spans have their words beside them. */
export function quotedStatement(record: Fields, place: string): AnnotatedStatement {
  const known: Record<string, unknown> = {};
  for (const key of Object.keys(statementSchema.shape)) {
    if (record[key] !== undefined) known[key] = withoutWords(unquoted(record[key]));
  }
  const parsed = statementSchema.safeParse(known);
  if (!parsed.success) throw badRecord(place, firstIssue(parsed.error));
  return annotatedStatement(parsed.data);
}

/** What a line says of its article, in gold's words. */
export function headOf(article: unknown, place: string): Omit<AnnotatedArticle, "attributions"> {
  if (!isObject(article) || typeof article.id !== "string") throw badRecord(place, "the article has no id");
  const { id, title, byline, publisher, url, published } = article;
  const { attributions: _, ...head } = articleFrom(
    { id, title, byline, publisher, url, date: published, attributions: [] },
    place,
  );
  return head;
}

/** Takes a record of any of the three kinds. @throws OnrecordError `bad-record` */
export function takeRecord(value: unknown, place: string, into: ReturnType<typeof gathered>): void {
  if (!isObject(value)) throw badRecord(place, "it is no JSON object");
  if (isObject(value.error))
    throw badRecord(place, `it tells of an input that could not be read (${value.error.code})`);
  if ("attributions" in value) {
    const { attributions, ...head } = articleFrom(value, place);
    into.add(head, attributions);
  } else if ("statements" in value) {
    const { attributions, ...head } = annotatedOf(readingFrom(value, place));
    into.add(head, attributions);
  } else if ("article" in value) {
    into.add(headOf(value.article, place), [quotedStatement(value, place)]);
  } else
    throw badRecord(
      place,
      "it is neither an article with attributions, nor a reading, nor a statement with its article",
    );
}
