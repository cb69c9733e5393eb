/** The way of the data on one page: an article in, its reading out. Only this file knows the order of the stages. */
import { createAttributor, type Transformer } from "./attribution/index.ts";
import type {
  Article,
  ArticleMeta,
  Doc,
  GazetteerEntry,
  Message,
  Reading,
  Resources,
  Span,
  Statement,
} from "./schema/index.ts";
import { createSegmenter } from "./segment/index.ts";
import { createSpeakerStage } from "./speaker/index.ts";
import { createStatementStage } from "./statement/index.ts";
import { createTimeStage } from "./time/index.ts";
import { VERSION } from "./version.ts";

export interface PipelineOptions {
  /** Statements of lower confidence are left out. Default 0: all that the engine keeps. */
  readonly minConfidence?: number;
  /** People and their offices, beside those that Onrecord knows; see parseGazetteer. */
  readonly gazetteer?: readonly GazetteerEntry[];
}

/** Reads one article for statements. The same article gives the same reading. */
export type Pipeline = (article: Article, options?: PipelineOptions) => Promise<Reading>;

/** Another attribution model, and the transformer that it was made for. */
export interface AccurateEngine {
  readonly model: Uint8Array;
  readonly transformer: Transformer;
}

/** Loads word lists and weights once; `accurate` takes the place of the default engine. @throws OnrecordError (model) if they cannot be used. */
export function createPipeline({ lexicon, model }: Resources, accurate?: AccurateEngine): Pipeline {
  const segment = createSegmenter(lexicon, model("pos.bin"));
  const kernel = model("kernel.wasm");
  const attribute = createAttributor({ lexicon, kernel, ...(accurate ?? { model: model("attribution.bin") }) });
  const speak = createSpeakerStage(lexicon);
  const date = createTimeStage(lexicon);
  const state = createStatementStage(lexicon);

  return async (article, options = {}) => {
    if (!isRead(article)) return readingOf(article, [], [], []);
    const doc = segment(article.text, article.blocks);
    const attributions = await attribute(doc);
    const meta = metaOf(article);
    const parties = speak(doc, attributions, meta, options.gazetteer);
    const times = date(doc, attributions, meta);
    const statements = state(doc, attributions, parties, times, meta);
    return readingOf(article, keep(statements, options.minConfidence ?? 0), parties.speakers, doc.messages);
  };
}

/** Statements are read in English only; a text too short to tell is taken for English. */
function isRead(article: Article): boolean {
  return article.language === undefined || /^en\b/i.test(article.language);
}

function metaOf({ title, byline, publisher, published, entries = [] }: Article): ArticleMeta {
  return {
    ...(title === undefined ? {} : { title }),
    ...(byline === undefined ? {} : { byline }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { anchor: published }),
    parts: entries.flatMap(({ start, end, published: anchor }) =>
      anchor === undefined ? [] : [{ start, end, anchor }],
    ),
  };
}

/** A nested statement stays only with the statement that it lies in. */
function keep(statements: readonly Statement[], least: number): Statement[] {
  const kept = new Set(statements.filter((s) => s.confidence >= least).map((s) => s.id));
  return statements.filter((s) => kept.has(s.id)).map((s) => (s.parent && !kept.has(s.parent) ? orphan(s) : s));
}

function orphan({ parent: _, ...statement }: Statement): Statement {
  return statement;
}

function readingOf(
  article: Article,
  statements: readonly Statement[],
  speakers: Reading["speakers"],
  messages: Doc["messages"],
): Reading {
  const all: Message[] = [...article.messages, ...messages];
  return { onrecord: VERSION, article, statements, speakers, messages: all };
}

/** Finds the quotations of an article by its marks: the words inside the outermost ones that are read for statements, block quotations aside. */
export function createQuotationFinder({ lexicon }: Pick<Resources, "lexicon">): (article: Article) => Span[] {
  const segment = createSegmenter(lexicon); // marks are paired before parts of speech are known
  return ({ text, blocks }) =>
    segment(text, blocks)
      .quotes.filter(({ depth, style }) => depth === 0 && style !== "block")
      .map(({ start, end, closed }) => trimmed(text, start + 1, closed ? end - 1 : end))
      .filter(({ start, end }) => start < end);
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
