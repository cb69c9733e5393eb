/** Doc + vocabulary in, words out: each distinct token is looked up once, so that the later passes only read flags. */
import { type Doc, READ_KINDS, UPOS } from "../schema/index.ts";
import { DETERMINERS, FUNCTION_WORDS, PREPOSITIONS, PRONOUNS } from "./closed.ts";
import type { PersonNoun, Title, Vocabulary } from "./vocabulary.ts";

/** What one distinct token is. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  /** Begins with a capital and has a letter. */
  readonly cap: boolean;
  readonly letters: boolean;
  readonly number: boolean;
  readonly possessive: boolean;
  readonly function: boolean;
  readonly determiner: boolean;
  readonly preposition: boolean;
  readonly pronoun: boolean;
  readonly title: Title | undefined;
  readonly person: PersonNoun | undefined;
  readonly group: boolean;
  readonly body: boolean;
  readonly document: boolean;
  readonly given: boolean;
  readonly demonym: boolean;
}

/** The tokens of a doc as words, with the sentence, paragraph and outermost quotation of each. */
export interface Words {
  readonly doc: Doc;
  readonly vocabulary: Vocabulary;
  readonly count: number;
  at(token: number): Word;
  start(token: number): number;
  end(token: number): number;
  /** Part of speech, "X" if the doc has none. */
  pos(token: number): string;
  sentenceOf(token: number): number;
  paragraphOf(token: number): number;
  /** Does the token stand in a paragraph that is read for statements? */
  isRead(token: number): boolean;
  /** Index into doc.quotes of the outermost quotation that holds the token, or -1. */
  quoteOf(token: number): number;
  /** First token that starts at or after the offset. */
  tokenAt(offset: number): number;
}

const LETTER = /\p{L}/u;
const CAPITAL = /^[@#]?\p{Lu}/u;
/** Names that in lower case are function words. */
const NAMES_IN_CAPITALS = new Set(["US", "WHO"]);
const EMPTY: Word = makeWord("", undefined);

function makeWord(text: string, vocabulary: Vocabulary | undefined): Word {
  const lower = text.toLowerCase();
  const bare = lower.length > 2 && lower.endsWith(".") ? lower.slice(0, -1) : lower;
  const letters = LETTER.test(text);
  return {
    text,
    lower,
    cap: letters && CAPITAL.test(text),
    letters,
    number: !letters && /\d/.test(text),
    possessive: /^(?:['’]s?)$/i.test(text),
    function: FUNCTION_WORDS.has(lower) && !NAMES_IN_CAPITALS.has(text),
    determiner: DETERMINERS.has(lower),
    preposition: PREPOSITIONS.has(lower),
    pronoun: PRONOUNS.has(lower) && !NAMES_IN_CAPITALS.has(text),
    title: vocabulary?.titles.get(bare),
    person: vocabulary?.persons.get(lower),
    group: vocabulary?.groups.has(lower) ?? false,
    body: vocabulary?.bodies.has(bare) ?? false,
    document: vocabulary?.documents.has(lower) ?? false,
    given: vocabulary?.given.has(lower) ?? false,
    demonym: vocabulary?.demonyms.has(lower) ?? false,
  };
}

/** Looks every distinct token up once. */
export function wordsOf(doc: Doc, vocabulary: Vocabulary): Words {
  const { tokens, text } = doc;
  const ids = new Uint32Array(tokens.count);
  const distinct: Word[] = [];
  const index = new Map<string, number>();
  for (let i = 0; i < tokens.count; i++) {
    const token = text.slice(tokens.start[i], tokens.end[i]);
    let id = index.get(token);
    if (id === undefined) {
      index.set(token, (id = distinct.length));
      distinct.push(makeWord(token, vocabulary));
    }
    ids[i] = id;
  }
  const sentences = ownerOf(doc.sentences, tokens.count);
  const paragraphs = ownerOf(doc.paragraphs, tokens.count);
  const quotes = quoteOwners(doc);
  return {
    doc,
    vocabulary,
    count: tokens.count,
    at: (i) => (i >= 0 && i < tokens.count ? distinct[ids[i]!]! : EMPTY),
    start: (i) => tokens.start[i] ?? text.length,
    end: (i) => tokens.end[i] ?? text.length,
    pos: (i) => UPOS[tokens.pos[i] ?? 0] ?? "X",
    sentenceOf: (i) => sentences[i] ?? -1,
    paragraphOf: (i) => paragraphs[i] ?? -1,
    isRead: (i) => READ_KINDS.has(doc.paragraphs[paragraphs[i] ?? -1]?.kind ?? "body"),
    quoteOf: (i) => quotes[i] ?? -1,
    tokenAt: (offset) => lowerBound(tokens.start, tokens.count, offset),
  };
}

function ownerOf(parts: readonly { firstToken: number; endToken: number }[], count: number): Int32Array {
  const owner = new Int32Array(count).fill(-1);
  parts.forEach((part, index) => {
    owner.fill(index, part.firstToken, part.endToken);
  });
  return owner;
}

/** Outermost quotation of each token; one sweep, since quotes are sorted by start. */
function quoteOwners(doc: Doc): Int32Array {
  const { tokens } = doc;
  const owner = new Int32Array(tokens.count).fill(-1);
  let token = 0;
  doc.quotes.forEach((quote, index) => {
    while (token < tokens.count && tokens.start[token]! < quote.start) token++;
    for (; token < tokens.count && tokens.end[token]! <= quote.end; token++) owner[token] = index;
  });
  return owner;
}

function lowerBound(starts: Uint32Array, count: number, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
