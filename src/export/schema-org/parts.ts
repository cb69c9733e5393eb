/** What schema.org descriptions have in common: the article, and who said it. */
import type { Article, Reading, Statement } from "../../schema/index.ts";
import { intervalOf } from "../dates.ts";
import { urn, webUrl } from "../urn.ts";
import { headlineOf } from "../words.ts";

const CONTEXT = "https://schema.org";

const articleId = (article: Article) => webUrl(article.url) ?? urn("article", article.id);

export function newsArticle(article: Article) {
  const { byline, publisher, published, modified, language } = article;
  return {
    "@type": "NewsArticle",
    "@id": articleId(article),
    headline: headlineOf(article),
    url: webUrl(article.url),
    datePublished: published,
    dateModified: modified,
    inLanguage: language,
    author: byline === undefined ? undefined : { "@type": "Person", name: byline.replace(/^by\s+/i, "") },
    publisher: publisher === undefined ? undefined : { "@type": "Organization", name: publisher },
  };
}

/** A person or a body; undefined for a document or someone unknown, who can be neither. */
export function agent(reading: Reading, { speaker }: Statement) {
  if (!speaker || speaker.type === "document" || speaker.type === "unknown") return undefined;
  const known = reading.speakers.find(({ id }) => id === speaker.speaker);
  const roles = known?.roles ?? [];
  const person = speaker.type === "person";
  return {
    "@type": person ? "Person" : "Organization",
    name: speaker.name,
    alternateName: known && known.aliases.length > 0 ? known.aliases : undefined,
    ...(person && roles.length > 0 ? { jobTitle: roles } : {}),
  };
}

/** A day as the date, an interval as the time covered. */
export function saidWhen({ saidAt }: Statement, date: "dateCreated" | "datePublished"): object {
  const { from, to } = intervalOf(saidAt?.value);
  if (from === undefined) return {};
  return from === to ? { [date]: from } : { temporalCoverage: `${from}/${to}` };
}

/** Indented JSON-LD with a line break at its end: all nodes of one article. */
export function graph(nodes: readonly object[]): string {
  return `${JSON.stringify({ "@context": CONTEXT, "@graph": nodes }, null, 2)}\n`;
}
