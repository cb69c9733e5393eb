/** Names with a role beside them ("Ana Reyes, the mayor of Orlin", "the mayor, Ana Reyes,") in, roles of entities out. */
import { type Described, noteRole } from "./descriptions.ts";
import { learnGender } from "./entities.ts";
import type { Mention } from "./mentions.ts";
import { leftEdge } from "./mentions.ts";
import type { NameRun } from "./names.ts";
import type { Words } from "./words.ts";

const ROLE_LENGTH = 14;
const GAP = 10;

/** Notes the roles, and links the described mention of an apposition to the name's entity. */
export function readAppositions(
  words: Words,
  mentions: readonly Mention[],
  runs: readonly NameRun[],
  described: Described,
): void {
  let run = 0;
  mentions.forEach((mention, i) => {
    if (mention.kind !== "name") return;
    const name = runs[run++]!;
    titleBefore(words, mention, name, described);
    roleAfter(words, mention, mentions[i + 1], described);
    roleBefore(words, mention, mentions, i, described);
    selfNamed(words, mention, mentions, i);
    if (placedAfter(words, mention)) mention.entity!.introduced = true;
  });
}

/** "Russian president Vladimir Putin". */
function titleBefore(words: Words, mention: Mention, run: NameRun, described: Described): void {
  if (run.role < 0 && !(run.titled && run.nameFirst > run.first)) return;
  let head = run.role >= 0 ? run.role : run.nameFirst - 1;
  if (words.at(head).title?.kind === "honorific") head = words.at(run.first - 1).person ? run.first - 1 : -1;
  if (head < 0) return;
  note(words, mention, leftEdge(words, Math.min(head, run.first)), run.nameFirst, head, described);
}

/** "Ana Reyes, 44, the mayor of Orlin,". */
function roleAfter(words: Words, mention: Mention, next: Mention | undefined, described: Described): void {
  let at = mention.end;
  if (words.at(at).text !== ",") return;
  while (at < mention.end + 5 && (words.at(at).text === "," || words.at(at).number)) at++;
  if (
    next?.kind === "description" &&
    next.first === at &&
    words.sentenceOf(at) === mention.sentence &&
    suits(mention, next)
  ) {
    note(words, mention, next.first, roleEnd(words, next.end), next.head, described);
    claim(mention, next);
    return;
  }
  const head = bareRole(words, at);
  if (head >= 0) note(words, mention, at, roleEnd(words, head + 1), head, described);
}

/** ", president of the union": a role without an article, at most four words in. */
function bareRole(words: Words, at: number): number {
  for (let i = at; i < at + 5; i++) {
    const word = words.at(i);
    if (word.person && !word.person.plural && (words.at(i + 1).lower === "of" || !words.at(i + 1).person)) return i;
    if (!word.letters || word.function) return -1;
  }
  return -1;
}

/** "The White House press secretary, Karoline Leavitt,", "the governor of the bank, Solveig Harrow,". */
function roleBefore(
  words: Words,
  mention: Mention,
  mentions: readonly Mention[],
  i: number,
  described: Described,
): void {
  const comma = mention.first - 1;
  if (words.at(comma).text !== "," || words.sentenceOf(comma) !== mention.sentence) return;
  for (let k = i - 1; k >= 0 && k > i - 4; k--) {
    const other = mentions[k]!;
    if (other.sentence !== mention.sentence || comma - other.end > GAP || hasMark(words, other.end, comma)) return;
    if (
      other.kind !== "description" ||
      !(other.description!.definite || other.description!.indefinite) ||
      !suits(mention, other) ||
      other.entity
    )
      continue;
    if (other.end < comma && !words.at(other.end).preposition) continue;
    note(words, mention, other.first, comma, other.head, described);
    claim(mention, other);
    return;
  }
}

function hasMark(words: Words, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (/^[,;:.!?()“”"—–]$/.test(words.at(i).text)) return true;
  return false;
}

function suits(mention: Mention, other: Mention): boolean {
  const { class: type, plural } = other.description!;
  const entity = mention.entity!;
  if (type === "person") return !plural && entity.type !== "organisation" && entity.type !== "document";
  return type === "body" && entity.type !== "person";
}

function claim(mention: Mention, other: Mention): void {
  other.entity = mention.entity;
  other.sure = 0.95;
  other.by = "speaker/apposition";
  if (
    /^(?:agency|newspaper|paper|broadcaster|channel|station|magazine|website)$/.test(other.description!.head) &&
    newsWords(other)
  )
    mention.entity!.outlet = true;
  if (mention.entity!.type === "unknown")
    mention.entity!.type = other.description!.class === "body" ? "organisation" : "person";
}

/** "Its organizer, who goes by Tug", "a baker who gave his name only as Pavo": the one described bears the name. */
function selfNamed(words: Words, mention: Mention, mentions: readonly Mention[], i: number): void {
  const before = words.at(mention.first - 1).lower;
  if (
    !/^(?:by|as|itself|themselves)$/.test(before) ||
    !SELF_NAMING.test(`${words.at(mention.first - 3).lower} ${words.at(mention.first - 2).lower}`)
  )
    return;
  for (let k = i - 1; k >= 0 && k > i - 4; k--) {
    const other = mentions[k]!;
    if (other.sentence !== mention.sentence || other.kind === "name") return;
    if (other.kind !== "description" || other.entity) continue;
    claim(mention, other);
    mention.entity!.type =
      other.description!.class === "body" || other.description!.class === "group" ? "organisation" : "person";
    return;
  }
}

const SELF_NAMING = /\b(?:goes|went|going|known|calling|calls|called|name|only|identified|himself|herself)$/;

function newsWords(other: Mention): boolean {
  const { head, modifiers } = other.description!;
  return head !== "agency" || modifiers.includes("news");
}

/** "Ondřej Halíř of the Institute", "Hal Sorensen (Harbour, East Skelling)", "Tran, who coordinates". */
function placedAfter(words: Words, mention: Mention): boolean {
  const next = words.at(mention.end);
  if (/^(?:of|at|from|\()$/.test(next.lower)) return mention.end - mention.first > 1;
  return next.text === "," && /^(?:who|whose)$/.test(words.at(mention.end + 1).lower);
}

function roleEnd(words: Words, from: number): number {
  let end = from;
  while (
    end < from + ROLE_LENGTH &&
    (words.at(end).letters || words.at(end).possessive) &&
    !/^(?:who|which|that|said|says|told)$/.test(words.at(end).lower)
  )
    end++;
  return end;
}

/** Titles written short, and the noun that a later description will use. */
const SHORT = new Map([
  ["gov", "governor"], ["sen", "senator"], ["rep", "representative"], ["gen", "general"], ["col", "colonel"], ["lt", "lieutenant"],
  ["capt", "captain"], ["sgt", "sergeant"], ["amb", "ambassador"], ["cmdr", "commander"], ["adm", "admiral"], ["cllr", "councillor"],
]); // biome-ignore format: a table

function note(words: Words, mention: Mention, first: number, end: number, head: number, described: Described): void {
  const entity = mention.entity!;
  entity.introduced = true;
  const noun = words.at(head).person;
  if (noun) learnGender(entity, noun.gender, true);
  if (noun && entity.type === "unknown") entity.type = "person";
  const bag = new Set<string>();
  for (let i = first; i < end; i++) if (words.at(i).letters) bag.add(words.at(i).lower);
  const bare = words.at(head).lower.replace(/\.$/, "");
  const headWord = noun?.singular ?? SHORT.get(bare) ?? bare;
  noteRole(described, entity, {
    head: headWord,
    words: bag,
    span: { start: words.start(first), end: words.end(end - 1) },
  });
}
