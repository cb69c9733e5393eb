/** Readings in, speakers across articles out. The strongest names come first, so that a surname meets the full names that it may stand for. */
import type {
  Assignment,
  GazetteerEntry,
  KnownSpeaker,
  Lexicon,
  LinkDecision,
  LinkedMember,
  LinkedSpeaker,
  Reading,
  SpeakerCandidate,
  SpeakerProfile,
  SpeakerRef,
} from "../../schema/index.ts";
import { gazetteerOf } from "../gazetteer.ts";
import { vocabularyOf } from "../vocabulary.ts";
import { profilesOf } from "./profile.ts";
import { ALONE, judge, type Verdict } from "./rules.ts";

export interface LinkOptions {
  /** What people decided; wins over every rule. */
  readonly decisions?: readonly LinkDecision[];
  readonly gazetteer?: readonly GazetteerEntry[];
}

type Judged = Verdict & { readonly by: string };

interface Member {
  readonly profile: SpeakerProfile;
  readonly evidence: Judged;
}

interface Group {
  readonly members: Member[];
  /** Of its members, by article: an article has one at most, unless a person says otherwise. */
  readonly byArticle: Map<string, SpeakerProfile>;
  readonly ids: Set<string>;
  readonly maybe: Map<Group, Judged>;
}

const FIRST: Judged = { verdict: "same", why: "as its article calls it", confidence: 1, by: "speaker/across-first" };
const SAID_SAME: Judged = { verdict: "same", why: "decided by a person", confidence: 1, by: "decision" };
/** Members of a group that a speaker is compared with: the last ones, whose names are those of all. */
const COMPARED = 12;

/** Makes the linker once a lexicon. The same readings and options give the same speakers, in order of their first statement. */
export function createSpeakerLinker(
  lexicon: Lexicon,
): (readings: readonly Reading[], options?: LinkOptions) => LinkedSpeaker[] {
  return (readings, { decisions = [], gazetteer: own } = {}) => {
    const gazetteer = gazetteerOf(lexicon, own);
    const { given } = vocabularyOf(lexicon);
    const profiles = inOrder(readings).flatMap((reading) => profilesOf(reading, gazetteer, given));
    const groups = grouped(profiles, decidedOf(decisions));
    const order = new Map(profiles.map((profile, i) => [profile.id, i]));
    for (const group of groups) group.members.sort((a, b) => order.get(a.profile.id)! - order.get(b.profile.id)!);
    groups.sort((a, b) => order.get(a.members[0]!.profile.id)! - order.get(b.members[0]!.profile.id)!);
    return groups.map(written);
  };
}

function inOrder(readings: readonly Reading[]): Reading[] {
  const day = ({ article }: Reading): string => article.published ?? "9";
  return [...readings].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** What people decided of each speaker: the ids of the others, with the verdict. */
type Decided = ReadonlyMap<string, readonly (readonly [other: string, verdict: LinkDecision["verdict"]])[]>;

function decidedOf(decisions: readonly LinkDecision[]): Decided {
  const id = ({ article, speaker }: SpeakerRef): string => `${article}#${speaker}`;
  const found = new Map<string, [string, LinkDecision["verdict"]][]>();
  const add = (x: string, y: string, verdict: LinkDecision["verdict"]): void => {
    found.set(x, [...(found.get(x) ?? []), [y, verdict]]);
  };
  for (const { verdict, a, b } of decisions) {
    add(id(a), id(b), verdict);
    add(id(b), id(a), verdict);
  }
  return found;
}

/** Full names, then surnames and bodies, then descriptions. */
function strength({ names }: SpeakerProfile): number {
  return names.length === 0 ? 2 : names.some((words) => words.length > 1) ? 0 : 1;
}

function grouped(profiles: readonly SpeakerProfile[], decided: Decided): Group[] {
  const groups: Group[] = [];
  const byKey = new Map<string, Set<Group>>();
  for (const profile of [...profiles].sort((a, b) => strength(a) - strength(b))) {
    const near = new Set(keysOf(profile, decided).flatMap((key) => [...(byKey.get(key) ?? [])]));
    const verdicts = [...near].map((group): [Group, Judged] => [group, verdictOn(profile, group, decided)]);
    const { group, evidence } = chosen(profile, verdicts) ?? { group: newGroup(groups), evidence: FIRST };
    group.members.push({ profile, evidence });
    group.byArticle.set(profile.article, profile);
    group.ids.add(profile.id);
    for (const [other, verdict] of verdicts) if (other !== group && isOpen(verdict)) noteMaybe(group, other, verdict);
    for (const key of doorsOf(profile)) byKey.set(key, (byKey.get(key) ?? new Set()).add(group));
  }
  return groups;
}

/** The speakers of a reading, the strongest names first, on their way to those met before. */
export function createCandidates(
  lexicon: Lexicon,
): (reading: Reading, own?: readonly GazetteerEntry[]) => SpeakerCandidate[] {
  const { given } = vocabularyOf(lexicon);
  return (reading, own) =>
    profilesOf(reading, gazetteerOf(lexicon, own), given)
      .sort((a, b) => strength(a) - strength(b))
      .map((profile) => ({ profile, keys: keysOf(profile, new Map()), doors: doorsOf(profile) }));
}

/** Chooses for one speaker among those met before that share a key with it: article by article, as a record grows. */
export function assignSpeaker(profile: SpeakerProfile, near: readonly KnownSpeaker[]): Assignment {
  const verdicts = near.map(({ id, profiles }): [Group & { id: number }, Judged] => {
    const group = { ...groupOf(profiles), id };
    return [group, verdictOn(profile, group, new Map())];
  });
  const best = chosen(profile, verdicts);
  const { by, why, confidence } = best?.evidence ?? FIRST;
  return { ...(best && { id: best.group.id }), by, why, confidence };
}

function groupOf(profiles: readonly SpeakerProfile[]): Group {
  return {
    members: profiles.map((profile) => ({ profile, evidence: FIRST })),
    byArticle: new Map(profiles.map((profile) => [profile.article, profile])),
    ids: new Set(profiles.map(({ id }) => id)),
    maybe: new Map(),
  };
}

function newGroup(groups: Group[]): Group {
  const group: Group = { members: [], byArticle: new Map(), ids: new Set(), maybe: new Map() };
  groups.push(group);
  return group;
}

const isOpen = ({ verdict }: Judged): boolean => verdict === "maybe" || verdict === "same";

function noteMaybe(a: Group, b: Group, verdict: Judged): void {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const)
    if ((x.maybe.get(y)?.confidence ?? 0) < verdict.confidence) x.maybe.set(y, verdict);
}

/** Under which keys a speaker is found by those that come later. */
function doorsOf({ id, names, roles, known, speaker }: SpeakerProfile): string[] {
  const doors = [`said ${id}`, ...names.map((words) => `name ${words.at(-1)}`)];
  if (known !== undefined) doors.push(`known ${known}`);
  if (names.length > 0 && speaker.type === "person")
    for (const role of roles) for (const word of role) doors.push(`role ${word}`);
  return [...new Set(doors)];
}

/**
 * Under which keys a speaker looks for those before it: who shares none is not compared. Only who has no name looks for roles, by one word: a role
 * must have all of its words.
 */
function keysOf({ id, names, roles, known, speaker }: SpeakerProfile, decided: Decided): string[] {
  const keys = names.map((words) => `name ${words.at(-1)}`);
  if (known !== undefined) keys.push(`known ${known}`);
  if (names.length === 0 && speaker.type === "person") keys.push(`role ${longest(roles.at(-1)!)}`);
  for (const [other] of decided.get(id) ?? []) keys.push(`said ${other}`);
  return keys;
}

function longest(words: ReadonlySet<string>): string {
  return [...words].reduce((a, b) => (b.length > a.length ? b : a), "");
}

/** What the rules say of a speaker and the members of a group: one that is told apart from a member is told apart from all. */
function verdictOn(profile: SpeakerProfile, { members, byArticle, ids }: Group, decided: Decided): Judged {
  const said = decided.get(profile.id)?.find(([other]) => ids.has(other))?.[1];
  if (said) return said === "same" ? SAID_SAME : { ...SAID_SAME, verdict: "apart" };
  const beside = byArticle.get(profile.article);
  if (beside) return judge(profile, beside);
  let best: Judged = { verdict: "none", why: "", confidence: 0, by: "" };
  for (const { profile: member } of members.slice(-COMPARED)) {
    const one = judge(profile, member);
    if (one.verdict === "apart") return one;
    if (rank(one) > rank(best)) best = one;
  }
  return best;
}

const rank = ({ verdict, confidence }: Judged): number =>
  (verdict === "same" ? 2 : verdict === "maybe" ? 1 : 0) + confidence;

/** How much surer the best must be than the next. */
const LEAD = 0.1;

/** The group that the speaker belongs to: the only one, or the one that clearly more speaks for. */
function chosen<G>(
  profile: SpeakerProfile,
  verdicts: readonly (readonly [G, Judged])[],
): { group: G; evidence: Judged } | undefined {
  const [best, next] = verdicts.filter(([, one]) => isOpen(one)).sort(([, a], [, b]) => rank(b) - rank(a));
  if (!best) return undefined;
  const [group, evidence] = best;
  if (evidence.verdict === "same") {
    const clear = next?.[1].verdict !== "same" || evidence.confidence - next[1].confidence >= LEAD;
    return clear ? { group, evidence } : undefined;
  }
  const only = !next && strength(profile) === 1 && evidence.confidence >= ALONE;
  return only
    ? { group, evidence: { ...evidence, verdict: "same", why: `${evidence.why}; nobody else has that surname` } }
    : undefined;
}

function written({ members, maybe }: Group): LinkedSpeaker {
  const profiles = members.map(({ profile }) => profile);
  const all = (of: (profile: SpeakerProfile) => readonly string[]): string[] => [...new Set(profiles.flatMap(of))];
  const name = profiles.map(({ speaker }) => speaker.name).reduce((a, b) => (wordCount(b) > wordCount(a) ? b : a));
  return {
    id: profiles[0]!.id,
    name,
    type: profiles[0]!.speaker.type,
    aliases: all(({ speaker }) => [speaker.name, ...speaker.aliases]).filter((alias) => alias !== name),
    roles: all(({ speaker }) => speaker.roles),
    members: members.map(memberOf),
    maybe: [...maybe].map(([other, { by, why, confidence }]) => ({
      id: other.members[0]!.profile.id,
      by,
      why,
      confidence,
    })),
  };
}

/** A described speaker never gives the name if one has a name. */
function wordCount(name: string): number {
  return /^\p{Lu}/u.test(name) ? name.split(/\s+/).length : 0;
}

function memberOf({ profile, evidence }: Member): LinkedMember {
  const { by, why, confidence } = evidence;
  const { id: speaker, name } = profile.speaker;
  return { article: profile.article, speaker, name, statements: profile.statements, by, why, confidence };
}
