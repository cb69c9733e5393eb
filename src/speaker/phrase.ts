/** Reads a noun phrase: where its main part ends, what its head is, and how to call what it describes. */
import { ARTICLES, POSSESSIVE_PRONOUNS } from "./closed.ts";
import type { Coreference } from "./coreference.ts";
import { type Entity, settled } from "./entities.ts";
import { classOf, type Mention } from "./mentions.ts";
import { spellingOf } from "./spelling.ts";
import type { Words } from "./words.ts";

/** A noun phrase as tokens: [first, end) is all of it, [first, mainEnd) without appositions and clauses. */
export interface Phrase {
  readonly first: number;
  readonly end: number;
  readonly mainEnd: number;
  /** End of the words up to the first preposition. */
  readonly headEnd: number;
  /** "One of …": a single one of the group named. */
  readonly oneOf?: boolean;
}

const CUTS =
  /^(?:who|which|whose|whom|that|where|speaking|leading|standing|working|posted|published|released|seen|obtained|cited|shown|issued|conducted|commissioned|dated|circulated|citing|asked|quoted|named|identified|described|known)$/;
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
export function readPhrase(words: Words, from: number, end: number): Phrase {
  const first = partitive(words, from, end);
  let mainEnd = first + 1;
  while (mainEnd < end && !cutsAt(words, mainEnd, first)) mainEnd++;
  let headEnd = first + 1;
  while (headEnd < mainEnd - 1 && QUANTIFIERS.has(words.at(headEnd).lower)) headEnd++;
  while (headEnd < mainEnd && !endsHead(words, headEnd)) headEnd++;
  return {
    first,
    end,
    mainEnd,
    headEnd,
    oneOf:
      first > from && ONE_OF.test(words.at(from).lower === "the" ? words.at(from + 1).lower : words.at(from).lower),
  };
}

const PART =
  /^(?:one|some|many|most|several|two|three|four|none|both|half|part|each|latest|last|first|second|third|all|any|few|dozens|hundreds|thousands|members?)$/;
const ONE_OF = /^(?:one|each|latest|last|first|second|third)$/;

/** "One of Demirsoy's aides", "the latest of those reports": the phrase after "of"; not "two members of its board", not "one of them". */
function partitive(words: Words, first: number, end: number): number {
  const at = words.at(first).lower === "the" ? first + 1 : first;
  if (
    !PART.test(words.at(at).lower) ||
    /^members?$/.test(words.at(at).lower) ||
    words.at(at + 1).lower !== "of" ||
    at + 2 >= end
  )
    return first;
  return words.at(at + 2).pronoun && !POSSESSIVE_PRONOUNS.has(words.at(at + 2).lower) ? first : at + 2;
}

function endsHead(words: Words, i: number): boolean {
  const word = words.at(i);
  if (word.preposition && !words.at(i - 1).determiner) return true;
  return (
    /^(?:familiar|close|briefed|calling|and|or|led|here|there)$/.test(word.lower) ||
    (i > 0 && SUBJECTS.test(word.lower))
  );
}

/** "A draft [it circulated]". */
const SUBJECTS = /^(?:i|he|she|it|they|we|you)$/;

function cutsAt(words: Words, i: number, first: number): boolean {
  const word = words.at(i);
  if (MARKS.test(word.text)) return true;
  if (SUBJECTS.test(word.lower)) return i > first + 1;
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
  const by = maker(reference, phrase);
  let first = phrase.first;
  while (first < phrase.headEnd - 1 && dropsAt(words, first, phrase)) first++;
  if (POSSESSIVE_PRONOUNS.has(words.at(phrase.first).lower)) {
    return (
      single(
        reference,
        phrase,
        owned(reference, plainText(reference, phrase.first + 1, phrase.mainEnd), ownerAt(reference, phrase.first), ""),
      ) + by
    );
  }
  const clitic = possessiveIn(words, first, phrase.headEnd);
  if (clitic > first) return single(reference, phrase, ownedBy(reference, first, clitic, phrase)) + by;
  return single(reference, phrase, lowerFirst(words, first, plainText(reference, first, phrase.mainEnd))) + by;
}

/** Gives a described entity its name, if it has none yet, from where it was first described. */
export function christen(reference: Coreference, entity: Entity): void {
  const { origin } = entity;
  if (!entity.name && entity.members.length > 0)
    entity.name = entity.members.map((member) => calledBy(reference, member)).join(" and ");
  if (entity.name || !origin) return;
  entity.name = entity.head;
  const { words } = reference;
  let end = origin.end;
  if (words.at(end).lower === "of" || words.at(end).lower === "for") {
    while (
      end < origin.end + 8 &&
      (words.at(end).letters || words.at(end).possessive) &&
      (end === origin.end || !words.at(end).preposition) &&
      words.pos(end) !== "VERB" &&
      words.pos(end) !== "AUX" &&
      !/^(?:is|was|has|had|said|says|will|who|that|and)$/.test(words.at(end).lower)
    )
      end++;
  }
  entity.name = describe(reference, readPhrase(words, origin.first, end));
}

/** Whom a possessive pronoun means; "my" the one whose words it stands in. */
function ownerAt(reference: Coreference, token: number): Entity | undefined {
  const word = reference.words.at(token).lower;
  const own = word === "my" || word === "our";
  return own ? reference.voices.at(token) : reference.mentions[reference.byHead[token] ?? -1]?.entity;
}

const LONGEST_NAME = 80;

/** How an owner is called inside another name; empty if that would run on ("brother of brother of …"). */
function calledBy(reference: Coreference, one: Entity | undefined): string {
  const owner = one && settled(one);
  if (!owner) return "";
  const name =
    owner.name ||
    (owner.members.length > 0
      ? owner.members.map((member) => member.name).join(" and ")
      : originText(reference, owner));
  return name.length > LONGEST_NAME ? "" : name;
}

/** The words of a description without determiner or possessor: "prime minister". */
function originText(reference: Coreference, owner: Entity): string {
  const { origin } = owner;
  if (!origin) return owner.head;
  const { words } = reference;
  let first = origin.first;
  for (let i = first; i < origin.end; i++)
    if (words.at(i).determiner || words.at(i).possessive || POSSESSIVE_PRONOUNS.has(words.at(i).lower)) first = i + 1;
  return lowerFirst(words, first, words.doc.text.slice(words.start(first), words.end(origin.end - 1)));
}

/** "One of Demirsoy's aides" is an aide. */
function single(reference: Coreference, phrase: Phrase, text: string): string {
  if (!phrase.oneOf) return text;
  for (const word of text.split(" ")) {
    const noun = reference.words.vocabulary.persons.get(word.toLowerCase());
    if (noun?.plural) return text.replace(word, noun.singular);
    if (/^(?:reports|studies|polls|letters|documents|papers)$/.test(word))
      return text.replace(word, word.replace(/ies$/, "y").replace(/s$/, ""));
  }
  return text;
}

/** "An analysis published on Monday by the Carbon Ledger Institute": by whom, or in which journal. */
function maker(reference: Coreference, phrase: Phrase): string {
  const { words, mentions, byHead } = reference;
  if (
    !/^(?:published|released|issued|conducted|commissioned|written|compiled|prepared|circulated)$/.test(
      words.at(phrase.mainEnd).lower,
    )
  )
    return "";
  for (let i = phrase.mainEnd + 1; i < phrase.end; i++) {
    const joint = words.at(i).lower;
    if (joint !== "by" && joint !== "in") continue;
    for (let k = i + 1; k < phrase.end && !words.at(k).preposition; k++) {
      const mention = mentions[byHead[k] ?? -1];
      if (mention?.kind === "name" && mention.entity && !mention.entity.place)
        return ` ${joint} ${joint === "by" && mention.entity.type === "organisation" ? "the " : ""}${mention.entity.name}`;
    }
  }
  return "";
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
  const mention = reference.mentions[reference.byHead[clitic - 1] ?? -1];
  const owner = mention?.entity;
  if (owner?.named) {
    const compound = mention?.kind === "name" && owner.type === "organisation" && !owner.place;
    return compound ? `${owner.name} ${thing}` : owned(reference, thing, owner, "");
  }
  if (words.at(clitic).text.length === 1) return lowerFirst(words, first, plainText(reference, first, phrase.mainEnd));
  return words.at(phrase.first).lower === "the"
    ? owned(reference, thing, owner?.name ? owner : undefined, `the ${plainText(reference, first, clitic)}`)
    : lowerFirst(words, first, plainText(reference, first, phrase.mainEnd));
}

/** Words of speech, and how a record calls them. */
const FAMILIAR = new Map([
  ["dad", "father"],
  ["daddy", "father"],
  ["mum", "mother"],
  ["mom", "mother"],
  ["grandma", "grandmother"],
  ["grandpa", "grandfather"],
]);

const JOINTS: readonly (readonly [RegExp, string])[] = [
  [/^spokes/, "for"],
  [/aides?$/, "to"],
];

/** Says whose: office of Bly, spokesman for Prosser, aide to Demirsoy, Castellanos campaign. */
function owned(reference: Coreference, bare: string, owner: Entity | undefined, otherwise: string): string {
  const thing = FAMILIAR.get(bare) ?? bare;
  const name = calledBy(reference, owner) || otherwise;
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
  for (let i = first + 2; i < end; i++) {
    if (!/^(?:its|their)$/.test(words.at(i).lower) || !words.at(i - 1).preposition) continue;
    const owner = reference.mentions[reference.byHead[i] ?? -1]?.entity;
    if (owner?.origin && owner.origin.head >= first) continue;
    const name = owner?.named || owner?.origin ? calledBy(reference, owner) : "";
    if (name)
      return `${words.doc.text.slice(words.start(first), words.end(i - 1))} the ${name}’s ${words.doc.text.slice(words.start(i + 1), words.end(end - 1))}`;
  }
  let stop = end;
  while (stop > first + 1 && !isWordLike(words, stop - 1)) stop--;
  const last = reference.mentions[reference.byHead[stop - 1] ?? -1];
  if (last?.kind === "name" && last.entity?.type === "person" && last.first > first) {
    return `${words.doc.text.slice(words.start(first), words.start(last.first))}${last.entity.name}`;
  }
  return words.doc.text.slice(words.start(first), words.end(stop - 1));
}

/** Takes away a capital that only the sentence's begin gives. */
function lowerFirst(words: Words, first: number, text: string): string {
  const word = words.at(first);
  if (words.at(first - 1).letters && words.sentenceOf(first - 1) === words.sentenceOf(first)) return text;
  const { small, capital } = spellingOf(words);
  if (capital.has(word.lower) && !small.has(word.lower)) return text;
  if (!word.cap || /^(?:I|[A-Z]{2})/.test(word.text) || word.demonym) return text;
  const ordinary =
    word.person || word.group || word.body || word.document || word.function || /^[A-Z][a-z]+$/.test(word.text);
  return ordinary && !words.at(first + 1).cap ? text[0]!.toLowerCase() + text.slice(1) : text;
}
