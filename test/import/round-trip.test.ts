/** Out and in again: what a format can carry comes back as it was, for any reading. What it cannot is named in docs/output.md. */
import { describe, expect, it } from "vitest";
import { toAnnotations, toBrat, toCsv, toGold, toJson, toJsonl } from "../../src/export/index.ts";
import {
  type Imported,
  importAnnotations,
  importBrat,
  importCsv,
  importJson,
  importJsonl,
  importReadings,
  readingOf,
} from "../../src/import/index.ts";
import { type AnnotatedArticle, annotatedOf, type Reading, readingSchema } from "../../src/schema/index.ts";
import { forReadings, isPlaced } from "../export/arbitrary.ts";

/** Without what is not known, so that null, absent and empty are one. */
function known(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(known);
  if (typeof value !== "object" || value === null) return value;
  const given = Object.entries(value).filter(
    ([, one]) => one !== null && one !== undefined && !(Array.isArray(one) && one.length === 0),
  );
  return Object.fromEntries(given.map(([key, one]) => [key, known(one)]));
}

const statements = (article: AnnotatedArticle | undefined) => known(article?.attributions ?? []);

/** No errors and no notes; the one article, or none for a format of statements that had none. */
function only({ articles, errors, messages }: Imported): AnnotatedArticle | undefined {
  expect([errors, messages]).toEqual([[], []]);
  expect(articles.length).toBeLessThanOrEqual(1);
  return articles[0];
}

describe("a reading comes back from", () => {
  it("JSON, all of it", () =>
    forReadings((r) => {
      expect(importReadings(toJson(r), "r.json")).toEqual({ readings: [r], errors: [] });
      expect(only(importJson(toJson(r), "r.json"))).toEqual(annotatedOf(r));
    }));

  it("gold", () =>
    forReadings((r) => {
      expect(only(importJsonl(toGold(r), "r.jsonl"))).toEqual(annotatedOf(r));
    }));

  it("JSON Lines: every statement, without the text", () =>
    forReadings((r) => {
      const article = only(importJsonl(toJsonl(r), "r.jsonl"));
      expect(statements(article)).toEqual(statements(annotatedOf(r)));
      if (article)
        expect(article).toMatchObject({ id: r.article.id, ...(r.article.title && { title: r.article.title }) });
    }));

  it("CSV: every statement, without the text", () =>
    forReadings((r) => {
      const article = only(importCsv(toCsv(r), "r.csv"));
      expect(statements(article)).toEqual(statements(annotatedOf(r)));
      if (!article) return;
      const { id, title = null, publisher = null, published = null } = r.article;
      expect(article).toMatchObject({ id, title, publisher, date: published });
    }));

  it("brat: every statement of which something stands in the text", () =>
    forReadings((r) => {
      const article = only(importBrat(toBrat(r), { id: r.article.id }));
      const placed = new Set(r.statements.filter(isPlaced).map(({ id }) => id));
      const wanted = annotatedOf(r).attributions.filter(({ id }) => placed.has(id!));
      expect(article!.text).toBe(r.article.text);
      expect(statements(article)).toEqual(
        known(wanted.map((a) => ({ ...a, parent: placed.has(a.parent ?? "") ? a.parent : null }))),
      );
    }));

  it.each([
    ["the text", true],
    ["nothing but the annotations", false],
  ])("Web Annotations with %s", (_, given) =>
    forReadings((r) => {
      const texts = new Map(given ? [[r.article.id, r.article.text]] : []);
      const article = only(importAnnotations(JSON.parse(toAnnotations(r)), "r.json", { texts }));
      expect(statements(article)).toEqual(statements(annotatedOf(r)));
    }),
  );

  it("gold as a reading: valid, and the same gold again", () =>
    forReadings((r) => {
      const gold = annotatedOf(r);
      const made: Reading = readingOf(gold, "import/gold", r.onrecord);
      expect(readingSchema.safeParse(made).error).toBeUndefined();
      const again = annotatedOf(made).attributions.map((a) => ({ ...a, probability: null }));
      expect(known(again)).toEqual(known(gold.attributions.map((a) => ({ ...a, probability: null }))));
    }));
});
