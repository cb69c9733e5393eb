/** Reading: what readArticle gives back. */
import { z } from "zod";
import { type Article, articleSchema } from "./article.ts";
import { type Message, messageSchema } from "./message.ts";
import { type Speaker, type Statement, speakerSchema, statementSchema } from "./statement.ts";

export const readingSchema = z
  .strictObject({
    onrecord: z.string().describe("version of onrecord that made this"),
    input: z.string().optional().describe("the file, address or line that it was read from, as it was named"),
    article: articleSchema,
    statements: z.array(statementSchema),
    speakers: z.array(speakerSchema),
    messages: z.array(messageSchema),
  })
  .describe("One article, read: its text, its statements in order of the text, and its speakers.");

export interface Reading {
  readonly onrecord: string;
  readonly input?: string;
  readonly article: Article;
  readonly statements: readonly Statement[];
  readonly speakers: readonly Speaker[];
  readonly messages: readonly Message[];
}
