/** The source span of an attribution in, whom it means out: each way of naming a source is one function, tried in order. */
import type { Attribution, Span } from "../schema/index.ts";
import { FIRST_PERSON, POSSESSIVE_PRONOUNS, RELATIVE, THIRD_PERSON } from "./closed.ts";
import type { Coreference } from "./coreference.ts";
import { addEntity, type Entity, type EntityType, pairOf, settled } from "./entities.ts";
import type { Mention } from "./mentions.ts";
import { christen, describe, headNoun, mentionsIn, type Phrase, readPhrase, tokensOf } from "./phrase.ts";
import { pluralAnaphor } from "./plurals.ts";
import type { Words } from "./words.ts";

/** Whom a source means. */
export interface Resolved {
  readonly name: string;
  readonly type: EntityType;
  readonly entity: Entity | undefined;
  readonly confidence: number;
  readonly by: string;
  readonly why: string;
  readonly candidates: readonly Entity[];
  readonly phrase: Phrase;
}

/** What a rule may ask beyond the references. */
export interface SourceContext {
  readonly reference: Coreference;
  /** The speaker in whose words the token stands: parent or enclosing quotation; undefined in the narrator's text. */
  voiceAt(attribution: Attribution): Entity | undefined;
  /** The author of the article, for the narrator's "I". */
  readonly author: Entity | undefined;
}

type Rule = (context: SourceContext, phrase: Phrase, attribution: Attribution) => Resolved | undefined;

/** In order; the first that answers decides. */
const RULES: readonly Rule[] = [
  firstPerson,
  pronoun,
  relative,
  anaphor,
  callsItself,
  coordination,
  personAtEnd,
  name,
  apposition,
  description,
];

/** Resolves a source span. */
export function resolveSource(context: SourceContext, span: Span, attribution: Attribution): Resolved | undefined {
  const { words } = context.reference;
  const range = tokensOf(words, span.start, span.end);
  if (!range) return undefined;
  const phrase = readPhrase(words, range[0], range[1]);
  for (const rule of RULES) {
    const found = rule(context, phrase, attribution);
    if (found) return found;
  }
  return undefined;
}

function answer(
  phrase: Phrase,
  found: Entity,
  confidence: number,
  by: string,
  why: string,
  extra: Partial<Resolved> = {},
): Resolved {
  const entity = settled(found);
  const name = nameOf(entity);
  return { name, type: typeOf(entity), entity, confidence, by, why, candidates: [], phrase, ...extra };
}

/** The name of an entity; a group of two is named by its members. */
export function nameOf(one: Entity): string {
  const entity = settled(one);
  if (entity.name || entity.members.length === 0) return entity.name || entity.head;
  return entity.members.map(nameOf).join(" and ");
}

/** Two or more are a group, whatever each of them is. */
function typeOf(entity: Entity): EntityType {
  return entity.members.length > 0 ? "group" : entity.type;
}

/** "I", "we" in somebody's words: the speaker; in the narrator's: the author. */
function firstPerson(context: SourceContext, phrase: Phrase, attribution: Attribution): Resolved | undefined {
  const word = context.reference.words.at(phrase.first).lower;
  if (phrase.end - phrase.first > 1 || !FIRST_PERSON.has(word)) return undefined;
  const voice = context.voiceAt(attribution);
  if (voice) return answer(phrase, voice, 0.92, "speaker/first-person", "whoever speaks the words around it");
  return context.author && answer(phrase, context.author, 0.9, "speaker/author", "the author of the article");
}

function pronoun(context: SourceContext, phrase: Phrase): Resolved | undefined {
  const { words, mentions, byHead } = context.reference;
  if (!THIRD_PERSON.has(words.at(phrase.first).lower) || phrase.headEnd - phrase.first > 1) return undefined;
  const mention = mentions[byHead[phrase.first] ?? -1];
  const entity = mention?.entity;
  if (!entity) return undefined;
  christen(context.reference, entity);
  const close = mention.rivals.length > 0 && mention.sure < 0.6 ? mention.rivals : [];
  return answer(
    phrase,
    entity,
    mention.sure,
    mention.by,
    `“${words.at(phrase.first).text}” for the party most present before it`,
    { candidates: close },
  );
}

/** "who", "which": the noun phrase just before. */
function relative(context: SourceContext, phrase: Phrase): Resolved | undefined {
  const { words, mentions, byHead } = context.reference;
  const word = words.at(phrase.first);
  if (phrase.end - phrase.first > 1 || !RELATIVE.has(word.lower)) return undefined;
  const sentence = words.sentenceOf(phrase.first);
  let fallback: Mention | undefined;
  for (let i = phrase.first - 1; i >= 0 && i > phrase.first - 60 && words.sentenceOf(i) === sentence; i--) {
    const mention = mentions[byHead[i] ?? -1];
    if (!mention?.entity || mention.kind === "pronoun") continue;
    const human = mention.entity.type === "person" || mention.entity.type === "group";
    if (word.lower === "which" ? !human || mention.entity.type === "group" : human)
      return relativeAnswer(context, phrase, mention);
    fallback ??= mention;
  }
  return fallback && relativeAnswer(context, phrase, fallback);
}

function relativeAnswer(context: SourceContext, phrase: Phrase, mention: Mention): Resolved {
  const entity = mention.entity!;
  const name = entity.named ? nameOf(entity) : entity.name || phraseName(context, mention, phrase.first);
  return answer(phrase, entity, 0.93, "speaker/relative", "the words just before the relative pronoun", { name });
}

/** The name of a described mention that stands before token `limit`. */
export function phraseName(context: SourceContext, mention: Mention, limit: number): string {
  const { words } = context.reference;
  let end = mention.end;
  while (end < limit && !/^[,;:.?!“”"()]$/.test(words.at(end).text)) end++;
  return describe(context.reference, readPhrase(words, mention.first, end));
}

/** "both", "neither", "the two sides", "the pair", "one", "another". */
function anaphor(context: SourceContext, phrase: Phrase): Resolved | undefined {
  const found = pluralAnaphor(context.reference, phrase);
  return (
    found &&
    answer(
      phrase,
      found.entity,
      found.sure,
      found.by,
      found.why,
      found.name ? { name: found.name, type: found.type ?? found.entity.type } : {},
    )
  );
}

/** "a group calling itself Mercer Street Forever". */
function callsItself(context: SourceContext, phrase: Phrase): Resolved | undefined {
  const { words } = context.reference;
  for (let i = phrase.first; i < phrase.end - 1; i++) {
    if (
      !/^(?:itself|themselves|himself|herself|by|as)$/.test(words.at(i).lower) ||
      !/^(?:calling|calls|call|goes|go|known)$/.test(words.at(i - 1).lower)
    )
      continue;
    const named = mentionsIn(context.reference, i + 1, phrase.end).find((mention) => mention.kind === "name");
    if (!named?.entity || named.first !== i + 1) continue;
    const type = headNoun(words, phrase)?.type;
    if (type === "body") named.entity.type = "organisation";
    return answer(phrase, named.entity, 0.93, "speaker/calls-itself", "the name it gives itself");
  }
  return undefined;
}

/** "Trump and Putin", "Zelenskyy and European allies", "Joe and Pat Lindqvist". */
function coordination(context: SourceContext, phrase: Phrase): Resolved | undefined {
  const { reference } = context;
  const { words, registry } = reference;
  const and = topLevelAnd(words, phrase);
  if (and < 0) return undefined;
  const left = mentionsIn(reference, phrase.first, and).at(-1);
  const right = mentionsIn(reference, and + 1, phrase.end).find((mention) => mention.kind !== "pronoun");
  if (!left?.entity || !right?.entity || left.kind === "pronoun" || left.end !== and) return undefined;
  const own = POSSESSIVE_PRONOUNS.has(words.at(right.first).lower);
  const rest =
    right.kind === "name"
      ? nameOf(right.entity)
      : own
        ? written(words, right.first, phrase.mainEnd)
        : describe(reference, readPhrase(words, right.first, phrase.end));
  const name = `${left.kind === "name" ? nameOf(left.entity) : describe(reference, readPhrase(words, phrase.first, and))} and ${rest}`;
  const entity = pairOf(registry, left.entity, right.entity);
  if (right.kind !== "name") entity.name = name;
  return answer(phrase, entity, 0.92, "speaker/both", "two parties joined by “and”", { name, type: "group" });
}

function written(words: Words, first: number, end: number): string {
  return words.doc.text.slice(words.start(first), words.end(end - 1)).replace(/[,\s]+$/, "");
}

function topLevelAnd(words: Words, phrase: Phrase): number {
  for (let i = phrase.first + 1; i < phrase.mainEnd - 1; i++) {
    if (words.at(i).preposition) return -1;
    if (words.at(i).lower === "and") return i;
  }
  return -1;
}

/** "CEO of the Refugee Council Enver Solomon": a person's name at the end, directly after the role's last word. */
function personAtEnd(context: SourceContext, phrase: Phrase): Resolved | undefined {
  const { reference } = context;
  const { words } = reference;
  if (phrase.headEnd === phrase.mainEnd || !words.at(phrase.headEnd).preposition) return undefined;
  const mention = mentionsIn(reference, phrase.headEnd, phrase.mainEnd).at(-1);
  if (
    mention?.kind !== "name" ||
    mention.entity?.type !== "person" ||
    mention.end !== phrase.mainEnd ||
    mention.entity.key.length < 2
  )
    return undefined;
  const before = words.at(mention.first - 1);
  const head = headNoun(words, phrase);
  if (!before.person && (head?.type !== "person" || mention.first <= phrase.headEnd + 1)) return undefined;
  return before.preposition || before.possessive || before.determiner || before.lower === "and"
    ? undefined
    : named(phrase, mention);
}

/** A name as the head: "Prof Adaeze Wigmore of the University of Jos", "the Reuters news agency". */
function name(context: SourceContext, phrase: Phrase): Resolved | undefined {
  const { reference } = context;
  const { words } = reference;
  const mention = mentionsIn(reference, phrase.first, phrase.headEnd).findLast((one) => one.kind === "name");
  if (!mention?.entity) return nameAcrossPreposition(context, phrase);
  if (mention.end === phrase.headEnd || (mention.possessive && mention.end + 1 >= phrase.headEnd))
    return named(phrase, mention);
  const after = words.at(mention.end).lower;
  if (/^(?:himself|herself|itself|themselves)$/.test(after)) return named(phrase, mention);
  const head = headNoun(words, phrase);
  const compound = !mention.possessive && mention.entity.type === "organisation" && head && head.token > mention.head;
  if (
    compound &&
    (mention.entity.outlet ||
      /^(?:group|agency|bloc|party|newspaper|network|site|website|channel|company|firm)$/.test(
        words.at(head.token).lower,
      ))
  )
    return named(phrase, mention);
  return undefined;
}

/** A name that itself holds a preposition: "Bank of Norrmark". */
function nameAcrossPreposition(context: SourceContext, phrase: Phrase): Resolved | undefined {
  const mention = context.reference.mentions.length
    ? mentionsIn(context.reference, phrase.headEnd, phrase.mainEnd).find(
        (one) => one.kind === "name" && one.first < phrase.headEnd,
      )
    : undefined;
  return mention?.entity ? named(phrase, mention) : undefined;
}

function named(phrase: Phrase, mention: Mention): Resolved {
  const entity = mention.entity!;
  const rivals = mention.rivals.length > 1 && mention.sure < 0.7 ? mention.rivals : [];
  return answer(
    phrase,
    entity,
    mention.sure,
    mention.by || "speaker/name",
    rivals.length ? "several bear this name" : "named",
    { candidates: rivals },
  );
}

/** "Her counterpart, Dragan Velimirov,": a name of its own after the comma. */
function apposition(context: SourceContext, phrase: Phrase): Resolved | undefined {
  const { reference } = context;
  const { words } = reference;
  if (words.at(phrase.mainEnd).text !== "," && words.at(phrase.mainEnd).text !== "(") return undefined;
  for (let i = phrase.first + 1; i < phrase.mainEnd; i++) if (RELATIVE.has(words.at(i).lower)) return undefined;
  const inside = mentionsIn(reference, phrase.mainEnd, phrase.end).filter((mention) => mention.kind === "name");
  const first = inside[0];
  if (!first?.entity || first.first !== phrase.mainEnd + 1) return undefined;
  const next = words.at(first.end);
  if (first.end < phrase.end && next.lower === "and" && inside[1]?.first === first.end + 1) {
    return coordination(context, { ...phrase, first: first.first, mainEnd: phrase.end, headEnd: phrase.end });
  }
  return first.end >= phrase.end || next.text === "," || next.preposition ? named(phrase, first) : undefined;
}

/** No name: the description itself, or whom an earlier description like it means. */
function description(context: SourceContext, phrase: Phrase): Resolved | undefined {
  const { reference } = context;
  const { words } = reference;
  const head = headNoun(words, phrase);
  const mention = head && reference.mentions[reference.byHead[head.token] ?? -1];
  const beside = head && nameBeside(context, phrase, head.token);
  if (beside) return named(phrase, beside);
  const entity = phrase.oneOf || !mention?.entity ? undefined : settled(mention.entity);
  if (entity?.named || (entity && entity.members.length > 0))
    return answer(phrase, entity, mention!.sure, mention!.by, "the description fits someone named");
  const word = words.at(phrase.first).lower;
  if (phrase.end - phrase.first === 1 && (words.at(phrase.first).pronoun || RELATIVE.has(word))) return undefined;
  const written = describe(reference, phrase);
  if (!written) return undefined;
  if (entity && sameAsNamed(entity, written, mention!)) {
    if (!entity.name) entity.name = written;
    else if (entity.name !== written) entity.aliases.add(written);
    return answer(
      phrase,
      entity,
      mention!.by === "speaker/description" ? 0.75 : Math.min(0.8, mention!.sure),
      mention!.by,
      "described, not named",
    );
  }
  const type = phrase.oneOf && head?.type === "group" ? "person" : typeOfHead(reference, phrase, head);
  const made = addEntity(reference.registry, {
    type,
    name: written,
    plural: type === "group",
    introduced: true,
    head: head ? words.at(head.token).lower : "",
  });
  if (mention && !phrase.oneOf) mention.entity = made;
  return answer(phrase, made, 0.68, "speaker/as-written", "described, not named");
}

/** A bare plural that says more or else than before is another group: "doctors at the field hospital" after "two doctors". */
function sameAsNamed(entity: Entity, written: string, mention: Mention): boolean {
  if (!entity.name || entity.name === written || mention.by !== "speaker/same-description") return true;
  return mention.description!.definite;
}

function typeOfHead(reference: Coreference, phrase: Phrase, head: ReturnType<typeof headNoun>): EntityType {
  if (head?.type === "body") return "organisation";
  if (head?.type) return head.type;
  return /[^s]s$/.test(reference.words.at(phrase.headEnd - 1).lower) ? "group" : "unknown";
}

/** The source ends before the name that its role stands beside: "Tunisia's coach | Nabil Maaloul said". */
function nameBeside(context: SourceContext, phrase: Phrase, head: number): Mention | undefined {
  const { words, mentions, byHead } = context.reference;
  if (
    phrase.headEnd !== phrase.mainEnd ||
    !words.at(head).person ||
    words.at(head).person!.plural ||
    head !== phrase.headEnd - 1
  )
    return undefined;
  for (let i = head + 1; i < head + 5; i++) {
    const mention = mentions[byHead[i] ?? -1];
    if (!mention) continue;
    const beside = mention.kind === "name" && mention.first <= head + 1 && mention.entity?.type === "person";
    return beside && mention.end > phrase.end && phrase.end <= head + 1 ? mention : undefined;
  }
  return undefined;
}
