/** One statement a line, each line complete in itself: its article's metadata and the exact words of every role. */
import type { Article, Party, Reading, Span, Statement } from "../schema/index.ts";
import { quoted } from "./words.ts";

/** What a line says of its article. */
export function articleHead({ id, title, byline, publisher, url, published, modified }: Article) {
  const head = { id, title, byline, publisher, url, published, modified };
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined));
}

/** A statement with the words of each of its spans. Its keys are those of statement.json, plus article and n. */
export function statementRecord(reading: Reading, statement: Statement, n: number) {
  const { text } = reading.article;
  const all = (spans: readonly Span[]) => spans.map((span) => quoted(text, span));
  const spanned = <T extends { readonly span?: Span | undefined }>(value: T | undefined) =>
    value && { ...value, ...(value.span ? { span: quoted(text, value.span) } : {}) };
  const party = (value: Party | undefined) => spanned(value);
  return {
    article: articleHead(reading.article),
    n,
    ...statement,
    source: all(statement.source),
    cue: all(statement.cue),
    content: all(statement.content),
    speaker: spanned(statement.speaker),
    addressee: party(statement.addressee),
    via: party(statement.via),
    where: party(statement.where),
    saidAt: spanned(statement.saidAt),
    conditions: statement.conditions.map((c) => ({ ...quoted(text, c), kind: c.kind })),
    probability: spanned(statement.probability),
    ...(reading.input === undefined ? {} : { input: reading.input }),
    onrecord: reading.onrecord,
  };
}

/** JSON Lines: one statement a line, in order of the text. */
export function toJsonl(reading: Reading): string {
  return reading.statements.map((s, i) => `${JSON.stringify(statementRecord(reading, s, i + 1))}\n`).join("");
}
