/** A reading as W3C Web Annotations (JSON-LD): one Annotation a statement, whose targets are its source, cue and content. */
import type { Article, Reading, Span, Statement } from "../schema/index.ts";
import { articleHead, statementRecord } from "./jsonl.ts";
import { selectorsOf, type Texts, textsOf } from "./selectors.ts";
import { urn } from "./urn.ts";
import { headlineOf, wordsOf } from "./words.ts";

const CONTEXT = [
  "http://www.w3.org/ns/anno.jsonld",
  {
    onrecord: "urn:onrecord:ns#",
    role: "onrecord:role",
    statement: { "@id": "onrecord:statement", "@type": "@json" },
  },
];

/** What the targets point into: the page's address if it is known. */
function sourceOf(article: Article): string {
  return article.url ?? urn("article", article.id);
}

function targets(article: Article, texts: Texts, role: string, spans: readonly Span[]) {
  return spans.map((span) => ({
    type: "SpecificResource",
    source: sourceOf(article),
    role,
    styleClass: `onrecord-${role}`,
    selector: selectorsOf(article, texts, span),
  }));
}

/** One sentence for a person: `Ana Quill: said (direct, offer, 2026-03-11)`. */
function summary(text: string, s: Statement): string {
  const who = s.speaker?.name ?? (wordsOf(text, s.source) || "Not attributed");
  const facts = [s.kind, s.type, s.saidAt?.value].filter((x) => x !== undefined);
  return `${who}: ${wordsOf(text, s.cue)} (${facts.join(", ")})`.replace(":  (", ": (");
}

function annotation(reading: Reading, texts: Texts, s: Statement, n: number) {
  const { article } = reading;
  const { article: _, onrecord: __, input: ___, ...statement } = statementRecord(reading, s, n);
  const tag = (value: string) => ({ type: "TextualBody", purpose: "tagging", value });
  return {
    id: urn("article", article.id, s.id),
    type: "Annotation",
    motivation: "classifying",
    generator: { type: "Software", name: `onrecord ${reading.onrecord}` },
    body: [
      { type: "TextualBody", purpose: "describing", format: "text/plain", value: summary(article.text, s) },
      tag(s.type),
      tag(s.kind),
      ...(s.speaker ? [{ type: "TextualBody", purpose: "identifying", value: s.speaker.name }] : []),
    ],
    target: [
      ...targets(article, texts, "source", s.source),
      ...targets(article, texts, "cue", s.cue),
      ...targets(article, texts, "content", s.content),
      ...targets(article, texts, "condition", s.conditions),
    ],
    statement,
  };
}

/** An AnnotationPage with all statements, indented, with a line break at its end. */
export function toAnnotations(reading: Reading): string {
  const { article, statements } = reading;
  const texts = textsOf(article);
  const id = urn("article", article.id, "annotations");
  const page = {
    "@context": CONTEXT,
    id: `${id}:page`,
    type: "AnnotationPage",
    partOf: {
      id,
      type: "AnnotationCollection",
      label: headlineOf(article) ?? article.id,
      total: statements.length,
      "onrecord:article": articleHead(article),
    },
    startIndex: 0,
    items: statements.map((s, i) => annotation(reading, texts, s, i + 1)),
  };
  return `${JSON.stringify(page, null, 2)}\n`;
}
