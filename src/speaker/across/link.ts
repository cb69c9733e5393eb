/** Readings in, speakers across articles out. The strongest names come first, so that a surname meets the full names that it may stand for. */
import type {
  GazetteerEntry,
  Lexicon,
  LinkDecision,
  LinkedMember,
  LinkedSpeaker,
  Reading,
  SpeakerRef,
} from "../../schema/index.ts";
import { gazetteerOf } from "../gazetteer.ts";
import { vocabularyOf } from "../vocabulary.ts";
import { type Profile, profilesOf } from "./profile.ts";
import { ALONE, judge, type Verdict } from "./rules.ts";

export interface LinkOptions {
  /** What people decided; wins over every rule. */
  readonly decisions?: readonly LinkDecision[];
  readonly gazetteer?: readonly GazetteerEntry[];
}

type Judged = Verdict & { readonly by: string };

interface Member {
  readonly profile: Profile;
  readonly evidence: Judged;
}

interface Group {
  readonly members: Member[];
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
    const groups = grouped(profiles, new Decided(decisions));
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

/** Decisions by the ids of both sides. */
class Decided {
  private readonly verdicts = new Map<string, LinkDecision["verdict"]>();
  readonly same = new Map<string, string[]>();

  constructor(decisions: readonly LinkDecision[]) {
    const id = ({ article, speaker }: SpeakerRef): string => `${article}#${speaker}`;
    for (const { verdict, a, b } of decisions) {
      for (const [x, y] of [
        [id(a), id(b)],
        [id(b), id(a)],
      ] as const) {
        this.verdicts.set(`${x} ${y}`, verdict);
        if (verdict === "same") this.same.set(x, [...(this.same.get(x) ?? []), y]);
      }
    }
  }

  of(a: Profile, b: Profile): LinkDecision["verdict"] | undefined {
    return this.verdicts.get(`${a.id} ${b.id}`);
  }
}

/** Full names, then surnames and bodies, then descriptions. */
function strength({ names }: Profile): number {
  return names.length === 0 ? 2 : names.some((words) => words.length > 1) ? 0 : 1;
}

function grouped(profiles: readonly Profile[], decided: Decided): Group[] {
  const groups: Group[] = [];
  const byKey = new Map<string, Set<Group>>();
  for (const profile of [...profiles].sort((a, b) => strength(a) - strength(b))) {
    const keys = keysOf(profile, decided);
    const near = new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]));
    const verdicts = [...near].map((group): [Group, Judged] => [group, verdictOn(profile, group, decided)]);
    const { group, evidence } = chosen(profile, verdicts) ?? { group: newGroup(groups), evidence: FIRST };
    group.members.push({ profile, evidence });
    for (const [other, verdict] of verdicts) if (other !== group && isOpen(verdict)) noteMaybe(group, other, verdict);
    for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(group));
  }
  return groups;
}

function newGroup(groups: Group[]): Group {
  const group: Group = { members: [], maybe: new Map() };
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

/** Two speakers that share no key are not compared. */
function keysOf({ id, names, roles, known, speaker }: Profile, decided: Decided): string[] {
  const keys = names.map((words) => `name ${words.at(-1)}`);
  if (known !== undefined) keys.push(`known ${known}`);
  if (speaker.type === "person")
    for (const role of roles)
      keys.push(`role ${[...role].at(-1)} ${[...role][0]}`, ...[...role].map((word) => `word ${word}`));
  for (const other of decided.same.get(id) ?? []) keys.push(`said ${other}`);
  return [...new Set([...keys, `said ${id}`])];
}

/** What the rules say of a speaker and the members of a group: one that is told apart from a member is told apart from all. */
function verdictOn(profile: Profile, { members }: Group, decided: Decided): Judged {
  let best: Judged = { verdict: "none", why: "", confidence: 0, by: "" };
  for (const { profile: member } of members) {
    const said = decided.of(profile, member);
    if (said === "same") return SAID_SAME;
    if (said === "apart") return { ...SAID_SAME, verdict: "apart" };
    if (member.article === profile.article) return judge(profile, member);
  }
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
function chosen(
  profile: Profile,
  verdicts: readonly [Group, Judged][],
): { group: Group; evidence: Judged } | undefined {
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
  const all = (of: (profile: Profile) => readonly string[]): string[] => [...new Set(profiles.flatMap(of))];
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
