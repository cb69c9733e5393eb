/** A quote card: one statement to be pasted or sent, with everything that its reader needs to trust it. As text, Markdown or HTML. */
import type { Reading, Statement } from "../../schema/index.ts";
import { escaped } from "../html/escape.ts";
import { type CardFacts, cardFacts } from "./facts.ts";
import { markdownLine, markdownQuote } from "./markdown.ts";

export const CARD_FORMATS = ["text", "markdown", "html"] as const;
export type CardFormat = (typeof CARD_FORMATS)[number];

const joined = (parts: readonly (string | undefined)[], by: string) =>
  parts.filter((part) => part !== undefined && part !== "").join(by);

const line = (text: string) => text.replace(/\s+/g, " ").trim();

const dates = ({ said, published }: CardFacts) =>
  joined([said && `said ${said}`, published && `published ${published}`], "; ");

function textCard(facts: CardFacts): string {
  const { words, speaker, about, title, publisher, url, notes, context } = facts;
  const rows = [
    `— ${line(speaker)}${about === "" ? "" : `, ${line(about)}`}`,
    joined([publisher && line(publisher), title && line(title)], ": "),
    dates(facts),
    url,
    notes.map(line).join(" · "),
    context === "" ? "" : `In context: ${line(context)}`,
  ];
  return `${[words, ...rows.filter((row) => row !== undefined && row !== "")].join("\n")}\n`;
}

function markdownCard(facts: CardFacts): string {
  const { words, speaker, about, title, publisher, url, notes, context } = facts;
  const name = `**${markdownLine(speaker) || "Not attributed"}**`;
  const headline = title === undefined ? undefined : markdownLine(title);
  const linked = url === undefined ? headline : `[${headline ?? markdownLine(url)}](<${url}>)`;
  const rows = [
    `— ${name}${about === "" ? "" : `, ${markdownLine(about)}`}`,
    joined([publisher && markdownLine(publisher), linked], ": "),
    dates(facts) && markdownLine(dates(facts)),
    notes.map(markdownLine).join(" · "),
    context === "" ? "" : `In context: ${markdownLine(context)}`,
  ];
  return `${markdownQuote(words)}\n\n${rows.filter((row) => row !== "").join("\\\n")}\n`;
}

function htmlCard(facts: CardFacts): string {
  const { words, speaker, about, title, publisher, url, notes, context } = facts;
  const bdi = (text: string) => `<bdi>${escaped(text)}</bdi>`;
  const headline = title === undefined ? (url ? escaped(url) : undefined) : bdi(title);
  const linked = url === undefined ? headline : `<a href="${escaped(url)}">${headline}</a>`;
  const rows = [
    `<cite>${bdi(speaker)}</cite>${about === "" ? "" : `, ${bdi(about)}`}`,
    joined([publisher && bdi(publisher), linked], ": "),
    escaped(dates(facts)),
    notes.map(escaped).join(" · "),
    context === "" ? "" : `In context: ${bdi(context)}`,
  ];
  const caption = rows.filter((row) => row !== "").map((row) => `<p>${row}</p>`);
  const source = url === undefined ? "" : ` cite="${escaped(url)}"`;
  return `<figure class="quote-card"><blockquote${source}><p>${bdi(words)}</p></blockquote><figcaption>${caption.join("")}</figcaption></figure>\n`;
}

/** `html` is a fragment without style, to stand in a page of yours. */
export function quoteCard(reading: Reading, statement: Statement, format: CardFormat): string {
  const facts = cardFacts(reading, statement);
  if (format === "markdown") return markdownCard(facts);
  return format === "html" ? htmlCard(facts) : textCard(facts);
}

/** All statements of a reading as Markdown cards, a rule between two. */
export function toMarkdown(reading: Reading): string {
  return reading.statements.map((s) => quoteCard(reading, s, "markdown")).join("\n---\n\n");
}
