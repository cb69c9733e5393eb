/** Speakers across articles: which speakers of several readings are one, with the evidence for each. */
import { z } from "zod";
import { SPEAKER_TYPES } from "./statement.ts";

/** A speaker of one article. */
export const speakerRefSchema = z.strictObject({
  article: z.string().describe("id of the article"),
  speaker: z.string().describe("id of the speaker in its reading"),
});
export type SpeakerRef = Readonly<z.infer<typeof speakerRefSchema>>;

const evidenceSchema = {
  by: z.string().describe("rule id"),
  why: z.string().describe("one phrase for a person"),
  confidence: z.number().min(0).max(1),
};

export const linkedMemberSchema = speakerRefSchema.extend({
  name: z.string().describe("as the article's own reading calls it"),
  statements: z.int().min(0),
  ...evidenceSchema,
});
export type LinkedMember = Readonly<z.infer<typeof linkedMemberSchema>>;

export const linkedSpeakerSchema = z
  .strictObject({
    id: z.string().describe("of its first member: article, #, speaker"),
    name: z.string().describe("the fullest name"),
    type: z.enum(SPEAKER_TYPES),
    aliases: z.array(z.string()),
    roles: z.array(z.string()),
    members: z.array(linkedMemberSchema).describe("in order of publication; each with what linked it to the others"),
    maybe: z
      .array(z.strictObject({ id: z.string(), ...evidenceSchema }))
      .describe("others that may be the same and were not merged"),
  })
  .describe("One speaker across articles.");
export type LinkedSpeaker = Readonly<z.infer<typeof linkedSpeakerSchema>>;

/** What a person decided: two speakers are the same, or are not. Wins over every rule. */
export interface LinkDecision {
  readonly verdict: "same" | "apart";
  readonly a: SpeakerRef;
  readonly b: SpeakerRef;
}
