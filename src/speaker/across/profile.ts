/** A reading in, a profile of each of its speakers out: all that can tell whether two of them are one. */
import type { Reading, Speaker, SpeakerProfile } from "../../schema/index.ts";
import type { Gazetteer } from "../gazetteer.ts";
import type { GivenNames } from "../vocabulary.ts";

/** Power of ten from which a given name is common (lexicon/given-names.txt): some 700 names. */
const COMMON = 5;

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;
const SMALL = /^(?:the|a|an|of|for|in|at|and|to|its|his|her|their)$/;

/** "François Hollande" -> ["francois", "hollande"]. */
function nameWords(name: string): string[] {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’']s(?!\p{L})/gu, "");
  const words = plain.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? [];
  return words.filter((word) => !SUFFIX.test(word) && word !== "the");
}

export function contentWords(text: string): Set<string> {
  return new Set(nameWords(text).filter((word) => !SMALL.test(word)));
}

/** A name begins with a capital; descriptions are written as in the text without their article. */
function isName({ name, type }: Speaker): boolean {
  return (
    (type === "person" || type === "organisation") &&
    name.split(/\s+/).every((word) => /^[\p{Lu}\p{N}]/u.test(word) || CONNECTOR.test(word))
  );
}

const CONNECTOR =
  /^(?:de|del|della|di|da|dos|das|do|von|van|der|den|al|el|bin|ibn|la|le|du|ter|ten|y|of|the|and|for|&|al-.*|el-.*)$/;

export function profilesOf(reading: Reading, gazetteer: Gazetteer, given: GivenNames): SpeakerProfile[] {
  const { article, speakers, statements } = reading;
  const day = article.published?.slice(0, 10);
  const named = speakers.filter(isName);
  return speakers.map((speaker): SpeakerProfile => {
    const names = isName(speaker)
      ? [speaker.name, ...speaker.aliases].map(nameWords).filter((words) => words.length > 0)
      : [];
    const described = names.length === 0 ? [speaker.name] : [];
    return {
      id: `${article.id}#${speaker.id}`,
      article: article.id,
      speaker,
      statements: statements.filter((s) => s.speaker?.speaker === speaker.id).length,
      publisher: article.publisher,
      day,
      names,
      roles: [...speaker.roles, ...described].map(contentWords),
      company: new Set(named.filter((one) => one !== speaker).map((one) => nameWords(one.name).join(" "))),
      known: knownAs(speaker, names, day, gazetteer),
      common: names.some((words) => words.length > 1 && given.frequency(words[0]!) >= COMMON),
    };
  });
}

function knownAs(
  speaker: Speaker,
  names: SpeakerProfile["names"],
  day: string | undefined,
  gazetteer: Gazetteer,
): string | undefined {
  if (speaker.type !== "person") return undefined;
  if (names.length === 0) return day === undefined ? undefined : gazetteer.holderOf(speaker.name, day);
  const found = new Set(names.filter((words) => words.length > 1).flatMap((words) => gazetteer.namesOf(words)));
  return found.size === 1 ? [...found][0] : undefined;
}
