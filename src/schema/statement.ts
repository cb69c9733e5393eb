/** Attribution and Statement: who said what, to whom, when; each field with what decided it. */
import { z } from "zod";
import { spanSchema } from "./span.ts";

export const KINDS = ["direct", "indirect", "mixed"] as const;
export const FORMS = ["transcript", "block", "post", "headline"] as const;
export const ACTS = ["speech", "attitude"] as const;
export const STATEMENT_TYPES = [
  "assertion", "evaluation", "prediction", "concern", "demand", "offer", "commitment",
  "concession", "refusal", "threat", "agreement", "announcement", "question", "no-comment",
] as const; // biome-ignore format: one table
export const LEVELS = ["named", "background", "document", "via-agency", "unattributed"] as const;
export const SPEAKER_TYPES = ["person", "organisation", "group", "document", "unknown"] as const;
export const CONDITION_KINDS = ["if", "only-if", "unless", "until", "in-return-for"] as const;

const confidence = z.number().min(0).max(1);

export const decisionSchema = z
  .strictObject({
    field: z.string().describe("the field decided, e.g. type"),
    by: z.string().describe("rule id (room/name) or model name with version"),
    why: z.string().optional().describe("one phrase for a person"),
  })
  .describe("What decided a field.");
export type Decision = Readonly<z.infer<typeof decisionSchema>>;

export const attributionSchema = z.strictObject({
  id: z.string(),
  source: z.array(spanSchema),
  cue: z.array(spanSchema),
  content: z.array(spanSchema),
  kind: z.enum(KINDS),
  form: z.enum(FORMS).optional(),
  act: z.enum(ACTS),
  parent: z.string().optional().describe("id of the attribution inside whose content this one lies"),
  confidence: confidence.describe("that source, cue and content are each right by half at least"),
  spanConfidence: z
    .strictObject({ source: confidence.optional(), cue: confidence.optional(), content: confidence.optional() })
    .optional()
    .describe("per role that has spans: that they are right to the token"),
  decisions: z.array(decisionSchema),
});
export type Attribution = Readonly<z.infer<typeof attributionSchema>>;

export const speakerSchema = z
  .strictObject({
    id: z.string(),
    name: z.string().describe("the fullest name in the text, else the description without its article"),
    type: z.enum(SPEAKER_TYPES),
    aliases: z.array(z.string()).describe("every other name by which the text calls it"),
    roles: z.array(z.string()),
    mentions: z.array(spanSchema).describe("spans that refer to it"),
  })
  .describe("The party that mentions refer to, within one article.");
export type Speaker = Readonly<z.infer<typeof speakerSchema>>;

/** A party named in a statement: the words, and whom they mean where that is known. */
export const partySchema = z.strictObject({
  name: z.string(),
  span: spanSchema.optional(),
  speaker: z.string().optional().describe("id of a speaker"),
  confidence,
});
export type Party = Readonly<z.infer<typeof partySchema>>;

export const statementSpeakerSchema = partySchema.extend({
  type: z.enum(SPEAKER_TYPES),
  candidates: z
    .array(z.strictObject({ name: z.string(), speaker: z.string(), confidence }))
    .optional()
    .describe("given where the text does not decide"),
});
export type StatementSpeaker = Readonly<z.infer<typeof statementSpeakerSchema>>;

export const conditionSchema = z.strictObject({ ...spanSchema.shape, kind: z.enum(CONDITION_KINDS) });
export type Condition = Readonly<z.infer<typeof conditionSchema>>;

export const saidAtSchema = z
  .strictObject({
    value: z.string().describe("ISO 8601 date, or closed interval A/B of dates"),
    span: spanSchema.optional().describe("the expression that dates the saying, if one does"),
    implied: z.boolean().describe("true if no expression in the text says so (reporting day)"),
    confidence,
  })
  .describe("When it was uttered; not when it was published, not when what it talks about happens.");
export type SaidAt = Readonly<z.infer<typeof saidAtSchema>>;

export const statementSchema = attributionSchema.extend({
  speaker: statementSpeakerSchema.optional(),
  addressee: partySchema.optional(),
  via: partySchema.optional(),
  where: partySchema.optional().describe("place, occasion or medium"),
  level: z.enum(LEVELS),
  saidAt: saidAtSchema.optional(),
  type: z.enum(STATEMENT_TYPES),
  typeConfidence: confidence,
  negated: z.boolean(),
  hypothetical: z.boolean(),
  historical: z.boolean(),
  conditions: z.array(conditionSchema),
  probability: z.strictObject({ value: confidence, span: spanSchema }).optional(),
  answered: z.boolean().optional().describe("questions only; absent if the text does not tell"),
});
export type Statement = Readonly<z.infer<typeof statementSchema>>;
