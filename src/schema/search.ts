/** What searching the record takes and gives back. */
import { z } from "zod";
import { messageSchema } from "./message.ts";
import { spanSchema } from "./span.ts";
import { ACTS, KINDS, LEVELS, SPEAKER_TYPES, STATEMENT_TYPES } from "./statement.ts";

/** Made when it is first asked for: who only reads an article does not wait for the shapes of searches. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

type OneOrMore<T> = T | readonly T[];

/** Filters of statements. All must hold; of several values of one filter, one. */
export interface StatementFilters {
  /** Words of a name or an alias, or `#12`: a speaker's number. */
  readonly speaker?: OneOrMore<string>;
  /** Words of a name, an alias or a role. */
  readonly party?: OneOrMore<string>;
  readonly addressee?: OneOrMore<string>;
  readonly publisher?: OneOrMore<string>;
  readonly type?: OneOrMore<string>;
  readonly kind?: OneOrMore<string>;
  readonly act?: OneOrMore<string>;
  readonly level?: OneOrMore<string>;
  /** The name of a stored issue. */
  readonly issue?: OneOrMore<string>;
  /** ISO 8601: a year, a month, a day or a time. What may have been said then is found too. */
  readonly saidSince?: string;
  readonly saidUntil?: string;
  readonly publishedSince?: string;
  readonly publishedUntil?: string;
  readonly conditional?: boolean;
  readonly negated?: boolean;
  readonly hypothetical?: boolean;
  readonly historical?: boolean;
  readonly minConfidence?: number;
  /** An article's number in the record, its id, its address or its name. */
  readonly article?: OneOrMore<string>;
  /** Also those of articles that are copies of another; else each is counted once. */
  readonly duplicates?: boolean;
}

export const SORTS = ["relevance", "newest", "oldest"] as const;
export type Sort = (typeof SORTS)[number];

export interface StatementSearch extends StatementFilters {
  readonly query?: string;
  /** Relevance if there are words, else the newest first. */
  readonly sort?: Sort;
  /** 20 if not said; 1000 at most. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
  /** Give each hit the paragraph that it stands in. */
  readonly context?: boolean;
}

export interface ArticleSearch {
  readonly query?: string;
  readonly publisher?: OneOrMore<string>;
  readonly language?: OneOrMore<string>;
  readonly publishedSince?: string;
  readonly publishedUntil?: string;
  readonly duplicates?: boolean;
  readonly sort?: Sort;
  readonly limit?: number;
  readonly after?: string;
}

const articleRefSchema = once(() =>
  z
    .strictObject({
      number: z.int().describe("the article's number in the record"),
      id: z.string().describe("the article's own id"),
      title: z.string().optional(),
      publisher: z.string().optional(),
      url: z.string().optional(),
      published: z.string().optional(),
    })
    .describe("The article that it stands in."),
);
export type ArticleRef = Readonly<z.infer<ReturnType<typeof articleRefSchema>>>;

const speakerRef = once(() =>
  z.strictObject({
    number: z.int().describe("the speaker's number in the record"),
    name: z.string(),
    type: z.enum(SPEAKER_TYPES),
  }),
);

export const HIT_FLAGS = ["negated", "hypothetical", "historical", "conditional", "duplicate", "probability"] as const;

export const statementHitSchema = once(() =>
  z
    .strictObject({
      number: z.int().describe("the statement's number in the record"),
      id: z.string().describe("the statement's id in its article's reading"),
      content: z.string().describe("the exact words; … stands between spans that lie apart"),
      matches: z.array(spanSchema).describe("of content: the words that were looked for"),
      snippet: spanSchema.describe("of content: the part around the matches; all of it if it is short"),
      speaker: speakerRef().optional(),
      addressee: speakerRef().optional(),
      kind: z.enum(KINDS),
      act: z.enum(ACTS),
      type: z.enum(STATEMENT_TYPES),
      level: z.enum(LEVELS),
      saidAt: z.string().optional().describe("ISO 8601 date, or closed interval A/B of dates"),
      flags: z.array(z.enum(HIT_FLAGS)),
      confidence: z.number().min(0).max(1),
      article: articleRefSchema(),
      score: z.number().optional().describe("how well the words fit, the higher the better; only within one search"),
      context: z
        .strictObject({
          text: z.string().describe("the paragraphs that the content stands in"),
          start: z.int().describe("where they begin in article.text"),
          content: z.array(spanSchema).describe("of article.text: the spans of the content"),
        })
        .optional(),
    })
    .describe("A statement of the record that was found."),
);
export type StatementHit = Readonly<z.infer<ReturnType<typeof statementHitSchema>>>;

const page = <T extends z.ZodType>(hit: T) =>
  z.strictObject({
    total: z.int().describe("how many there are"),
    exact: z.boolean().describe("false: there are more than total"),
    hits: z.array(hit),
    next: z.string().optional().describe("what `after` takes for the next page"),
    messages: z.array(messageSchema),
  });

export const statementResultSchema = once(() =>
  page(statementHitSchema()).describe("One page of statements that were found."),
);
export type StatementResult = Readonly<z.infer<ReturnType<typeof statementResultSchema>>>;

export const articleHitSchema = once(() =>
  articleRefSchema()
    .extend({
      language: z.string().optional(),
      statements: z.int().describe("how many statements it has"),
      duplicate: z.boolean().describe("a copy of another article"),
      text: z.string().describe("the part of the text around the matches"),
      start: z.int().describe("where that part begins in the article's text"),
      matches: z.array(spanSchema).describe("of text (the part): the words that were looked for"),
      score: z.number().optional(),
    })
    .describe("An article of the record that was found."),
);
export type ArticleHit = Readonly<z.infer<ReturnType<typeof articleHitSchema>>>;

export const articleResultSchema = once(() =>
  page(articleHitSchema()).describe("One page of articles that were found."),
);
export type ArticleResult = Readonly<z.infer<ReturnType<typeof articleResultSchema>>>;

export const COUNT_KEYS = [
  "speaker",
  "addressee",
  "publisher",
  "type",
  "kind",
  "act",
  "level",
  "month",
  "year",
] as const;
export type CountKey = (typeof COUNT_KEYS)[number];

export const countsSchema = once(() =>
  z
    .strictObject({
      by: z.enum(COUNT_KEYS),
      total: z.int().describe("all statements that were found"),
      counts: z.array(
        z.strictObject({
          value: z.string().nullable().describe("null: not known"),
          number: z.int().optional().describe("of the speaker or publisher"),
          statements: z.int(),
        }),
      ),
      messages: z.array(messageSchema),
    })
    .describe("How many statements each value has: most first; months and years in order of time."),
);
export type Counts = Readonly<z.infer<ReturnType<typeof countsSchema>>>;

/** Runs of words that two texts have, or only one of them, in order. */
export const wordChangeSchema = once(() =>
  z.strictObject({
    kind: z.enum(["kept", "removed", "added"]),
    words: z.string(),
  }),
);
export type WordChange = Readonly<z.infer<ReturnType<typeof wordChangeSchema>>>;

export const quotationCandidateSchema = once(() =>
  z
    .strictObject({
      share: z.number().min(0).max(1).describe("of the words that were looked for, those that stand there in order"),
      spans: z.array(spanSchema).describe("of the statement's content: the words that both have"),
      statement: statementHitSchema(),
    })
    .describe("A statement that may be the source of a quotation."),
);
export type QuotationCandidate = Readonly<z.infer<ReturnType<typeof quotationCandidateSchema>>>;

export const variantSchema = once(() =>
  z
    .strictObject({
      statement: statementHitSchema(),
      similarity: z.number().min(0).max(1).describe("of the shorter one's words, those that the other has in order"),
      difference: z.array(wordChangeSchema()).describe("from the statement that was asked for to this one"),
    })
    .describe("The same utterance as another article has it."),
);
export type Variant = Readonly<z.infer<ReturnType<typeof variantSchema>>>;

export const variantsSchema = once(() =>
  z
    .strictObject({
      statement: statementHitSchema(),
      earliest: z.int().describe("number of the statement that was published first"),
      variants: z.array(variantSchema()).describe("the others, the first published first"),
      messages: z.array(messageSchema),
    })
    .describe("A statement, and the same utterance in other articles."),
);
export type Variants = Readonly<z.infer<ReturnType<typeof variantsSchema>>>;

const tally = once(() => z.array(z.strictObject({ value: z.string(), statements: z.int() })));

export const speakerSummarySchema = once(() =>
  z
    .strictObject({
      number: z.int().describe("the speaker's number in the record"),
      name: z.string(),
      type: z.enum(SPEAKER_TYPES),
      aliases: z.array(z.string()),
      roles: z.array(z.string()),
      articles: z.int().describe("articles that it speaks in"),
      statements: z.int(),
      first: z.string().optional().describe("the first and the last date on which it said something"),
      last: z.string().optional(),
      types: tally().describe("statements by type, most first"),
      months: tally().describe("statements by the month in which they were said, in order"),
      recent: z.array(statementHitSchema()),
    })
    .describe("What the record has of one speaker."),
);
export type SpeakerSummary = Readonly<z.infer<ReturnType<typeof speakerSummarySchema>>>;

export const speakerSummariesSchema = once(() =>
  z
    .strictObject({
      total: z.int().describe("how many speakers the name fits"),
      speakers: z.array(speakerSummarySchema()),
      messages: z.array(messageSchema),
    })
    .describe("The speakers that a name fits, those with the most articles first."),
);
export type SpeakerSummaries = Readonly<z.infer<ReturnType<typeof speakerSummariesSchema>>>;
