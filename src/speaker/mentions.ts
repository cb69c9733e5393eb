/** Mentions: names and descriptions of a doc in order of the text, each with how it stands in its sentence. */
import { DEFINITE, POSSESSIVE_PRONOUNS, PREPOSITIONS, type Pronoun, THIRD_PERSON } from "./closed.ts";
import type { Entity } from "./entities.ts";
import type { NameLink } from "./name-links.ts";
import type { NameRun } from "./names.ts";
import type { Word, Words } from "./words.ts";

/** One place where the text refers to a party. Tokens are half open. */
export interface Mention {
  readonly kind: "name" | "description" | "pronoun";
  readonly first: number;
  readonly end: number;
  /** Token of the head: last word of a name, head noun of a description. */
  readonly head: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly quote: number;
  /** May be the subject of its clause: no preposition before it, no possessive after it. */
  readonly subject: boolean;
  /** First mention of its sentence. */
  readonly opens: boolean;
  readonly possessive: boolean;
  /** Followed by "who": the subject of that clause. */
  readonly relative: boolean;
  /** A verb follows: surely the subject of a clause. */
  readonly verbal: boolean;
  /** Preceded by "and". */
  readonly afterAnd: boolean;
  entity: Entity | undefined;
  rivals: readonly Entity[];
  /** How sure the link is, 0 to 1. */
  sure: number;
  /** Which rule linked it. */
  by: string;
  readonly description?: Description;
  /** What kind of pronoun, of one. */
  readonly form?: Pronoun;
  /** What a pronoun may mean, the best first. */
  scores?: readonly { readonly entity: Entity; readonly score: number; readonly at: Mention }[];
  /** Whose it is, of a description. */
  owner?: Entity | undefined;
}

/** The parts of a described mention: "the two Corran officials". */
export interface Description {
  /** Head in the singular, lower case. */
  readonly head: string;
  readonly plural: boolean;
  readonly class: "person" | "group" | "body" | "document";
  readonly definite: boolean;
  readonly indefinite: boolean;
  /** Token of a possessive pronoun or of a name before 's, or -1. */
  readonly possessor: number;
  /** Words between determiner and head, lower case. */
  readonly modifiers: readonly string[];
}

const DESCRIPTION_REACH = 6;

/** Is this token the head of a described party? */
export function classOf(word: Word): Description["class"] | undefined {
  if (word.person) return word.person.plural ? "group" : "person";
  if (word.group) return "group";
  if (word.body) return "body";
  return word.document ? "document" : undefined;
}

/** Names and descriptions, in order. */
export function findMentions(words: Words, runs: readonly NameRun[], links: readonly NameLink[]): Mention[] {
  const mentions: Mention[] = [];
  let sentence = -1;
  let run = 0;
  for (let i = 0; i < words.count; i++) {
    const opens = words.sentenceOf(i) !== sentence;
    const next = runs[run];
    if (next && next.first <= i) {
      mentions.push(nameMention(words, next, links[run]!, opens));
      i = next.end - 1;
      run++;
    } else {
      if (!words.isRead(i)) continue;
      const found = THIRD_PERSON.has(words.at(i).lower) ? pronoun(words, i, opens) : describe(words, i, opens, next);
      if (!found) continue;
      mentions.push(found);
    }
    sentence = words.sentenceOf(i);
  }
  return mentions;
}

function nameMention(words: Words, run: NameRun, link: NameLink, opens: boolean): Mention {
  return {
    kind: "name",
    first: run.first,
    end: run.end,
    head: run.end - 1,
    ...standing(words, leftEdge(words, run.first), run.end),
    opens,
    entity: link.entity,
    rivals: link.rivals,
    sure: link.rivals.length > 1 ? 0.5 : 0.97,
    by: "speaker/name",
  };
}

function pronoun(words: Words, i: number, opens: boolean): Mention {
  const form = THIRD_PERSON.get(words.at(i).lower)!;
  const bare = {
    kind: "pronoun",
    first: i,
    end: i + 1,
    head: i,
    opens,
    entity: undefined,
    rivals: [],
    sure: 0,
    by: "",
  } as const;
  return {
    ...bare,
    rivals: [],
    ...standing(words, i, i + 1),
    form,
    possessive: form.case === "possessive",
  };
}

/** Where the mention stands. `first` is the first token of its noun phrase. */
export function standing(words: Words, first: number, end: number) {
  const before = words.at(first - 1);
  const same = words.sentenceOf(first - 1) === words.sentenceOf(first);
  const possessive = words.at(end).possessive && words.start(end) === words.end(end - 1);
  return {
    sentence: words.sentenceOf(first),
    paragraph: words.paragraphOf(first),
    quote: words.quoteOf(first),
    possessive,
    afterAnd: before.lower === "and",
    verbal: !possessive && verbAt(words, words.pos(end) === "ADV" ? end + 1 : end),
    relative: words.at(end).lower === "who" || (words.at(end).text === "," && words.at(end + 1).lower === "who"),
    subject: !possessive && !(same && (governed(before) || objectOf(words, first - 1))),
  };
}

/** Verbs that come before a noun phrase; without parts of speech they would be taken for its modifiers. */
const VERBS = new Set(
  `told said says say tell tells telling saying asked asks ask asking urged urges urging warned warns warning wrote writes written added adds
  accused accuses called calls calling joined met meets left made makes making gave gives giving took takes taking put puts showed shows shown
  saw seen want wants wanted need needs needed blamed blames praised criticised criticized joined led leads leading held holds holding became become
  becomes found finds finding helped helps allowed allows let lets sent sends brought brings forced forces invited invites thanked thanks
  including according quoted quotes quoting cited cites citing read reads came comes went goes saying used using met faced faces`.split(
    /\s+/,
  ),
);

function verbAt(words: Words, token: number): boolean {
  const pos = words.pos(token);
  return pos === "VERB" ? !/ing$/.test(words.at(token).lower) : pos === "AUX";
}

function governed(before: Word): boolean {
  return before.preposition && before.lower !== "than" && before.lower !== "as";
}

/** A verb directly before makes an object, except verbs of saying, after which speakers stand. */
function objectOf(words: Words, before: number): boolean {
  const word = words.at(before);
  if (SAYS.test(word.lower)) return false;
  const pos = words.pos(before);
  return pos === "X" ? VERBS.has(word.lower) : pos === "VERB";
}

const SAYS =
  /^(?:said|says|added|adds|asked|wrote|writes|replied|noted|notes|explained|recalled|warned|insisted|argued|sighed|shouted|according)$/;

/** First token of the noun phrase whose core begins at `token`: goes left over modifiers to the determiner. */
export function leftEdge(words: Words, token: number): number {
  const sentence = words.sentenceOf(token);
  let sure = token;
  let unbroken = true;
  for (let i = token - 1; i >= 0 && token - i <= DESCRIPTION_REACH && words.sentenceOf(i) === sentence; i--) {
    const word = words.at(i);
    if (word.determiner) return i;
    const fit = word.letters && !word.function && words.at(i + 1).possessive ? "yes" : modifies(words, i);
    if (fit === "no") break;
    unbroken &&= fit === "yes";
    if (unbroken) sure = i;
  }
  while (sure < token && words.at(sure).possessive) sure++;
  return sure;
}

/** Can this token stand between a determiner and a head? Without parts of speech, "maybe" holds only if a determiner comes before. */
function modifies(words: Words, token: number): "yes" | "maybe" | "no" {
  const word = words.at(token);
  if (word.possessive || word.number) return "yes";
  if (word.function || PREPOSITIONS.has(word.lower) || !word.letters || VERBS.has(word.lower)) return "no";
  const pos = words.pos(token);
  if (pos !== "X")
    return pos === "ADJ" || pos === "NOUN" || pos === "PROPN" || pos === "NUM"
      ? "yes"
      : pos === "VERB" && /ed$/.test(word.lower)
        ? "maybe"
        : "no";
  const known =
    word.demonym ||
    (word.person !== undefined && !word.person.plural) ||
    word.cap ||
    /(?:al|an|ic|ive|ior|ous|ful|ese|ish)$/.test(word.lower);
  return known ? "yes" : "maybe";
}

/** A description with its head at `i`, if one stands there. */
function describe(words: Words, i: number, opens: boolean, next: NameRun | undefined): Mention | undefined {
  const word = words.at(i);
  const type = classOf(word);
  if (!type || word.function) return undefined;
  if (headFollows(words, i, next)) return undefined;
  const first = leftEdge(words, i);
  const description = parts(words, first, i, type);
  if (
    type !== "group" &&
    word.lower !== "police" &&
    !description.definite &&
    !description.indefinite &&
    description.possessor < 0
  )
    return undefined;
  if (
    word.document &&
    /^(?:will|post|record|review|account|note|order|deal|bill|act|leaks?|lists?)$/.test(word.lower) &&
    !description.definite &&
    !description.indefinite
  )
    return undefined;
  return {
    kind: "description",
    first,
    end: i + 1,
    head: i,
    ...standing(words, first, i + 1),
    opens,
    entity: undefined,
    rivals: [],
    sure: 0,
    by: "",
    description,
  };
}

/** "defence [official]", "[minister] Ana Reyes": the noun at `i` only modifies what follows. */
function headFollows(words: Words, i: number, next: NameRun | undefined): boolean {
  if (next && next.first === i + 1 && next.role === i) return true;
  const after = words.at(i + 1);
  if (words.sentenceOf(i + 1) !== words.sentenceOf(i) || after.function || after.cap) return false;
  if (words.pos(i + 1) === "VERB" || words.pos(i + 1) === "AUX") return false;
  return classOf(after) !== undefined;
}

function parts(words: Words, first: number, head: number, type: Description["class"]): Description {
  const opener = words.at(first);
  const noun = words.at(head).person;
  const modifiers: string[] = [];
  let possessor = POSSESSIVE_PRONOUNS.has(opener.lower) ? first : -1;
  for (let k = first; k < head; k++) {
    const word = words.at(k);
    if (word.possessive && k > first) possessor = k - 1;
    else if (!word.determiner && word.letters) modifiers.push(word.lower);
  }
  const definite = DEFINITE.has(opener.lower) || possessor >= 0;
  return {
    head: noun?.singular ?? words.at(head).lower,
    plural: noun ? noun.plural : type === "group" || /[^s]s$/.test(words.at(head).lower),
    class: type,
    definite,
    indefinite: opener.determiner && !definite,
    possessor,
    modifiers,
  };
}
