/** Claims as schema.org ClaimReviews (JSON-LD) for a fact-checker to fill in: what was claimed, by whom, where it appeared. Rating, reviewer and address are left empty. */
import type { Reading, Statement } from "../../schema/index.ts";
import { wordsOf } from "../words.ts";
import { agent, graph, newsArticle, saidWhen } from "./parts.ts";

/** The types that say how things are or will be; what was not said is no claim. */
const CLAIMS: ReadonlySet<Statement["type"]> = new Set(["assertion", "evaluation", "prediction"] as const);

function claimReview(reading: Reading, s: Statement) {
  const words = wordsOf(reading.article.text, s.content);
  return {
    "@type": "ClaimReview",
    url: "",
    claimReviewed: words,
    author: { "@type": "Organization", name: "" },
    reviewRating: { "@type": "Rating", ratingValue: "", bestRating: "", worstRating: "", alternateName: "" },
    itemReviewed: {
      "@type": "Claim",
      text: words,
      author: agent(reading, s),
      ...saidWhen(s, "datePublished"),
      appearance: newsArticle(reading.article),
    },
  };
}

export function toClaimReviews(reading: Reading): string {
  const claims = reading.statements.filter((s) => CLAIMS.has(s.type) && !s.negated && s.content.length > 0);
  return graph(claims.map((s) => claimReview(reading, s)));
}
