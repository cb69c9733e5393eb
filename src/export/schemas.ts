/** JSON Schema of what the exports write, made from the schemas that the types come from. */
import { z } from "zod";
import {
  articleResultSchema,
  articleSchema,
  checkReportSchema,
  countsSchema,
  linkedSpeakerSchema,
  quotationCandidateSchema,
  readingSchema,
  spanSchema,
  speakerSchema,
  speakerSummariesSchema,
  statementHitSchema,
  statementResultSchema,
  statementSchema,
  variantsSchema,
} from "../schema/index.ts";

const quotedSpan = spanSchema.extend({ text: z.string().describe("the exact words") });

const spanned = <T extends z.ZodRawShape>(schema: z.ZodObject<T>) => schema.extend({ span: quotedSpan.optional() });

const { shape } = statementSchema;

/** A line of JSON Lines: a statement that can be read without its article. */
const lineSchema = () =>
  statementSchema
    .extend({
      article: articleSchema
        .pick({ id: true, title: true, byline: true, publisher: true, url: true, published: true, modified: true })
        .describe("the article that it stands in"),
      n: z.int().min(1).describe("its number in the article"),
      source: z.array(quotedSpan),
      cue: z.array(quotedSpan),
      content: z.array(quotedSpan),
      speaker: spanned(shape.speaker.unwrap()).optional(),
      addressee: spanned(shape.addressee.unwrap()).optional(),
      via: spanned(shape.via.unwrap()).optional(),
      where: spanned(shape.where.unwrap()).optional(),
      saidAt: spanned(shape.saidAt.unwrap()).optional(),
      conditions: z.array(shape.conditions.element.extend({ text: z.string() })),
      probability: shape.probability.unwrap().extend({ span: quotedSpan }).optional(),
      input: readingSchema.shape.input,
      onrecord: z.string().describe("version of onrecord that made this"),
    })
    .describe("One statement with the exact words of each role and its article's metadata.");

/** A line of `onrecord read --jsonl` in the place of an input that could not be read. */
const errorSchema = () =>
  z
    .strictObject({
      error: z.strictObject({
        code: z.string().describe("stable, for programs: no-such-file, binary, empty, bad-json …"),
        message: z.string().describe("one sentence for a person"),
        hint: z.string().optional().describe("what to do next"),
        input: z.string().optional().describe("the input as it was named, with the line of a JSON Lines file"),
      }),
    })
    .describe("An input that could not be read.");

const made = (name: string, schema: () => z.ZodType) => () => ({
  $id: `urn:onrecord:schema:${name}`,
  title: name,
  ...z.toJSONSchema(schema()),
});

/** The schemas by name; each is made when it is asked for. */
export const JSON_SCHEMAS = {
  reading: made("reading", () => readingSchema),
  article: made("article", () => articleSchema),
  statement: made("statement", () => statementSchema),
  speaker: made("speaker", () => speakerSchema),
  "linked-speaker": made("linked-speaker", () => linkedSpeakerSchema),
  line: made("line", lineSchema),
  error: made("error", errorSchema),
  hit: made("hit", statementHitSchema),
  "statement-results": made("statement-results", statementResultSchema),
  "article-results": made("article-results", articleResultSchema),
  counts: made("counts", countsSchema),
  "quotation-candidate": made("quotation-candidate", quotationCandidateSchema),
  variants: made("variants", variantsSchema),
  "speaker-summaries": made("speaker-summaries", speakerSummariesSchema),
  checked: made("checked", () => checkReportSchema),
} as const;
