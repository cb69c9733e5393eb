/** Reads a noun phrase: where its main part ends, what its head is, and how to call what it describes. */
import { ARTICLES, POSSESSIVE_PRONOUNS } from "./closed.ts";
import type { Coreference } from "./coreference.ts";
import type { Entity } from "./entities.ts";
import { classOf, type Mention } from "./mentions.ts";
import type { Words } from "./words.ts";

/** A noun phrase as tokens: [first, end) is all of it, [first, mainEnd) without appositions and clauses. */
export interface Phrase {
  readonly first: number;
  readonly end: number;
  readonly mainEnd: number;
  /** End of the words up to the first preposition. */
  readonly headEnd: number;
}

const CUTS =
  /^(?:who|which|whose|whom|that|where|speaking|leading|standing|working|published|released|seen|obtained|cited|shown|issued|conducted|commissioned|dated|circulated|citing|asked|quoted|named|identified|described|known)$/;
const MARKS = /^[,(;:—–-]$/;
const KEEPS_CLAUSE = new Set("people those person anyone".split(" "));
const QUANTIFIERS = new Set(
  "one some several many most both all each any few a an the this that these those our your my dozen or so".split(" "),
);

/** Tokens of a span, marks at its edges left out. Undefined if nothing is left. */
export function tokensOf(words: Words, start: number, end: number): readonly [number, number] | undefined {
  let first = words.tokenAt(start);
  if (first > 0 && words.end(first - 1) > start) first--;
  let stop = first;
  while (stop < words.count && words.start(stop) < end) stop++;
  while (first < stop && !isWordLike(words, first)) first++;
  while (stop > first && !isWordLike(words, stop - 1)) stop--;
  return first < stop ? [first, stop] : undefined;
}

function isWordLike(words: Words, i: number): boolean {
  const word = words.at(i);
  return word.letters || word.number;
}

/** Finds the parts of the noun phrase in tokens [first, end). */
export function readPhrase(words: Words, first: number, end: number): Phrase {
  let mainEnd = first + 1;
  while (mainEnd < end && !cutsAt(words, mainEnd, first)) mainEnd++;
  let headEnd = first + 1;
  while (
    headEnd < mainEnd &&
    !words.at(headEnd).preposition &&
    !/^(?:familiar|close|briefed|calling|and|or|led|here)$/.test(words.at(headEnd).lower)
  )
    headEnd++;
  return { first, end, mainEnd, headEnd };
}

function cutsAt(words: Words, i: number, first: number): boolean {
  const word = words.at(i);
  if (MARKS.test(word.text)) return true;
  if (!CUTS.test(word.lower)) return false;
  for (let k = first; k < i; k++) if (KEEPS_CLAUSE.has(words.at(k).lower)) return false;
  return true;
}

/** Mentions whose head lies in [from, end), in order. */
export function mentionsIn(reference: Coreference, from: number, end: number): Mention[] {
  const found: Mention[] = [];
  for (let i = from; i < end; i++) {
    const mention = reference.mentions[reference.byHead[i] ?? -1];
    if (mention) found.push(mention);
  }
  return found;
}

/** The head noun of [first, headEnd): its token and class. */
export function headNoun(
  words: Words,
  phrase: Phrase,
): { token: number; type: ReturnType<typeof classOf> } | undefined {
  for (let i = phrase.headEnd - 1; i >= phrase.first; i--) {
    const type = classOf(words.at(i));
    if (type) return { token: i, type };
    if (words.at(i).possessive) break;
  }
  return undefined;
}

/** "the two Corran officials who met" -> "two Corran officials"; "his office" -> "office of Bertil Ashkenazi". */
export function describe(reference: Coreference, phrase: Phrase): string {
  const { words } = reference;
  let first = phrase.first;
  while (first < phrase.headEnd - 1 && dropsAt(words, first, phrase)) first++;
  if (POSSESSIVE_PRONOUNS.has(words.at(first).lower)) {
    const owner = reference.mentions[reference.byHead[first] ?? -1]?.entity;
    return owned(plainText(reference, first + 1, phrase.mainEnd), owner, "");
  }
  const clitic = possessiveIn(words, first, phrase.headEnd);
  if (clitic > first) return ownedBy(reference, first, clitic, phrase);
  return lowerFirst(words, first, plainText(reference, first, phrase.mainEnd));
}

/** "One of Demirsoy's aides", "Some of the families": what follows "of". */
function dropsAt(words: Words, i: number, phrase: Phrase): boolean {
  const word = words.at(i);
  if (ARTICLES.has(word.lower) || QUANTIFIERS.has(word.lower)) return true;
  return i > phrase.first && word.lower === "of" && QUANTIFIERS.has(words.at(i - 1).lower);
}

function possessiveIn(words: Words, first: number, end: number): number {
  for (let i = end - 1; i > first; i--) if (words.at(i).possessive) return i;
  return -1;
}

function ownedBy(reference: Coreference, first: number, clitic: number, phrase: Phrase): string {
  const { words } = reference;
  const thing = plainText(reference, clitic + 1, phrase.mainEnd);
  const owner = reference.mentions[reference.byHead[clitic - 1] ?? -1]?.entity;
  if (owner?.named)
    return owner.type === "organisation" && !owner.place ? `${owner.name} ${thing}` : owned(thing, owner, "");
  if (words.at(clitic).text.length === 1) return lowerFirst(words, first, plainText(reference, first, phrase.mainEnd));
  return owned(thing, owner?.name ? owner : undefined, plainText(reference, first, clitic));
}

const JOINTS: readonly (readonly [RegExp, string])[] = [
  [/^spokes/, "for"],
  [/aides?$/, "to"],
];

/** Says whose: office of Bly, spokesman for Prosser, aide to Demirsoy, Castellanos campaign. */
function owned(thing: string, owner: Entity | undefined, otherwise: string): string {
  const name = owner?.name || otherwise;
  if (!name) return thing;
  if (thing === "campaign" && owner?.type === "person") return `${name.split(" ").at(-1)} campaign`;
  const joint = JOINTS.find(([pattern]) => pattern.test(thing))?.[1] ?? "of";
  return `${thing} ${joint} ${owner?.named ? name : withArticle(name, otherwise)}`;
}

function withArticle(name: string, otherwise: string): string {
  return otherwise || /^[A-Z]/.test(name) ? name : `the ${name}`;
}

/** The words of [first, end) as written; a short name of someone named in full is written in full: "spokesman for Anders Quist". */
function plainText(reference: Coreference, first: number, end: number): string {
  const { words } = reference;
  let stop = end;
  while (stop > first + 1 && !isWordLike(words, stop - 1)) stop--;
  const last = reference.mentions[reference.byHead[stop - 1] ?? -1];
  if (last?.kind === "name" && last.entity?.type === "person" && last.first > first) {
    return `${words.doc.text.slice(words.start(first), words.start(last.first))}${last.entity.name}`;
  }
  return words.doc.text.slice(words.start(first), words.end(stop - 1));
}

/** A capital that only the sentence's begin gives. */
function lowerFirst(words: Words, first: number, text: string): string {
  const word = words.at(first);
  if (!word.cap || /^(?:I|[A-Z]{2})/.test(word.text) || word.demonym) return text;
  const ordinary =
    word.person || word.group || word.body || word.document || word.function || /^[A-Z][a-z]+$/.test(word.text);
  return ordinary && !words.at(first + 1).cap ? text[0]!.toLowerCase() + text.slice(1) : text;
}
