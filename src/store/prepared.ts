/** An article and its reading in, all that the writer needs of them out: made in a worker, so that the writer only writes. */
import type { Article, Message, Reading, Speaker, SpeakerCandidate, Statement } from "../schema/index.ts";
import { readText, textSha } from "./article-text.ts";
import { FLAGS, facet, flagsOf } from "./facets.ts";
import { foldedWords, indexedText } from "./fold.ts";
import { minhash } from "./minhash.ts";
import { pack, sha256 } from "./pack.ts";
import { fingerprints } from "./shingles.ts";

/** The metadata that has columns of its own. */
export type Head = Pick<
  Article,
  "id" | "title" | "byline" | "publisher" | "url" | "published" | "modified" | "language"
>;

/** What of an article lies in the body blob. */
export type Body = Pick<Article, "text" | "blocks" | "entries" | "offsetMap" | "messages">;

/** What of a reading lies in the reading blob. */
export interface ReadingBody {
  readonly statements: readonly Statement[];
  readonly speakers: readonly Speaker[];
  readonly messages: readonly Message[];
}

/** Plain data that survives being sent between threads. */
export interface PreparedArticle {
  /** The input as it was named. */
  readonly name: string;
  /** Of the input's bytes: the same input is not cleaned again. */
  readonly itemSha?: Uint8Array;
  /** What the web server gave with the page: it is asked for again with these. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly identity: string;
  readonly head: Head;
  readonly words: readonly string[];
  readonly folded: string;
  readonly textSha: Uint8Array;
  readonly minhash?: Uint32Array;
  readonly body: Uint8Array;
  /** Absent if the record seemed to know the text already. */
  readonly read?: PreparedReading;
}

/** How the maker of a reading begins that no engine of ours made. */
export const IMPORTED = "imported ";

export interface PreparedReading {
  readonly engine: string;
  readonly reading: Uint8Array;
  readonly speakers: readonly SpeakerCandidate[];
  readonly statements: readonly PreparedStatement[];
}

/** The columns of a statement, and its words for the indexes. */
export interface PreparedStatement {
  readonly local: string;
  readonly content: string;
  readonly kind: string;
  readonly act: string;
  readonly type: string;
  readonly level: string;
  readonly speaker?: string;
  readonly addressee?: string;
  readonly saidFrom?: string;
  readonly saidTo?: string;
  readonly flags: number;
  readonly confidence: number;
  readonly folded: string;
  readonly who: string;
  readonly facets: readonly string[];
  readonly fingerprints: readonly number[];
}

export type Origin = Pick<PreparedArticle, "name" | "identity" | "itemSha" | "etag" | "lastModified">;

export function prepareArticle(article: Article, origin: Origin): PreparedArticle {
  const { id, title, byline, publisher, url, published, modified, language } = article;
  const { text, blocks, entries, offsetMap, messages } = article;
  const plain = readText(article);
  const words = foldedWords(plain);
  const signature = minhash(words);
  return {
    ...origin,
    head: dropAbsent({ id, title, byline, publisher, url, published, modified, language }),
    words,
    folded: words.join(" "),
    textSha: textSha(plain),
    ...(signature && { minhash: signature }),
    body: pack({ text, blocks, ...(entries && { entries }), offsetMap, messages } satisfies Body),
  };
}

const dropAbsent = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;

export function prepareReading(
  reading: Reading,
  engine: string,
  speakers: readonly SpeakerCandidate[],
): PreparedReading {
  const { statements, speakers: own, messages, article } = reading;
  return {
    engine,
    reading: pack({ statements, speakers: own, messages } satisfies ReadingBody),
    speakers,
    statements: statements.map((statement) => prepareStatement(statement, article.text)),
  };
}

/** The exact words of the content, its parts joined by an ellipsis. */
export function contentOf(statement: Pick<Statement, "content">, text: string): string {
  return statement.content.map(({ start, end }) => text.slice(start, end)).join(" … ");
}

export function prepareStatement(statement: Statement, text: string): PreparedStatement {
  const content = contentOf(statement, text);
  const flags = flagsOf(statement, false);
  const [saidFrom, saidTo = saidFrom] = statement.saidAt?.value.split("/") ?? [];
  const { kind, act, type, level } = statement;
  const sources = statement.source.map(({ start, end }) => text.slice(start, end));
  return {
    local: statement.id,
    content,
    kind,
    act,
    type,
    level,
    ...(statement.speaker?.speaker !== undefined && { speaker: statement.speaker.speaker }),
    ...(statement.addressee?.speaker !== undefined && { addressee: statement.addressee.speaker }),
    ...(saidFrom !== undefined && { saidFrom, saidTo: saidTo! }),
    flags: flags.reduce((sum, flag) => sum | FLAGS[flag], 0),
    confidence: statement.confidence,
    folded: indexedText(content),
    who: indexedText([statement.speaker?.name ?? "", ...sources, statement.addressee?.name ?? ""].join(" ")),
    facets: [
      facet("type", type),
      facet("kind", kind),
      facet("act", act),
      facet("level", level),
      ...flags.map((flag) => facet("flag", flag)),
    ],
    fingerprints: fingerprints(foldedWords(content)),
  };
}

/** Of what lies in the blobs: tells damage that the database itself does not see. */
export function versionSha(body: Uint8Array, reading: Uint8Array | null | undefined): Uint8Array {
  return sha256(body, reading ?? "");
}
