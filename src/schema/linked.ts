/** Speakers across articles: which speakers of several readings are one, with the evidence for each. */
import { z } from "zod";
import { SPEAKER_TYPES, type Speaker } from "./statement.ts";

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

/** All that can tell whether two speakers of different articles are one. */
export interface SpeakerProfile {
  /** Article, #, speaker. */
  readonly id: string;
  readonly article: string;
  readonly speaker: Speaker;
  readonly statements: number;
  readonly publisher: string | undefined;
  /** Day of publication, ISO 8601. */
  readonly day: string | undefined;
  /** Its names, each as lower-case words without accents, titles and suffixes; empty if it is only described. */
  readonly names: readonly (readonly string[])[];
  /** Its roles and, if it is only described, its description: each as a set of words. */
  readonly roles: readonly ReadonlySet<string>[];
  /** Named parties that speak in the same article. */
  readonly company: ReadonlySet<string>;
  /** Whom the gazetteer knows under this name or in this office on that day. */
  readonly known: string | undefined;
  /** Its given name is one that many bear, so that the name alone says little. */
  readonly common: boolean;
}

/** A speaker that was met before, with profiles of the articles that it was last met in. */
export interface KnownSpeaker {
  readonly id: number;
  readonly profiles: readonly SpeakerProfile[];
}

/** A speaker of an article on its way to those met before. */
export interface SpeakerCandidate {
  readonly profile: SpeakerProfile;
  /** Under which keys it looks for those met before: who shares none is another. */
  readonly keys: readonly string[];
  /** Under which keys those that come later find it. */
  readonly doors: readonly string[];
}

/** Whom of those met before a speaker is, and what says so; without `id` it is a new one. */
export interface Assignment {
  readonly id?: number;
  readonly by: string;
  readonly why: string;
  readonly confidence: number;
}
