/** Direct and mixed statements as schema.org Quotations (JSON-LD): the exact words, who said them, in which report. */
import type { Reading, Statement } from "../../schema/index.ts";
import { referenceText } from "../citation/reference.ts";
import { urn } from "../urn.ts";
import { wordsOf } from "../words.ts";
import { agent, graph, newsArticle, saidWhen } from "./parts.ts";

function quotation(reading: Reading, s: Statement) {
  const { article } = reading;
  const who = agent(reading, s);
  return {
    "@type": "Quotation",
    "@id": urn("article", article.id, s.id),
    text: wordsOf(article.text, s.content),
    inLanguage: article.language,
    spokenByCharacter: who,
    creator: who,
    creditText: who ? undefined : s.speaker?.name || wordsOf(article.text, s.source) || undefined,
    isBasedOn: s.speaker?.type === "document" ? { "@type": "CreativeWork", name: s.speaker.name } : undefined,
    ...saidWhen(s, "dateCreated"),
    isPartOf: newsArticle(article),
    citation: referenceText(article),
  };
}

/** Indirect statements have no words of the speaker's, so they are left out. */
export function toQuotations(reading: Reading): string {
  const quoted = reading.statements.filter((s) => s.kind !== "indirect" && s.content.length > 0);
  return graph(quoted.map((s) => quotation(reading, s)));
}
