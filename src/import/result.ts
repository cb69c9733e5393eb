/** What an import gives: the articles that could be made, what was wrong with the rest, and notes for a person. */
import type { z } from "zod";
import {
  type AnnotatedArticle,
  type AnnotatedStatement,
  annotatedArticleSchema,
  annotatedStatementSchema,
  type Message,
  OnrecordError,
} from "../schema/index.ts";

export interface Imported {
  readonly articles: readonly AnnotatedArticle[];
  /** One for each line or record that could not be taken; the others were. */
  readonly errors: readonly OnrecordError[];
  /** What was taken and should be looked at: words that are not where the annotation says. */
  readonly messages: readonly Message[];
}

/** The first thing that is wrong with a value, and where in it. */
export function firstIssue(error: z.ZodError): string {
  const { path, message } = error.issues[0]!;
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}

export function badRecord(place: string, why: string): OnrecordError {
  return new OnrecordError("bad-record", `${place}: ${why}.`, {
    hint: "The rest is taken; docs/output.md describes the layout.",
  });
}

/** @throws OnrecordError `bad-record` */
export function statementFrom(value: unknown, place: string): AnnotatedStatement {
  const parsed = annotatedStatementSchema.safeParse(value);
  if (!parsed.success) throw badRecord(place, firstIssue(parsed.error));
  return parsed.data;
}

/** @throws OnrecordError `bad-record` */
export function articleFrom(value: unknown, place: string): AnnotatedArticle {
  const parsed = annotatedArticleSchema.safeParse(value);
  if (!parsed.success) throw badRecord(place, firstIssue(parsed.error));
  const outside = parsed.data.text === undefined ? undefined : spanOutside(parsed.data, parsed.data.text.length);
  if (outside) throw badRecord(place, `the span ${outside.join("-")} lies outside the text`);
  return parsed.data;
}

function spanOutside({ attributions }: AnnotatedArticle, length: number): readonly number[] | undefined {
  for (const a of attributions) {
    for (const spans of [a.source, a.cue, a.content, a.condition]) {
      const found = spans?.find(([, end]) => end > length);
      if (found) return found;
    }
  }
  return undefined;
}

/** Runs `take`; what it refuses is kept as an error, and the rest goes on. */
export function tryEach(errors: OnrecordError[], take: () => void): void {
  try {
    take();
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error;
    errors.push(error);
  }
}

/** Statements that come one by one, put together by article. What is said first of an article holds. */
export function gathered() {
  const byId = new Map<string, { head: Omit<AnnotatedArticle, "attributions">; attributions: AnnotatedStatement[] }>();
  return {
    add(head: Omit<AnnotatedArticle, "attributions">, attributions: readonly AnnotatedStatement[]): void {
      const known = byId.get(head.id as string);
      if (known) known.attributions.push(...attributions);
      else byId.set(head.id as string, { head, attributions: [...attributions] });
    },
    articles: (): AnnotatedArticle[] =>
      [...byId.values()].map(({ head, attributions }) => ({ ...head, attributions }) as AnnotatedArticle),
  };
}
