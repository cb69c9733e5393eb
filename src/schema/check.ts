/** What a check of a draft's quotations gives back: a verdict for each, how its words differ, and where the source's stand. */
import { z } from "zod";
import { spanSchema } from "./span.ts";
import { STATEMENT_TYPES } from "./statement.ts";

export const VERDICTS = [
  "exact", "inserted", "trimmed", "altered", "stitched", "wrong-speaker", "paraphrase-as-quote", "not-found", "unchecked",
] as const; // biome-ignore format: one table
export type Verdict = (typeof VERDICTS)[number];

/** Verdicts that pass: the words are the source's. */
export const PASSING: ReadonlySet<Verdict> = new Set(["exact", "inserted", "trimmed"] as const);

/** Classes of change, from the weightiest on. */
export const CHANGES = [
  "negation",
  "condition",
  "number",
  "date",
  "qualifier",
  "name",
  "tense",
  "case",
  "other",
] as const;
export type ChangeClass = (typeof CHANGES)[number];

export const changeSchema = z
  .strictObject({
    class: z.enum(CHANGES).describe("the weightiest of what the change touches"),
    dropped: z.string().describe("words of the source that the draft has not; empty for none"),
    added: z.string().describe("words of the draft that the source has not; empty for none"),
  })
  .describe("A difference between what was said and what the draft has.");
export type Change = Readonly<z.infer<typeof changeSchema>>;

export const draftQuotationSchema = z
  .strictObject({
    span: spanSchema.describe("of the draft's text, inside the marks"),
    words: z.string(),
    speaker: z.string().optional().describe("to whom the draft gives it"),
  })
  .describe("A quotation of a draft: the words inside its marks, and who is said to have said them.");
export type DraftQuotation = Readonly<z.infer<typeof draftQuotationSchema>>;

const strings = z.array(z.string()).readonly();

export const evidenceSchema = z
  .strictObject({
    article: z.string().describe("the article's own id"),
    input: z.string().optional().describe("the file, address or line that it was read from"),
    title: z.string().optional(),
    publisher: z.string().optional(),
    published: z.string().optional(),
    url: z.string().optional(),
    record: z
      .strictObject({
        article: z.int().describe("the article's number in the record"),
        statement: z.int().optional().describe("the statement's number in the record"),
      })
      .optional()
      .describe("given if it stands in a record"),
    statement: z
      .string()
      .optional()
      .describe("the statement's id in its article; absent if no statement has the words"),
    speaker: z.string().optional(),
    saidAt: z.string().optional().describe("ISO 8601 date, or closed interval A/B of dates"),
    span: spanSchema.describe("of the article's text: the words that the quotation has, or the whole statement"),
    words: z.string(),
    before: z.string().describe("the sentence before, as far as the paragraph goes"),
    after: z.string().describe("the rest of the sentence, or the one after"),
    warnings: strings.describe("reported by another, translated, negated, hypothetical"),
  })
  .describe("Where the words of a source stand, and what an editor should know of them.");
export type Evidence = Readonly<z.infer<typeof evidenceSchema>>;

export const checkedSchema = z
  .strictObject({
    quotation: draftQuotationSchema,
    verdict: z.enum(VERDICTS),
    why: z.string().describe("one phrase for a person"),
    changes: z.array(changeSchema).readonly().describe("how the draft's words differ from the source's"),
    evidence: z
      .array(evidenceSchema)
      .readonly()
      .describe("where the words, or the nearest ones, stand; behind the first one other places that have the same"),
  })
  .describe("One quotation of a draft with its verdict.");
export type Checked = Readonly<z.infer<typeof checkedSchema>>;

const statementSense = {
  type: z.enum(STATEMENT_TYPES),
  negations: z.int().min(0).describe("words that deny: not, never, nobody"),
};

export const checkedIndirectSchema = z
  .strictObject({
    statement: z.strictObject({
      span: spanSchema.describe("of the draft's text"),
      words: z.string(),
      speaker: z.string(),
      ...statementSense,
    }),
    nearest: z
      .array(
        z.strictObject({
          ...statementSense,
          disagrees: z.array(z.enum(["type", "polarity"])).readonly(),
          evidence: evidenceSchema,
        }),
      )
      .readonly()
      .describe("what that speaker is on record with, the nearest words first"),
  })
  .describe("A statement that the draft reports in its own words, beside what is on record. Not a verdict.");
export type CheckedIndirect = Readonly<z.infer<typeof checkedIndirectSchema>>;

export const checkReportSchema = z
  .strictObject({
    draft: z.string().describe("as it was named"),
    checked: z.array(checkedSchema).readonly().describe("its quotations in order of the text"),
    indirect: z.array(checkedIndirectSchema).readonly().optional().describe("with --indirect"),
  })
  .describe("What onrecord check --json writes.");
export type CheckReport = Readonly<z.infer<typeof checkReportSchema>>;
