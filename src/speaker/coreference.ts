/** Doc + vocabulary in, mentions with their entities out: one pass forward over the text. */
import type { Doc } from "../schema/index.ts";
import { type Context, resolvePronoun } from "./antecedents.ts";
import { readAppositions } from "./appositions.ts";
import { THIRD_PERSON } from "./closed.ts";
import { createDescribed, type Described, linkDescription } from "./descriptions.ts";
import { createRegistry, type Entity, learnGender, pairOf, type Registry } from "./entities.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { findMentions, type Mention } from "./mentions.ts";
import { linkNames } from "./name-links.ts";
import { findNames } from "./names.ts";
import { noteOffices } from "./offices.ts";
import { spellingOf } from "./spelling.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { type Word, type Words, wordsOf } from "./words.ts";

export interface Coreference {
  readonly words: Words;
  readonly registry: Registry;
  readonly described: Described;
  /** In order of the text; those without an entity could not be resolved. */
  readonly mentions: readonly Mention[];
  /** Index into mentions of the mention whose head is the token, or -1. */
  readonly byHead: Int32Array;
  /** Whose words the token stands in; set once statements are known. */
  readonly voices: { at(token: number): Entity | undefined };
}

const NOTHING_KNOWN: Context = { isSource: () => false, speakerOf: () => undefined };

/** What the stage knows about statements when pronouns are resolved. */
export interface Hints {
  /** 1 for each token that stands in the source of an attribution. */
  readonly sourceTokens: Uint8Array;
  /** Source tokens [first, end) of the attribution whose content holds the quotation. */
  readonly speakerTokens: ReadonlyMap<number, readonly [number, number]>;
}

/** Who held which office on the day of the report. */
export interface Known {
  readonly gazetteer: Gazetteer;
  readonly day: string | undefined;
}

/** Resolves names, descriptions and third-person pronouns. */
export function readReferences(
  doc: Doc,
  vocabulary: Vocabulary,
  hintsOf?: (words: Words) => Hints,
  known?: Known,
): Coreference {
  const words = wordsOf(doc, vocabulary);
  const registry = createRegistry();
  const described = createDescribed(registry);
  const hints = hintsOf?.(words);
  const runs = findNames(words, ordinaryOpeners(words, hints));
  const links = linkNames(words, runs, registry);
  const mentions = findMentions(words, runs, links);
  readAppositions(words, mentions, runs, described);
  if (known) noteOffices(described, known.gazetteer, known.day);
  const byHead = new Int32Array(words.count).fill(-1);
  mentions.forEach((mention, i) => {
    byHead[mention.head] = i;
  });
  resolveAll(words, registry, described, mentions, {
    ...contextOf(mentions, byHead, hints),
    words,
    weights: vocabulary.pronounWeights,
  });
  settleUnknown(registry);
  return { words, registry, described, mentions, byHead, voices: { at: () => undefined } };
}

const ORDINARY_ENDING = /(?:ing|ly|ed|tion|ment|ness|[^s]s)$/;

/** Is a capitalised sentence opener an ordinary word? By the lists, by how the text writes it elsewhere, by its form. */
function ordinaryOpeners(words: Words, hints: Hints | undefined): (word: Word, token: number) => boolean {
  const { small, capital } = spellingOf(words);
  return (word, token) => {
    const { places, metonyms, outlets } = words.vocabulary;
    if (places.has(word.lower) || metonyms.has(word.lower) || outlets.has(word.lower)) return false;
    if (word.given && hints?.sourceTokens[token] === 1) return false;
    if (word.person || word.group || word.body || word.document || word.demonym || small.has(word.lower)) return true;
    if (capital.has(word.lower) || word.given || (word.text.length > 1 && word.text === word.text.toUpperCase()))
      return false;
    const pos = words.pos(token);
    return pos === "X"
      ? ORDINARY_ENDING.test(word.lower) || (hints !== undefined && hints.sourceTokens[token] !== 1)
      : pos !== "PROPN";
  };
}

/** A lone word that nothing explains is taken for a person. */
function settleUnknown(registry: Registry): void {
  for (const entity of registry.entities) if (entity.type === "unknown") entity.type = "person";
}

function contextOf(mentions: readonly Mention[], byHead: Int32Array, hints: Hints | undefined): Context {
  if (!hints) return NOTHING_KNOWN;
  return {
    isSource: (mention) => hints.sourceTokens[mention.head] === 1,
    speakerOf(quote) {
      const range = hints.speakerTokens.get(quote);
      if (!range) return undefined;
      for (let i = range[0]; i < range[1]; i++) {
        const found = mentions[byHead[i]!];
        if (found?.entity) return found.entity;
      }
      return undefined;
    },
  };
}

function resolveAll(
  words: Words,
  registry: Registry,
  described: Described,
  mentions: readonly Mention[],
  context: Context,
): void {
  const before: Mention[] = [];
  for (const [i, mention] of mentions.entries()) {
    if (mention.kind === "pronoun") pronoun(words, mention, before, following(words, mentions, i), context);
    else if (mention.kind === "description" && !mention.entity) {
      const link = linkDescription(words, described, mention, before);
      mention.entity = link.entity;
      mention.sure = link.sure;
      mention.by = link.by;
      link.entity.mentions++;
    } else if (mention.rivals.length > 1) chooseRival(mention, before);
    if (!mention.entity) continue;
    const own = before.at(-1)?.kind === "pronoun" && before.at(-1)!.head === mention.first;
    const pair = pairWith(words, registry, before.at(own ? -2 : -1), mention);
    if (mention.first < mention.entity.first) mention.entity.first = mention.first;
    before.push(mention);
    if (pair) before.push(pair);
  }
}

const MIN_SURE = 0.85;

const FRONTED =
  /^(?:in|with|after|before|when|while|despite|as|upon|on|at|during|since|although|though|for|from|by|throughout|following|because|if|until|once|without|like|unlike|among|through|speaking|asked|under|over)$/;

/** Mentions after a pronoun that stands in a fronted phrase: "In his first season, | Seth Doege …". */
function following(words: Words, mentions: readonly Mention[], i: number): Mention[] {
  const mention = mentions[i]!;
  const sentence = words.doc.sentences[mention.sentence];
  if (!sentence) return [];
  let first = sentence.firstToken;
  while (!words.at(first).letters && first < mention.first) first++;
  if (!FRONTED.test(words.at(first).lower) || mention.first - first > 14) return [];
  for (let k = i - 1; k >= 0 && mentions[k]!.sentence === mention.sentence; k--)
    if (mentions[k]!.kind === "name" && mentions[k]!.subject) return [];
  let comma = mention.first;
  while (comma < sentence.endToken && words.at(comma).text !== "," && comma - mention.first < 25) comma++;
  if (words.at(comma).text !== ",") return [];
  return mentions
    .slice(i + 1, i + 6)
    .filter((one) => one.sentence === mention.sentence && one.first > comma && one.first - comma <= 4);
}

/** Resolves one pronoun, and learns from it what its antecedent is. */
function pronoun(
  words: Words,
  mention: Mention,
  before: readonly Mention[],
  after: readonly Mention[],
  context: Context,
): void {
  const form = THIRD_PERSON.get(words.at(mention.head).lower)!;
  const object =
    form.case === "possessive" && words.at(mention.head).lower === "her" && !nounFollows(words, mention.head);
  const choice = resolvePronoun(object ? { ...form, case: "object" } : form, mention, before, after, context);
  if (!choice) return;
  mention.entity = choice.entity;
  mention.sure = choice.confidence;
  mention.by = "speaker/pronoun";
  mention.rivals = choice.rivals.slice(1, 4).map((rival) => rival.entity);
  mention.scores = choice.rivals;
  choice.entity.mentions++;
  const plain = choice.confidence >= 0.65 && mention.quote < 0;
  if (choice.entity.type === "unknown" && form.number === "one" && plain)
    choice.entity.type = form.gender === "n" ? "organisation" : "person";
  if (!choice.entity.genderSure && form.gender !== "n" && form.number === "one" && choice.confidence >= MIN_SURE)
    learnGender(choice.entity, form.gender as "m" | "f", true);
}

function nounFollows(words: Words, at: number): boolean {
  const next = words.at(at + 1);
  return next.letters && !next.function && words.sentenceOf(at + 1) === words.sentenceOf(at);
}

/** Two people of one surname: the one whom the last paragraphs speak of, if they speak of one only. */
function chooseRival(mention: Mention, before: readonly Mention[]): void {
  const near = new Set<Entity>();
  for (
    let i = before.length - 1;
    i >= 0 && i > before.length - 80 && mention.paragraph - before[i]!.paragraph <= 1;
    i--
  ) {
    const entity = before[i]!.entity!;
    if (mention.rivals.includes(entity)) near.add(entity);
  }
  const [only] = near;
  if (only && near.size === 1) {
    mention.entity = only;
    mention.sure = 0.7;
  }
}

/** "Trump and Putin": a group of two, so that "they" can mean both. */
function pairWith(words: Words, registry: Registry, last: Mention | undefined, mention: Mention): Mention | undefined {
  if (!last?.entity || mention.first - last.end > 2 || words.at(last.end).lower !== "and") return undefined;
  if (mention.first - last.end === 2 && !words.at(last.end + 1).determiner) return undefined;
  const members = [last.entity, mention.entity!];
  if (members[0] === members[1] || mention.kind === "pronoun" || last.kind === "pronoun") return undefined;
  const entity = pairOf(registry, members[0]!, members[1]!, last.first);
  entity.mentions++;
  return { ...mention, first: last.first, entity, opens: last.opens, subject: last.subject, rivals: [] };
}
