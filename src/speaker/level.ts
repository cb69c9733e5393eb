/** Speaker and phrase in, level out: named, background, document, via-agency, unattributed. One rule a row. */
import type { ArticleMeta, Statement } from "../schema/index.ts";
import type { Coreference } from "./coreference.ts";
import { headNoun, mentionsIn } from "./phrase.ts";
import type { Resolved } from "./sources.ts";
import { isPublisher, publisherWords } from "./via.ts";

export type Level = Statement["level"];

export interface LevelCase {
  readonly resolved: Resolved | undefined;
  readonly parent: Level | undefined;
  readonly meta: ArticleMeta;
  readonly reference: Coreference;
}

interface LevelRule {
  readonly name: string;
  readonly why: string;
  readonly level: Level;
  readonly when: (one: LevelCase) => boolean;
}

const SELF_NAMED = /\b(?:spokesman|spokeswoman|spokesperson|press office|press secretary)\b/;

/** In order; the first that holds decides. */
export const LEVEL_RULES: readonly LevelRule[] = [
  { name: "no-source", why: "nobody is named as its source", level: "unattributed", when: ({ resolved }) => !resolved },
  {
    name: "inside-agency",
    why: "stands in an outlet's own report",
    level: "via-agency",
    when: ({ parent, resolved }) => parent === "via-agency" && !!resolved,
  },
  { name: "outlet", why: "another outlet's own report", level: "via-agency", when: outlet },
  {
    name: "document",
    why: "a document speaks",
    level: "document",
    when: ({ resolved }) => resolved!.type === "document",
  },
  { name: "name", why: "has a name", level: "named", when: named },
  {
    name: "spokesperson",
    why: "speaks for a named body",
    level: "named",
    when: ({ resolved }) => SELF_NAMED.test(resolved!.name),
  },
  { name: "office", why: "an office that one person holds", level: "named", when: office },
  { name: "body", why: "one certain body", level: "named", when: body },
  { name: "people-of-body", why: "people of a named body", level: "named", when: peopleOfBody },
  { name: "unnamed", why: "people without a name", level: "background", when: () => true },
];

export function levelOf(one: LevelCase): LevelRule {
  return LEVEL_RULES.find((rule) => rule.when(one))!;
}

function outlet({ resolved, meta }: LevelCase): boolean {
  const { entity, name, type } = resolved!;
  if (type === "group") return /^(?:local |state |foreign )?media\b/.test(name);
  return !!entity?.outlet && !isPublisher(entity, meta) && !publisherWords(name, meta);
}

function named({ resolved }: LevelCase): boolean {
  const { entity } = resolved!;
  return !!entity?.named && resolved!.by !== "speaker/one-of";
}

/** "the prime minister", "her deputy"; not "a minister", not "the official". */
function office({ resolved, reference }: LevelCase): boolean {
  const { phrase, type, entity } = resolved!;
  if (type !== "person") return false;
  const { words } = reference;
  const head = headNoun(words, phrase);
  const noun = head ? words.at(head.token).person : words.vocabulary.persons.get(entity?.head ?? "");
  if (!noun || noun.plural) return false;
  const first = words.at(phrase.first).lower;
  if (/^(?:a|an|one|another|some|my|our)$/.test(first)) return false;
  if (noun.kind === "office") return true;
  return (
    /^(?:inspector|deputy)$/.test(noun.singular) ||
    /\b(?:inspector|attorney|solicitor|surveyor|auditor) general$/.test(resolved!.name)
  );
}

function body({ resolved, reference }: LevelCase): boolean {
  const { phrase, type } = resolved!;
  if (type !== "organisation") return false;
  return !/^(?:a|an|one|another|some|several)$/.test(reference.words.at(phrase.first).lower);
}

/** "Analysts at Pell & Brightwater", "Prosser's party colleagues" only with at, of, from. */
function peopleOfBody({ resolved, reference }: LevelCase): boolean {
  const { phrase, type } = resolved!;
  const { words } = reference;
  if (type !== "group" || !/^(?:at|from|of|with|for)$/.test(words.at(phrase.headEnd).lower)) return false;
  const first = words.at(phrase.first);
  if (first.number || /^(?:one|two|three|four|five|six|some|several|many|people)$/.test(first.lower)) return false;
  return mentionsIn(reference, phrase.headEnd, phrase.mainEnd).some(
    (mention) => mention.kind === "name" && mention.entity?.type === "organisation" && !mention.entity.place,
  );
}
