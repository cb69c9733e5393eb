/** What every style of citation is made of: the article's particulars, and the statement as a note. */
import type { Article, Reading, Statement } from "../../schema/index.ts";
import { dayText } from "../dates.ts";
import { speakerName } from "../facts.ts";
import { webUrl } from "../urn.ts";
import { headlineOf, wordsOf } from "../words.ts";

export interface Reference {
  /** Unique for a statement of an article: letters, digits, - and _ only. */
  readonly key: string;
  readonly title: string;
  /** Names as the byline writes them. */
  readonly authors: readonly string[];
  readonly publisher: string | undefined;
  /** ISO 8601, as the article states it. */
  readonly published: string | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
  /** The exact words. */
  readonly quote: string;
  /** Who said it, when, and through whom, in one line. */
  readonly note: string;
}

/** White space as one space each: these formats have one value a line. */
export const oneLine = (text: string) => text.replace(/[\s\x00-\x1f\x7f-\x9f]+/g, " ").trim();

/** "By Ana Moe, Ben Li and Cy Orr" -> three names. */
export function authorsOf({ byline }: Article): string[] {
  const names = oneLine(byline ?? "").replace(/^by /i, "");
  return names
    .split(/, and |, | and | & /)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function noteOf(reading: Reading, s: Statement): string {
  const known = reading.speakers.find(({ id }) => id === s.speaker?.speaker);
  const who = [speakerName(reading, s), ...(known?.roles.slice(0, 1) ?? [])].join(", ");
  const facts = [s.kind, s.type, ...(s.negated ? ["negated"] : []), ...(s.level === "named" ? [] : [s.level])];
  const when = s.saidAt ? `, said ${s.saidAt.value.replace("/", " to ")}` : "";
  const via = s.via ? `, via ${s.via.name}` : "";
  return oneLine(`${who}${when}${via} (${facts.join(", ")})`);
}

const keyed = (text: string) => text.replace(/[^A-Za-z0-9_-]+/g, "-");

export function referenceOf(reading: Reading, s: Statement): Reference {
  const { article } = reading;
  return {
    key: `${keyed(article.id)}_${keyed(s.id)}`,
    title: oneLine(headlineOf(article) ?? article.id),
    authors: authorsOf(article),
    publisher: article.publisher === undefined ? undefined : oneLine(article.publisher),
    published: article.published,
    url: webUrl(article.url),
    language: article.language,
    quote: oneLine(wordsOf(article.text, s.content)),
    note: noteOf(reading, s),
  };
}

/** The article in one line: authors, title, publisher, day, address, as far as known. */
export function referenceText(article: Article): string {
  const title = headlineOf(article);
  const parts = [
    authorsOf(article).join(", "),
    title === undefined ? article.id : `“${oneLine(title)}”`,
    article.publisher === undefined ? "" : oneLine(article.publisher),
    dayText(article.published) ?? "",
    webUrl(article.url) ?? "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
